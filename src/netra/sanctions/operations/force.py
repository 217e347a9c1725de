"""From the decision to its execution: delivery, in force, final, executed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.cases.models import Deadline
from netra.cases.operations import ActRefused, start_clock, stop_all_clocks, stop_clock
from netra.cases.operations.claim import names_in
from netra.cases.operations.clocks import term_is_known
from netra.intake.written_documents import named_document
from netra.law.candidates import DISMISSAL
from netra.law.local_time import moment_of, zone_of
from netra.letters.operations import letter_issue
from netra.sanctions import letters
from netra.sanctions.absent import ABSENT
from netra.sanctions.models import Decision, DecisionDelivery, Proceeding
from netra.sanctions.models.decision import CANDIDATE_END
from netra.sanctions.operations.absence import (
    day_without_receipt,
    effect_when_absent,
    end_sending,
    refuse_second_receipt,
    start_sending,
)
from netra.sanctions.operations.claim import advance, claim, refuse_before, refuse_future, step_for
from netra.sanctions.operations.terms import start_term
from netra.sanctions.signers import signed_by_who_decided
from netra.sanctions.signing import BY_REGISTER, Signing
from netra.sanctions.states import CARRIED_OUT, ProceedingState, Route
from netra.sanctions.suing import is_owed_while_sued
from netra.trust.language import long_date
from netra.trust.models import User

MANNERS = {
    "IN_PERSON": gettext_noop("diserahkan langsung"),
    "SENT": gettext_noop("dikirim karena tidak hadir"),
    "OPEN_FORUM": gettext_noop("dinyatakan terbuka"),
}

EFFECT_RULES = ("discipline_in_force", ABSENT)
# Where a decision is received before anybody wrote down that it holds.
UNHELD = frozenset({ProceedingState.DECIDED, ProceedingState.DELIVERY_MISSED, ProceedingState.DECISION_SENT})


@dataclass(frozen=True, slots=True)
class Handover:
    """How the person received the decision. Of whoever stayed away (SENT) also the day set for it, and the day it was
    sent.
    """

    manner: str
    received_date: date
    place: str
    time: str = "09.00"
    deliverer: str = ""
    meant_date: date | None = None
    sent_date: date | None = None


def decision_deliver(
    *, ref: str, handover: Handover, signing: Signing = BY_REGISTER, by: User, at: datetime
) -> DecisionDelivery:
    """Deliver the decision, with its record; the clocks of effect and remedy start from the receipt."""
    if handover.manner not in MANNERS:
        raise ActRefused(_("Pilih cara penyerahan: %(known)s.") % {"known": ", ".join(MANNERS)})
    refuse_future(handover.received_date, at, what=_("Tanggal diterima"))
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.decision_deliver", at=at)
        step_for(proceeding, "sanctions.decision_deliver", on=localdate(at))
        if handover.manner == "OPEN_FORUM" and proceeding.route != Route.ETHICS:
            raise ActRefused(_("Hanya sanksi moral yang dapat dinyatakan terbuka (PP 42/2004 Pasal 15 ayat (2))."))
        decision = proceeding.decision
        refuse_second_receipt(decision)
        handover = _as_written_down(handover, decision)
        _refuse_unsaid_days(handover)
        _refuse_bad_days(handover, decision, at)
        _refuse_hour_to_come(handover, proceeding, at)
        signed = signed_by_who_decided(proceeding, signing, on=localdate(at), at=at)
        letter = letter_issue(
            kind="DELIVERY_RECORD",
            agency_code=proceeding.agency_code,
            chain=proceeding.case.chain,
            subject_ref=proceeding.ref,
            data=letters.delivery(proceeding, handover, MANNERS[handover.manner], by.full_name, signed),
            by=by,
            at=at,
        )
        delivery = DecisionDelivery.objects.create(
            decision=decision,
            manner=handover.manner,
            received_date=handover.received_date,
            letter_ref=letter.ref,
            in_force_date=_start_effect(proceeding, decision, handover),
            # Of what held before it arrived, that was written down already.
            in_force_confirmed_date=None if proceeding.state in UNHELD else localdate(at),
        )
        _keep_term_of_sending(proceeding, decision, handover, localdate(at))
        advance(
            proceeding,
            "sanctions.decision_deliver",
            by=by,
            at=at,
            dated=handover.received_date,
            manner=handover.manner,
            letter=letter.ref,
            in_force=told_day(delivery.in_force_date),
            document=signed.basis,
        )
    return delivery


def told_day(day: date | None) -> str:
    """A day as an event keeps it; "" where none is known."""
    return day.isoformat() if day else ""


def _refuse_unsaid_days(handover: Handover) -> None:
    """Of whoever stayed away both days are known to the sender, and what the law counts hangs on them."""
    if handover.manner == "SENT" and (handover.meant_date is None or handover.sent_date is None):
        raise ActRefused(
            _(
                "Isi tanggal yang ditentukan untuk penyerahan dan tanggal dikirim: bagi yang tidak hadir, dari yang "
                "pertama dihitung mulai berlakunya hukuman (PP 53/2010 Pasal 46) dan batas pengirimannya (PerBKN "
                "6/2022 Pasal 49 ayat (8)), dan berita acara menyebut keduanya."
            )
        )


def _refuse_bad_days(handover: Handover, decision: Decision, at: datetime) -> None:
    """Decided, set for the delivery, sent, received: in this order, and nothing of it in the future."""
    meant, sent, received = _("Tanggal yang ditentukan"), _("Tanggal pengiriman"), _("Tanggal diterima")
    refuse_before(handover.received_date, decision.decided_date, what=received, than=_("keputusan"))
    for day, what in ((handover.meant_date, meant), (handover.sent_date, sent)):
        if day is not None:
            refuse_before(day, decision.decided_date, what=what, than=_("keputusan"))
            refuse_future(day, at, what=what)
    if handover.sent_date is not None:
        refuse_before(handover.received_date, handover.sent_date, what=received, than=_("pengiriman"))
        if handover.meant_date is not None:
            refuse_before(handover.sent_date, handover.meant_date, what=sent, than=_("tanggal yang ditentukan"))


def _refuse_hour_to_come(handover: Handover, proceeding: Proceeding, at: datetime) -> None:
    """The record names the hour by the clock of the place, and nothing is received before it is."""
    if moment_of(proceeding.region_code, handover.received_date, handover.time) > at:
        raise ActRefused(
            _("Pukul %(hour)s %(zone)s belum tiba. Tulis jam keputusan diterima, atau catat sesudahnya.")
            % {"hour": handover.time, "zone": zone_of(proceeding.region_code)}
        )


def _keep_term_of_sending(proceeding: Proceeding, decision: Decision, handover: Handover, today: date) -> None:
    """The duty to deliver is met on the day that was set, whether or not the person came; the letter has its own term.

    Where nobody had written down that he stayed away, its term is kept with its end.
    """
    offered = handover.meant_date
    met = offered or handover.received_date
    stop_clock(proceeding.case, "delivery", met=met, recorded=today, subject_ref=proceeding.ref)
    if offered is not None and not hasattr(decision, "delivery_miss"):
        start_sending(proceeding, decision, offered)
    end_sending(proceeding, handover.sent_date or handover.received_date, today)


def _as_written_down(handover: Handover, decision: Decision) -> Handover:
    """Of whoever stayed away the two days are those that were written down, where they were; of others there are none.

    Who came for it after all had stayed away too, so the day that was set stays.
    """
    missed, sent = getattr(decision, "delivery_miss", None), handover.manner == "SENT"
    if missed is not None:
        return replace(handover, meant_date=missed.set_date, sent_date=missed.sent_date if sent else None)
    return handover if sent else replace(handover, meant_date=None, sent_date=None)


def _start_effect(proceeding: Proceeding, decision: Decision, handover: Handover) -> date | None:
    """When it takes effect if nobody objects, and by when one may. A moral statement takes effect when stated.

    None for a penalty by the rules of a PPPK's agency and for the end of a candidacy: PP 49/2018 Ps 52 and PP 11/2017
    Ps 37 name no day, so none is computed. The end of a status or contract counts from a day of its own, known since
    the decision.
    """
    received = handover.received_date
    if proceeding.route == Route.ETHICS:
        return received
    if names_no_day(decision) or decision.effective_date:
        _start_remedy(proceeding, decision, received)
        return decision.effective_date
    missed = handover.meant_date if decision.regime == "DISC-53" else None
    # PP 53/2010 Ps 46: whoever stays away is reached on the fifteenth day from the day set for the delivery. Of a day
    # that was set when that regulation had ended no article speaks: it counts from the receipt, as for everybody.
    if missed is not None and term_is_known(ABSENT, missed):
        _start_remedy(proceeding, decision, received)
        return effect_when_absent(proceeding, missed)
    if decision.is_past_remedy:
        return decision.decided_date
    level = "TERMINATION" if decision.is_dismissal else decision.level
    regime = decision.regime or "DISC-94"
    effect = start_term(
        proceeding,
        "discipline_in_force",
        holder="AGENCY",
        # What waits under PP 53/2010 (Ps 44–45), waits from the receipt.
        start=decision.decided_date if decision.holds_at_once else received,
        regime=regime,
        level=level,
        imposed_by=decision.imposed_by,
    )
    _start_remedy(proceeding, decision, received)
    return effect.due_date


def by_agency_rules(decision: Decision) -> bool:
    """Whether the penalty stands in the discipline rules of a PPPK's own agency (PP 49/2018 Ps 52)."""
    return decision.sanction_code.startswith("agency_")


def names_no_day(decision: Decision) -> bool:
    """Whether no article says when it takes effect: it does on the day on which an officer records it."""
    return by_agency_rules(decision) or decision.sanction_code == CANDIDATE_END


def _start_remedy(proceeding: Proceeding, decision: Decision, received: date) -> None:
    if decision.is_past_remedy:
        return
    rule, qualifiers = decision.remedy_term
    if term_is_known(rule, received, **qualifiers):
        start_clock(
            proceeding.case,
            rule,
            holder="ACCUSED",
            start=received,
            subject_ref=proceeding.ref,
            doubt=decision.appeal_doubt,
            **qualifiers,
        )


def decision_enforce(*, ref: str, by: User, at: datetime) -> Proceeding:
    """Record that the decision took effect: no remedy was filed and its day has come (PP 94/2021 Ps 38(1)).

    Whoever stayed away under PP 53/2010 is reached on a day of its own, whether or not it arrived (Ps 46).
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.decision_enforce", at=at)
        today = localdate(at)
        step_for(proceeding, "sanctions.decision_enforce", on=today)
        decision = proceeding.decision
        delivery = getattr(decision, "delivery", None)
        holds_on = delivery.in_force_date if delivery else day_without_receipt(decision)
        in_force = _effect_day(holds_on, today)
        unused = open_remedy_term(proceeding)
        _refuse_before_remedy(decision, unused, today)
        if delivery:
            delivery.in_force_date, delivery.in_force_confirmed_date = in_force, today
            delivery.save(update_fields=["in_force_date", "in_force_confirmed_date"])
        for rule in EFFECT_RULES:
            stop_clock(proceeding.case, rule, met=in_force, subject_ref=proceeding.ref)
        if unused is not None and unused.due_date < today:
            # A right that was not used is no debt of anybody: left open it would look overdue.
            stop_clock(proceeding.case, unused.rule, met=unused.due_date, subject_ref=proceeding.ref)
        advance(
            proceeding,
            "sanctions.decision_enforce",
            by=by,
            at=at,
            rule=_effect_rule(proceeding),
            in_force=told_day(in_force),
        )
    return proceeding


def _refuse_before_remedy(decision: Decision, term: Deadline | None, today: date) -> None:
    """What waits for a remedy is not in force while one may still come (PP 94/2021 Ps 38), whatever day is counted.

    Before PERBKN 6/2022 the fifteenth day of the calendar came sooner than the fourteenth working day of objection.
    """
    ends = decision.effective_date is not None or decision.sanction_code == CANDIDATE_END
    waits = decision.regime != "DISC-53" or ends
    if waits and not by_agency_rules(decision) and term is not None and today <= term.due_date:
        raise ActRefused(
            _(
                "Upaya administratif masih dapat diajukan sampai %(due)s (%(citation)s). Mulai berlakunya dicatat "
                "setelah hari itu, dengan tanggal yang sudah dihitung."
            )
            % {"due": long_date(term.due_date), "citation": term.citation}
        )


def _effect_day(day: date | None, today: date) -> date:
    """The day it took effect; where no article names one, the day on which an officer records it: today."""
    if day is None:
        return today
    if today < day:
        raise ActRefused(
            _(
                "Keputusan mulai berlaku pada %(in_force_date)s bila tidak diajukan upaya administratif. Buka "
                "«Kenapa tanggal ini?» untuk melihat hitungannya, dan catat setelah hari itu tiba."
            )
            % {"in_force_date": long_date(day)}
        )
    return day


def _effect_rule(proceeding: Proceeding) -> str:
    if by_agency_rules(proceeding.decision):
        return "PP 49/2018 Pasal 52 (peraturan instansi)"
    if proceeding.decision.sanction_code == CANDIDATE_END:
        return f"{DISMISSAL.source} (hari berlakunya tidak disebut)"
    if proceeding.decision.effective_date:
        return proceeding.decision.effective_basis
    term = Deadline.objects.filter(case=proceeding.case, subject_ref=proceeding.ref, rule__in=EFFECT_RULES).last()
    if term is not None:
        return term.citation
    return "PP 53/2010 Pasal 43 huruf a" if proceeding.decision.is_past_remedy else "PP 94/2021 Pasal 38"


def decision_finalise(*, ref: str, by: User, at: datetime) -> Proceeding:
    """No remedy is left: the term of objection or appeal has passed unused, or it was decided."""
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.decision_finalise", at=at)
        step_for(proceeding, "sanctions.decision_finalise", on=localdate(at))
        term = open_remedy_term(proceeding)
        if term is not None and localdate(at) <= term.due_date:
            raise ActRefused(
                _(
                    "Upaya administratif masih dapat diajukan sampai %(due_date)s (%(citation)s). Keputusan "
                    "berkekuatan tetap setelah hari itu."
                )
                % {"due_date": long_date(term.due_date), "citation": term.citation}
            )
        stop_all_clocks(proceeding.case, met=localdate(at), subject_ref=proceeding.ref)
        advance(proceeding, "sanctions.decision_finalise", by=by, at=at)
    return proceeding


def open_remedy_term(proceeding: Proceeding) -> Deadline | None:
    """The one that still runs, or ran out without anybody having met or ended it."""
    return proceeding.decision.remedy_terms.filter(met_date__isnull=True).first()


def decision_execute(*, ref: str, document: str, by: User, at: datetime) -> Proceeding:
    """The decision was carried out; `document` proves it (number and date of the personnel document).

    Also while a court is asked: no article that was read makes a suit put off what holds.
    """
    with transaction.atomic():
        proceeding = claim(ref, by=by, act="sanctions.decision_execute", at=at)
        proof = named_document(document, on=localdate(at), people=names_in(proceeding.case))
        if proceeding.state == ProceedingState.SUED and not is_owed_while_sued(proceeding):
            raise ActRefused(
                _(
                    "Keputusan yang digugat ini sudah dilaksanakan atau belum berlaku, jadi tidak ada pelaksanaan yang "
                    "dicatat sekarang. Tunggu putusan pengadilan."
                )
            )
        proceeding.outcome = CARRIED_OUT
        advance(proceeding, "sanctions.decision_execute", by=by, at=at, document=proof)
    return proceeding
