"""From the decision to its end: delivered, contested or not, in force, final, carried out, closed."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime
from typing import TYPE_CHECKING

from netra.demo.pace import WIB, after_working_days, moment
from netra.demo.stage import Tale
from netra.demo.stories import Remedy
from netra.law.indonesian_dates import in_words
from netra.sanctions import operations as sanctions
from netra.sanctions.states import UNDONE, Route
from netra.sanctions.states import ProceedingState as S

if TYPE_CHECKING:
    from netra.demo.tales.proceedings import ProceedingTale

# The longest term in which a decision may be contested, with a day to spare.
CONTESTABLE = 16
# Well within that term.
FILED_AFTER = 6
FILE = {"OBJECTION": sanctions.objection_file, "APPEAL": sanctions.appeal_file}


def effect_tale(tale: ProceedingTale) -> Tale:
    """Everything after the decision, or after it was found that there is nothing to decide."""
    if tale.handling.proven:
        received, in_force = yield from _deliver(tale)
        remedy, annulled = tale.handling.remedy, False
        if remedy is None or remedy.after_execution:
            yield from _take_effect(tale, received, in_force)
        if remedy and remedy.after_execution:
            yield from _carry_out(tale, received)
        if remedy:
            annulled = yield from _contest(tale, remedy, received)
        if not annulled:
            yield from _carry_out(tale, received)
        elif remedy and remedy.after_execution:
            yield from _restore(tale)
    yield tale.pace.next(S.CLOSED, working=2)
    sanctions.proceeding_close(ref=tale.ref, by=tale.officer, at=tale.pace.now)
    if tale.handling.remedy and tale.handling.remedy.suit:
        yield from _sue(tale, tale.handling.remedy.suit)


def _deliver(tale: ProceedingTale) -> Generator[datetime, None, tuple[date, date | None]]:
    stage = S.FINAL if tale.handling.route == Route.ETHICS else S.DELIVERED
    stays_away = tale.handling.stays_away or tale.handling.missed == 2
    meant, sent = (yield from _send(tale)) if stays_away else (None, None)
    yield tale.pace.next(stage, working=3)
    manner = "OPEN_FORUM" if tale.handling.mode == "OPEN" else "SENT" if stays_away else "IN_PERSON"
    delivery = sanctions.decision_deliver(
        ref=tale.ref,
        handover=sanctions.Handover(
            manner=manner,
            received_date=tale.pace.today,
            place="Badan kepegawaian",
            time=f"{tale.pace.now.astimezone(WIB):%H.%M}",
            meant_date=meant,
            sent_date=sent,
        ),
        by=tale.officer,
        at=tale.pace.now,
    )
    tale.pace.reached(stage)
    return delivery.received_date, delivery.in_force_date


def _send(tale: ProceedingTale) -> Generator[datetime, None, tuple[date, date]]:
    """The person stays away on the day that was set, and the decision is sent on the working day after it."""
    yield tale.pace.next(S.DELIVERY_MISSED, working=1)
    meant = tale.pace.today
    sanctions.delivery_miss(ref=tale.ref, set_date=meant, by=tale.officer, at=tale.pace.now)
    tale.pace.reached(S.DELIVERY_MISSED)
    yield tale.pace.next(S.DECISION_SENT, working=1)
    sent = tale.pace.today
    sanctions.decision_send(ref=tale.ref, sent_date=sent, by=tale.officer, at=tale.pace.now)
    tale.pace.reached(S.DECISION_SENT)
    return meant, sent


def _take_effect(tale: ProceedingTale, received: date, in_force: date | None) -> Tale:
    """Recorded when nobody can contest it any more; it may count from a day long before."""
    if tale.handling.route == Route.ETHICS:
        return
    uncontested = after_working_days(received, CONTESTABLE)
    yield tale.pace.at(moment(max(in_force or received, uncontested), 10))
    if tale.handling.late:
        sanctions.objection_reject(ref=tale.ref, filed_date=tale.pace.today, by=tale.decider, at=tale.pace.now)
    sanctions.decision_enforce(ref=tale.ref, by=tale.officer, at=tale.pace.now)
    tale.pace.reached(S.IN_FORCE)


def _contest(tale: ProceedingTale, remedy: Remedy, received: date) -> Generator[datetime, None, bool]:
    """An objection, or an appeal where it is a dismissal; True when it ended the decision."""
    appeal = tale.handling.route == Route.STATUS_TERMINATION or tale.handling.sanction.endswith("_dismissal")
    kind = "APPEAL" if appeal else "OBJECTION"
    stage = S.APPEALED if appeal else S.OBJECTED
    yield tale.pace.next(stage, working=FILED_AFTER)
    filed = after_working_days(received, FILED_AFTER) if remedy.after_execution else tale.pace.today
    FILE[kind](ref=tale.ref, filed_date=filed, grounds=remedy.grounds, by=tale.officer, at=tale.pace.now)
    tale.pace.reached(stage)
    if appeal:
        yield tale.pace.next(working=10)
        letter = f"Surat tanggapan nomor B-{tale.pace.today:%m%d}/{tale.pace.today.year}, {in_words(tale.pace.today)}"
        sanctions.remedy_reply(
            ref=tale.ref, replied_date=tale.pace.today, document=letter, by=tale.decider, at=tale.pace.now
        )
    yield tale.pace.next(working=35 if appeal else 15)
    answer = sanctions.Answer(
        outcome=remedy.outcome,
        decided_date=tale.pace.today,
        reason=remedy.reason,
        sanction_after=remedy.sanction_after,
    )
    if appeal:
        sanctions.appeal_decide(ref=tale.ref, answer=answer, by=tale.officer, at=tale.pace.now)
    else:
        sanctions.objection_decide(ref=tale.ref, answer=answer, by=tale.decider, at=tale.pace.now)
    annulled = remedy.outcome in UNDONE
    undone = S.RESTORING if remedy.after_execution else S.ANNULLED
    tale.pace.reached(undone if annulled else S.IN_FORCE)
    return annulled


def _carry_out(tale: ProceedingTale, received: date) -> Tale:
    pace = tale.pace
    if tale.handling.route != Route.ETHICS:
        yield pace.at(moment(after_working_days(received, CONTESTABLE), 10))
        sanctions.decision_finalise(ref=tale.ref, by=tale.officer, at=pace.now)
        pace.reached(S.FINAL)
    yield pace.next(S.EXECUTED, working=5)
    document = f"Berita acara BA-{pace.today:%m%d}/{pace.today.year}, {in_words(pace.today)}"
    sanctions.decision_execute(ref=tale.ref, document=document, by=tale.officer, at=pace.now)
    pace.reached(S.EXECUTED)


def _restore(tale: ProceedingTale) -> Tale:
    """What was carried out is undone: rank, post and pay are given back by a decree."""
    pace = tale.pace
    yield pace.next(working=5)
    sanctions.restoration_record(
        ref=tale.ref,
        restored_date=pace.today,
        document=f"Keputusan nomor 800/{pace.today:%m%d}/{pace.today.year}, {in_words(pace.today)}",
        by=tale.officer,
        at=pace.now,
    )
    pace.reached(S.ANNULLED)


def _sue(tale: ProceedingTale, seat: str) -> Tale:
    """The person goes to court over the answer, and the closed case is taken up again."""
    pace = tale.pace
    yield pace.next(S.SUED, working=15)
    sanctions.suit_file(
        ref=tale.ref,
        filed_date=pace.today,
        seat=seat,
        document=f"{pace.today:%m%d}/G/{pace.today.year}, {in_words(pace.today)}",
        by=tale.officer,
        at=pace.now,
    )
    pace.reached(S.SUED)
