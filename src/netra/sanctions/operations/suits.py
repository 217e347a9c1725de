"""Gugatan: the court after an objection or an appeal (PTUN, PT TUN), and what its ruling leaves of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Deadline
from netra.cases.operations import ActRefused, stop_all_clocks
from netra.cases.operations.claim import names_in
from netra.intake.written_documents import named_document
from netra.law.sanctions import Sanction
from netra.sanctions.court import COURTS
from netra.sanctions.deviation import deviates_after
from netra.sanctions.models import Proceeding, Remedy, Suit
from netra.sanctions.operations.answers import OUTCOMES, Answer, penalty_after
from netra.sanctions.operations.claim import advance, claim, demand, refuse_before, refuse_future, step_for
from netra.sanctions.operations.closing import reopen
from netra.sanctions.operations.force import told_day
from netra.sanctions.operations.leaving import lapse_who_left
from netra.sanctions.operations.remedies import refuse_undecided, was_executed
from netra.sanctions.silence import refuse_reviving, refuse_suing_what_is_void, void_when_sued
from netra.sanctions.states import CARRIED_OUT, UNDONE, ProceedingState
from netra.trust.language import long_date
from netra.trust.models import User

RULINGS = {code: OUTCOMES[code] for code in ("UPHELD", "CHANGED", "ANNULLED")}


@dataclass(frozen=True, slots=True)
class CourtRuling:
    """How the court ruled on what held: it stands, another penalty holds, or nothing does; `document` is its paper."""

    outcome: str
    decided_date: date
    document: str
    reason: str
    sanction_after: str = ""


def suit_file(*, ref: str, filed_date: date, seat: str, document: str, by: User, at: datetime) -> Suit:
    """Record that a suit was filed: PP 79/2021 Ps 6(3), 9(3) and 18, or where nobody answered an objection in its term
    Ps 5(3) and 8(7). `document` is number and date of its entry, `seat` the town of the court.

    No article that was read says by when, or that anything waits for the court: what holds goes on holding. A suit that
    comes to light after everything was closed takes up the follow-up again.
    """
    refuse_future(filed_date, at, what=_("Tanggal gugatan"))
    where = demand(seat, _("Isi tempat kedudukan pengadilan, misalnya Jambi."))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.suit_file", at=at)
        proof = named_document(document, on=localdate(at), people=names_in(proceeding.case))
        step_for(proceeding, "sanctions.suit_file", on=localdate(at))
        remedy = _contestable(proceeding)
        _refuse_too_early(proceeding, remedy, filed_date)
        refuse_suing_what_is_void(void_when_sued(remedy, filed_date))
        executed = was_executed(proceeding)
        reopen(proceeding, by=by, at=at)
        suit = Suit.objects.create(
            remedy=remedy,
            court=f"{COURTS[remedy.kind]} {where}",
            filed_date=filed_date,
            document=proof,
            after_execution=executed,
        )
        stop_all_clocks(proceeding.case, met=filed_date, recorded=localdate(at), subject_ref=proceeding.ref)
        advance(proceeding, "sanctions.suit_file", by=by, at=at, dated=filed_date, document=proof, executed=executed)
    return suit


def _contestable(proceeding: Proceeding) -> Remedy:
    refuse_undecided(proceeding)
    remedy: Remedy | None = getattr(proceeding.decision, "remedy", None)
    if remedy is None:
        raise ActRefused(
            _(
                "Gugatan diajukan terhadap putusan atas upaya administratif (PP 79/2021 Pasal 6 ayat (3), 9 ayat (3), "
                "dan 18). Keberatan atau banding terhadap keputusan ini belum dicatat; catat dahulu bila ada."
            )
        )
    if remedy.outcome in UNDONE:
        raise ActRefused(_("Keputusan ini sudah dicabut atau dibatalkan, jadi tidak ada lagi yang digugat."))
    earlier = Suit.objects.filter(remedy=remedy).first()
    if earlier is not None:
        raise ActRefused(
            _("Gugatan terhadap keputusan ini sudah dicatat pada %(filed)s; yang kedua tidak dicatat di sini.")
            % {"filed": long_date(earlier.filed_date)}
        )
    return remedy


def _refuse_too_early(proceeding: Proceeding, remedy: Remedy, filed_date: date) -> None:
    """After the answer; where there is none, after the term in which it was owed."""
    what = _("Tanggal gugatan")
    if remedy.decided_date is not None:
        refuse_before(filed_date, remedy.decided_date, what=what, than=_("putusan atas upaya administratif"))
        return
    refuse_before(filed_date, remedy.filed_date, what=what, than=_("pengajuan keberatan"))
    owed = Deadline.objects.filter(
        case=proceeding.case, subject_ref=proceeding.ref, rule="objection_decision", met_date=None
    ).first()
    if owed is not None and filed_date <= owed.due_date:
        raise ActRefused(
            _(
                "Keberatan ini masih dapat diputus sampai %(due)s (%(citation)s); gugatan karena tidak dijawab baru "
                "terbuka sesudahnya (PP 79/2021 Pasal 5 ayat (3) dan 8 ayat (7))."
            )
            % {"due": long_date(owed.due_date), "citation": owed.citation}
        )


def suit_decide(*, ref: str, ruling: CourtRuling, by: User, at: datetime) -> Suit:
    """Record how the court ruled. What it annuls is given back where it was carried out (`restoration_record`)."""
    if ruling.outcome not in RULINGS:
        raise ActRefused(_("Pilih putusan: %(known)s.") % {"known": ", ".join(_(each) for each in RULINGS.values())})
    why = demand(ruling.reason, _("Putusan pengadilan memuat pertimbangan; tuliskan ringkasannya."))
    refuse_future(ruling.decided_date, at, what=_("Tanggal putusan"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.suit_decide", at=at)
        proof = named_document(ruling.document, on=localdate(at), people=names_in(proceeding.case))
        step_for(proceeding, "sanctions.suit_decide", on=localdate(at))
        remedy = proceeding.decision.remedy
        suit = Suit.objects.select_related("remedy").get(remedy=remedy)
        refuse_before(ruling.decided_date, suit.filed_date, what=_("Tanggal putusan"), than=_("pengajuan"))
        refuse_reviving(void_when_sued(remedy, suit.filed_date), ruling.outcome)
        after = penalty_after(_as_answer(ruling), remedy) if ruling.outcome == "CHANGED" else None
        suit.decided_date, suit.outcome, suit.ruling, suit.reason = ruling.decided_date, ruling.outcome, proof, why
        changed = ruling.outcome != "UPHELD" or not remedy.outcome
        if changed:
            _say_what_holds(suit, remedy, after, localdate(at))
        else:
            suit.save()
        # It may have been carried out while the court was asked.
        executed = suit.after_execution or proceeding.outcome == CARRIED_OUT
        target = _where_to(suit, executed=executed)
        _name_outcome(proceeding, target)
        if changed and ruling.outcome not in UNDONE and deviates_after(proceeding.decision, remedy.level_after):
            proceeding.case.deviates = True
            proceeding.case.save(update_fields=["deviates"])
        told = {"level": remedy.level_after} if changed else {}
        advance(
            proceeding,
            "sanctions.suit_decide",
            by=by,
            at=at,
            target=target,
            dated=ruling.decided_date,
            outcome=ruling.outcome,
            executed=executed,
            document=proof,
            in_force=told_day(proceeding.decision.delivery.in_force_date),
            **told,
        )
        lapse_who_left(proceeding, by=by, at=at)
    return suit


def _as_answer(ruling: CourtRuling) -> Answer:
    return Answer(ruling.outcome, ruling.decided_date, ruling.reason, ruling.sanction_after)


def _say_what_holds(suit: Suit, remedy: Remedy, after: Sanction | None, today: date) -> None:
    """What the remedy had left stands with the suit from now on; the remedy says what the court leaves."""
    suit.former_outcome, suit.former_level = remedy.outcome, remedy.level_after
    suit.former_sanction, suit.former_decided_date = remedy.sanction_after, remedy.decided_date
    suit.save()
    decision, annulled = remedy.decision, suit.outcome in UNDONE
    remedy.outcome, remedy.decided_date = suit.outcome, suit.decided_date
    remedy.level_after = after.level if after else ("" if annulled else decision.level)
    remedy.sanction_after = after.code if after else ""
    remedy.save(update_fields=["outcome", "decided_date", "level_after", "sanction_after"])
    delivery = decision.delivery
    delivery.in_force_date = None if annulled else suit.decided_date
    delivery.in_force_confirmed_date = None if annulled else today
    delivery.save(update_fields=["in_force_date", "in_force_confirmed_date"])


def _where_to(suit: Suit, *, executed: bool) -> ProceedingState:
    """What was carried out is given back where it is gone, done anew where it is another, and else stays done."""
    if suit.outcome in UNDONE:
        return ProceedingState.RESTORING if executed else ProceedingState.ANNULLED
    if suit.outcome == "UPHELD" and executed:
        return ProceedingState.EXECUTED
    return ProceedingState.IN_FORCE


def _name_outcome(proceeding: Proceeding, target: ProceedingState) -> None:
    if target in {ProceedingState.RESTORING, ProceedingState.ANNULLED}:
        proceeding.outcome = gettext_noop("Keputusan dibatalkan")
    elif target == ProceedingState.EXECUTED:
        proceeding.outcome = CARRIED_OUT
    else:
        proceeding.outcome = ""
