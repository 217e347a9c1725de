"""Bukan lagi pegawai: what is recorded when an accused died, retired or left, and what ends with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.leaving import LEAVING_LABELS
from netra.cases.links import PURPOSE as ANSWERING
from netra.cases.links import subject_of
from netra.cases.models import Case, Party
from netra.cases.operations import ActRefused, case_reopen, stop_all_clocks
from netra.cases.operations.claim import ended, names_in
from netra.cases.states import CaseState
from netra.intake.written_documents import named_document
from netra.prevention.fingerprints import of_words
from netra.sanctions.crime_results import ENDED_BY_DEATH
from netra.sanctions.leaving import LAPSE, LEFT, MISTAKEN, RESUME, Consequence, consequence
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.claim import advance, claim_party, demand, refuse_future
from netra.sanctions.operations.closing import close_if_answered
from netra.sanctions.operations.terms import start_answer
from netra.sanctions.states import STEPS, ProceedingState, Route
from netra.trust.language import long_date
from netra.trust.links import revoke_all
from netra.trust.models import User
from netra.trust.trail import record


@dataclass(frozen=True, slots=True)
class Departure:
    """What happened to the accused (a code of `Leaving`), since when, and by which paper, by its number and date."""

    kind: str
    left_date: date
    document: str


def servant_left(*, case_ref: str, party: int, departure: Departure, by: User, at: datetime) -> Case:
    """Record that an accused is a civil servant no more, and end what cannot be decided or carried out any longer.

    What ends, and on which article, `leaving.consequence` says for each of his proceedings; the others of the case go
    on. Where nobody is left, the case ends without a decision, sealed: neither proven nor unproven.
    """
    if departure.kind not in LEAVING_LABELS:
        raise ActRefused(_("Pilih apa yang terjadi: meninggal dunia, pensiun, atau berhenti karena hal lain."))
    refuse_future(departure.left_date, at, what=_("Tanggal berhentinya"))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act=LEFT, at=at)
        if case.is_ended:
            raise ended(case)
        if accused.left_kind:
            raise ActRefused(
                _("Sudah dicatat bahwa terlapor ini bukan lagi pegawai. Bila keliru, perbaiki dengan alasan.")
            )
        _refuse_before_the_act(case, accused, departure.left_date)
        accused.left_kind, accused.left_date = departure.kind, departure.left_date
        accused.left_document = named_document(departure.document, on=localdate(at), people=names_in(case))
        accused.save(update_fields=["left_kind", "left_date", "left_document"])
        told: dict[str, str | int | bool | None] = {
            "case": case.ref,
            "party": accused.ordinal,
            "kind": accused.left_kind,
            "date": departure.left_date.isoformat(),
            "document": accused.left_document,
        }
        record(chain=case.chain, verb=LEFT, by=by, at=at, subject=case.chain, payload=told)
        stop_all_clocks(case, met=localdate(at), subject_ref=accused.ref)
        revoke_all(purpose=ANSWERING, subject=subject_of(accused), by=by, at=at)
        for proceeding in _proceedings_of(case, accused):
            proceeding_lapse(proceeding=proceeding, by=by, at=at)
        close_if_answered(case, by=by, at=at)
    return case


def _refuse_before_the_act(case: Case, accused: Party, day: date) -> None:
    """Where an act is known by its day, nobody left before it; a month or a year of an act says too little."""
    known = case.acts.filter(act_date_precision="DAY", allegations__party=accused)
    first = known.order_by("act_date").values_list("act_date", flat=True).first()
    if first and day < first:
        raise ActRefused(
            _(
                "Tanggal berhentinya, %(day)s, mendahului perbuatan yang diduga, %(act)s. Periksa tahunnya; bila "
                "benar, yang berbuat bukan pegawai lagi, dan pleno yang memutus bahwa dugaan itu tidak terbukti."
            )
            % {"day": long_date(day), "act": long_date(first)}
        )


def proceeding_lapse(*, proceeding: Proceeding, by: User, at: datetime) -> None:
    """End a proceeding whose accused is a civil servant no more; nothing where it goes on all the same.

    Called by `servant_left` inside its own transaction and claim.
    """
    found = ending_of(proceeding, proceeding.party.left_kind, on=localdate(at))
    if found is None:
        return
    proceeding.lapsed_from, proceeding.closed_date = proceeding.state, localdate(at)
    proceeding.outcome = found.outcome
    stop_all_clocks(proceeding.case, met=localdate(at), subject_ref=proceeding.ref)
    cited = str(found.source) if found.source else ""
    advance(proceeding, LAPSE, by=by, at=at, target=ProceedingState.CLOSED, citation=cited, outcome=found.outcome)


def ending_of(proceeding: Proceeding, kind: str, *, on: date) -> Consequence | None:
    """How this proceeding ends by that, on that day; None where it goes on, or where its table knows no such end."""
    if not any(step.act == LAPSE and step.source == proceeding.state for step in STEPS[proceeding.route]):
        return None
    decision = getattr(proceeding, "decision", None)
    dismissal = decision is not None and decision.is_dismissal
    return consequence(kind, proceeding.state, dismissal=dismissal, on=on)


def servant_left_correct(*, case_ref: str, party: int, reason: str, by: User, at: datetime) -> Case:
    """Take back, with its reason, that an accused is a civil servant no more; what ended by it goes on where it stood.

    Terms that were stopped stay stopped: each begins again with the next step, counted from that. A remedy that waits
    has no next step but its answer, so that term runs on, counted from the filing.
    """
    why = demand(reason, _("Tuliskan mengapa catatan itu keliru, dan dari mana yang benar diketahui."))
    with transaction.atomic():
        case, accused = claim_party(case_ref, party, by=by, act=MISTAKEN, at=at)
        if not accused.left_kind:
            raise ActRefused(_("Tidak ada catatan bahwa terlapor ini bukan lagi pegawai."))
        if case.erased_at is not None:
            raise ActRefused(_("Isi perkara ini sudah dihapus, jadi catatan itu tidak dapat diperbaiki lagi."))
        if case.is_ended and not (case.state == CaseState.LAPSED or _lapsed(accused)):
            raise ended(case)
        _refuse_erased(accused)
        accused.left_kind, accused.left_date, accused.left_document = "", None, ""
        accused.left_mistaken, accused.erase_date, accused.papers_under = why, None, []
        accused.save()
        told: dict[str, str | int | bool | None] = {"case": case.ref, "party": accused.ordinal, "sha256": of_words(why)}
        record(chain=case.chain, verb=MISTAKEN, by=by, at=at, subject=case.chain, payload=told)
        if case.is_ended:
            case_reopen(case=case, by=by, at=at)
        for proceeding in _lapsed(accused):
            proceeding.case = proceeding.party.case = case
            proceeding_resume(proceeding=proceeding, by=by, at=at)
    return case


def proceeding_resume(*, proceeding: Proceeding, by: User, at: datetime) -> None:
    """Take a proceeding up again where it stood. Called by `servant_left_correct` inside its transaction and claim."""
    stood, proceeding.lapsed_from = proceeding.lapsed_from or ProceedingState.HANDED_OVER, ""
    proceeding.closed_date, proceeding.outcome = None, ""
    advance(proceeding, RESUME, by=by, at=at, target=stood, state=stood)
    if stood in (ProceedingState.OBJECTED, ProceedingState.APPEALED):
        remedy = proceeding.decision.remedy
        start_answer(proceeding, remedy.kind, remedy.filed_date, replied=remedy.replied_date is not None)


def _proceedings_of(case: Case, accused: Party) -> list[Proceeding]:
    found = list(Proceeding.objects.select_for_update(of=("self",)).filter(party=accused).order_by("pk"))
    for each in found:
        each.case, each.party = case, accused
    return found


def _lapsed(accused: Party) -> list[Proceeding]:
    """What ended by it: by itself, or as a crime that was called lapsed by his death."""
    ended = ~Q(lapsed_from="") | Q(route=Route.CRIME, state=ProceedingState.CLOSED, outcome=ENDED_BY_DEATH)
    return list(accused.proceedings.filter(ended).select_related("party").order_by("pk"))


def _refuse_erased(accused: Party) -> None:
    """What two people erased about one accused of a closed case is gone."""
    if accused.is_sealed and accused.case.erasures.filter(approved_at__isnull=False).exists():
        raise ActRefused(_("Isi perkara ini sudah dihapus, jadi catatan itu tidak dapat diperbaiki lagi."))
