"""Bukan lagi pegawai: what is recorded when an accused died, retired or left, and what ends with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.crimes import crimes_left
from netra.cases.leaving import LEAVING_LABELS, Leaving
from netra.cases.links import PURPOSE as ANSWERING
from netra.cases.links import subject_of
from netra.cases.models import Case, Party
from netra.cases.models.allegation import AllegationState
from netra.cases.operations import ActRefused, case_reopen, stop_all_clocks
from netra.cases.operations.claim import ended, names_in
from netra.cases.operations.handing_over import RULE as HANDING_OVER
from netra.cases.states import SEALED_ENDS, CaseState
from netra.intake.written_documents import named_document
from netra.law.record import span_around
from netra.law.vocabulary import Precision
from netra.prevention.fingerprints import of_words
from netra.sanctions.absent import reached_when_absent
from netra.sanctions.crime_results import ENDED_BY_DEATH
from netra.sanctions.leaving import (
    LAPSE,
    LEFT,
    MISTAKEN,
    NOT_CARRIED_OUT,
    NOT_EXECUTED,
    NOT_IN_FORCE,
    RESUME,
    Consequence,
    consequence,
)
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.models.decision import DISMISSALS
from netra.sanctions.operations.answering import unanswered
from netra.sanctions.operations.claim import advance, claim_party, demand, refuse_future
from netra.sanctions.operations.closing import close_if_answered
from netra.sanctions.operations.force import open_remedy_term
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
        _refuse_told(accused, departure)
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
        # Retirement ends no crime, so it is still handed over in its term.
        going_on = () if accused.left_kind == Leaving.DIED else (HANDING_OVER,)
        stop_all_clocks(case, met=localdate(at), subject_ref=accused.ref, but=going_on)
        revoke_all(purpose=ANSWERING, subject=subject_of(accused), by=by, at=at)
        for proceeding in _proceedings_of(case, accused):
            proceeding_lapse(proceeding=proceeding, by=by, at=at)
        close_if_answered(case, by=by, at=at)
    return case


def _refuse_told(accused: Party, departure: Departure) -> None:
    """Said once; only whoever had retired or left may die after it, which ends what went on until then."""
    if accused.is_sealed:
        raise ActRefused(
            _("Terlapor ini sudah dibersihkan dan disegel, jadi tidak ada lagi yang berakhir karena berhentinya.")
        )
    since = accused.left_date
    if since is None:
        return
    if departure.kind != Leaving.DIED or accused.left_kind == Leaving.DIED:
        raise ActRefused(_("Sudah dicatat bahwa terlapor ini bukan lagi pegawai. Bila keliru, perbaiki dengan alasan."))
    if departure.left_date < since:
        raise ActRefused(
            _(
                "Tanggal meninggalnya, %(day)s, mendahului hari berhentinya yang sudah dicatat, %(since)s. Periksa "
                "tahunnya; bila catatan itu yang keliru, perbaiki dahulu dengan alasan."
            )
            % {"day": long_date(departure.left_date), "since": long_date(since)}
        )


def _refuse_before_the_act(case: Case, accused: Party, day: date) -> None:
    """Nobody left before the first day on which what he did may have been done, as far as that day is known."""
    told = case.acts.filter(allegations__party=accused).values_list("act_date", "act_date_precision")
    first = min((span_around(act, Precision(precision)).start for act, precision in told), default=None)
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
    left = proceeding.party.left_date
    found = ending_of(proceeding, proceeding.party.left_kind, left=left) if left else None
    if found is None:
        return
    proceeding.lapsed_from, proceeding.closed_date = proceeding.state, localdate(at)
    proceeding.outcome = found.outcome
    stop_all_clocks(proceeding.case, met=localdate(at), subject_ref=proceeding.ref)
    cited = str(found.source) if found.source else ""
    advance(proceeding, LAPSE, by=by, at=at, target=ProceedingState.CLOSED, citation=cited, outcome=found.outcome)


def lapse_who_left(proceeding: Proceeding, *, by: User, at: datetime) -> None:
    """End what an appeal or a court left in force of who is a civil servant no more since: it is carried out no more.

    Called by the act that writes the answer down, inside its own transaction and claim.
    """
    if proceeding.party.left_kind and proceeding.state == ProceedingState.IN_FORCE:
        proceeding_lapse(proceeding=proceeding, by=by, at=at)
        close_if_answered(proceeding.case, by=by, at=at)


def ending_of(proceeding: Proceeding, kind: str, *, left: date) -> Consequence | None:
    """How this proceeding ends where that became of its accused on that day, by the law of that day, whenever somebody
    writes it down; None where it goes on, or where its table knows no such end.
    """
    if not any(step.act == LAPSE and step.source == proceeding.state for step in STEPS[proceeding.route]):
        return None
    decision = getattr(proceeding, "decision", None)
    # Nobody is dismissed who has left before.
    dismissal = (
        decision is not None and decision.is_dismissal and (decision.effective_date or decision.decided_date) <= left
    )
    found = consequence(kind, _stood_on(proceeding, decision, left), dismissal=dismissal, on=left)
    if found is None and decision is not None and proceeding.state in NOT_CARRIED_OUT and _is_milder(decision):
        return Consequence(NOT_EXECUTED)
    return found


def _is_milder(decision: Decision) -> bool:
    """Whether a dismissal was left as another penalty, which PP 79/2021 Ps 29(4) does not speak of."""
    remedy = getattr(decision, "remedy", None)
    return remedy is not None and remedy.sanction_after not in {"", *DISMISSALS} and decision.kind == "DISCIPLINE"


def _stood_on(proceeding: Proceeding, decision: Decision | None, left: date) -> str:
    """Where it stood when he left: of a decision that holds, whether or not it did by then, and not whether somebody
    had recorded it; what a court said stands.
    """
    if decision is not None and proceeding.state in NOT_IN_FORCE and _held_by(left, decision):
        return ProceedingState.IN_FORCE
    if decision is None or proceeding.state not in NOT_CARRIED_OUT or left >= _holds_since(decision):
        return proceeding.state
    remedy = getattr(decision, "remedy", None)
    if remedy is None or left < remedy.filed_date:
        return ProceedingState.DECIDED
    if hasattr(remedy, "suit"):
        return proceeding.state
    return ProceedingState.APPEALED if remedy.kind == "APPEAL" else ProceedingState.OBJECTED


def _held_by(left: date, decision: Decision) -> bool:
    """Whether its day had come, though nobody has recorded so, and nothing could be filed against it any more."""
    delivery = getattr(decision, "delivery", None)
    if delivery is not None:
        since = delivery.in_force_date
    else:
        since = reached_when_absent(decision) or (decision.decided_date if decision.holds_at_once else None)
    if since is None or left < since:
        return False
    unused = open_remedy_term(decision.proceeding)
    return decision.holds_at_once or unused is None or unused.due_date < left


def _holds_since(decision: Decision) -> date:
    delivery = getattr(decision, "delivery", None)
    return (delivery and delivery.in_force_date) or decision.decided_date


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
        if case.state in SEALED_ENDS - {CaseState.LAPSED}:
            raise ended(case)
        _refuse_erased(accused)
        lapsed = _lapsed(accused)
        accused.left_kind, accused.left_date, accused.left_document = "", None, ""
        accused.left_mistaken = why
        goes_on = bool(lapsed) or case.state == CaseState.LAPSED or _is_owed(accused)
        if goes_on:
            accused.erase_date, accused.papers_under = None, []
        accused.save()
        told: dict[str, str | int | bool | None] = {"case": case.ref, "party": accused.ordinal, "sha256": of_words(why)}
        record(chain=case.chain, verb=MISTAKEN, by=by, at=at, subject=case.chain, payload=told)
        if case.is_ended and goes_on:
            case_reopen(case=case, by=by, at=at)
        for proceeding in lapsed:
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


def _is_owed(accused: Party) -> bool:
    """Whether something is left to answer of him, who was taken for a civil servant no more while his case ended."""
    proposed = accused.allegations.filter(state=AllegationState.PROPOSED).exists()
    return proposed or bool(unanswered(accused)) or bool(crimes_left(accused))


def _refuse_erased(accused: Party) -> None:
    """What two people erased about one accused of a closed case is gone, and what they weigh erasing waits for them."""
    if accused.case.erasures.filter(approved_at=None, set_aside_at=None).exists():
        raise ActRefused(
            _(
                "Penghapusan perkara ini sedang diminta. Tolak atau tarik kembali permintaan itu dahulu, lalu perbaiki "
                "catatan ini."
            )
        )
    if accused.is_sealed and accused.case.erasures.filter(approved_at__isnull=False).exists():
        raise ActRefused(_("Isi perkara ini sudah dihapus, jadi catatan itu tidak dapat diperbaiki lagi."))
