"""Ketidakhadiran pada penyampaian: whoever stays away is sent the decision, and the sending has its own clock."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations import ActRefused, WrongState, stop_clock
from netra.cases.operations.clocks import term_is_known
from netra.sanctions.absent import ABSENT, reached_when_absent
from netra.sanctions.models import Decision, DeliveryMiss, Proceeding
from netra.sanctions.operations.claim import advance, claim, refuse_before, refuse_future, step_for
from netra.sanctions.operations.terms import start_term
from netra.trust.language import long_date
from netra.trust.models import User

MISS, SEND = "sanctions.delivery_miss", "sanctions.decision_send"


def delivery_miss(*, ref: str, set_date: date, by: User, at: datetime) -> DeliveryMiss:
    """Record that the person stayed away on the day set for the delivery: offered it was, now it must be sent
    (PP 94/2021 Ps 37(4), PP 53/2010 Ps 31(4)).
    """
    what = _("Tanggal yang ditentukan")
    refuse_future(set_date, at, what=what)
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=MISS, at=at)
        step_for(proceeding, MISS, on=localdate(at))
        decision = proceeding.decision
        refuse_before(set_date, decision.decided_date, what=what, than=_("keputusan"))
        missed = DeliveryMiss.objects.create(decision=decision, set_date=set_date)
        stop_clock(proceeding.case, "delivery", met=set_date, recorded=localdate(at), subject_ref=ref)
        start_sending(proceeding, decision, set_date)
        advance(proceeding, MISS, by=by, at=at, dated=set_date)
    return missed


def decision_send(*, ref: str, sent_date: date, by: User, at: datetime) -> DeliveryMiss:
    """Record that the decision was sent to whoever stayed away. When it arrived is recorded apart, if ever.

    Under PP 53/2010 the penalty holds on the fifteenth day from the day set, arrived or not (Ps 46).
    """
    what = _("Tanggal pengiriman")
    refuse_future(sent_date, at, what=what)
    with transaction.atomic():
        proceeding = claim(ref, by=by, act=SEND, at=at)
        step_for(proceeding, SEND, on=localdate(at))
        missed = proceeding.decision.delivery_miss
        refuse_before(sent_date, missed.set_date, what=what, than=_("tanggal yang ditentukan"))
        missed.sent_date = sent_date
        missed.save(update_fields=["sent_date"])
        end_sending(proceeding, sent_date, localdate(at))
        if reached_when_absent(proceeding.decision) is not None:
            effect_when_absent(proceeding, missed.set_date)
        advance(proceeding, SEND, by=by, at=at, dated=sent_date)
    return missed


def effect_when_absent(proceeding: Proceeding, missed: date) -> date:
    """The day on which the penalty holds for whoever stayed away, and its term, opened once (PP 53/2010 Ps 46)."""
    begun = proceeding.case.deadlines.filter(subject_ref=proceeding.ref, rule=ABSENT).first()
    return (begun or start_term(proceeding, ABSENT, holder="AGENCY", start=missed)).due_date


def day_without_receipt(decision: Decision) -> date:
    """The day on which it holds although nobody knows that it arrived; refused where all counts from the receipt."""
    day = reached_when_absent(decision)
    if day is None:
        raise ActRefused(
            _(
                "Keputusan ini dikirim dan belum diterima, dan mulai berlakunya dihitung dari penerimaan (PP 94/2021 "
                "Pasal 38). Catat penyerahannya setelah diterima."
            )
        )
    return day


def refuse_second_receipt(decision: Decision) -> None:
    """It is received once, also where it held before it arrived."""
    if hasattr(decision, "delivery"):
        raise WrongState(
            _("Penyerahan keputusan ini sudah dicatat, diterima pada %(day)s. Yang kedua tidak dicatat.")
            % {"day": long_date(decision.delivery.received_date)}
        )


def start_sending(proceeding: Proceeding, decision: Decision, missed: date) -> None:
    """To whoever stayed away it is sent within three working days of the day that was set (PerBKN 6/2022 Ps 49(8))."""
    asked = decision.must_be_delivered and decision.regime == "DISC-94"
    if asked and term_is_known("delivery_absent", missed):
        start_term(proceeding, "delivery_absent", holder="AGENCY", start=missed)


def end_sending(proceeding: Proceeding, day: date, today: date) -> None:
    """It was sent, or handed over after all."""
    stop_clock(proceeding.case, "delivery_absent", met=day, recorded=today, subject_ref=proceeding.ref)
