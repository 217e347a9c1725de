"""What the oversight body does while an authority owes an answer: reminders, blocks; and terms that are changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from netra.cases import operations as cases
from netra.cases.models import Deadline
from netra.demo.cast import ANALYST
from netra.demo.pace import after_working_days, moment
from netra.demo.stage import Tale
from netra.law.indonesian_dates import in_words
from netra.sanctions import operations as sanctions

if TYPE_CHECKING:
    from netra.demo.tales.cases import CaseTale
    from netra.demo.tales.proceedings import ProceedingTale

FIRST_REMINDER, NEXT_REMINDER = 3, 15


def reminders(tale: CaseTale) -> Tale:
    """As many reminders as the story tells, each some weeks after the last; then perhaps the data are blocked."""
    if tale.story.reminders:
        owed = Deadline.objects.filter(case__ref=tale.ref, rule="follow_up", met_date=None).order_by("id")[0]
        when = after_working_days(owed.due_date, FIRST_REMINDER)
        for _number in range(tale.story.reminders):
            yield tale.pace.at(moment(when, 10))
            sanctions.reminder_issue(deadline_id=owed.pk, by=tale.world.users[ANALYST], at=tale.pace.now)
            when = after_working_days(when, NEXT_REMINDER)
    if tale.story.block:
        yield tale.pace.next(working=5)
        sanctions.data_block(
            case_ref=tale.ref,
            party=1,
            reason="Rekomendasi belum ditindaklanjuti setelah diingatkan.",
            by=tale.world.users[ANALYST],
            at=tale.pace.now,
        )


def unblock(tale: ProceedingTale) -> Tale:
    """The authority has decided, so the block is lifted."""
    if not tale.case.story.block:
        return
    yield tale.pace.next(working=2)
    sanctions.data_unblock(
        case_ref=tale.case.ref,
        party=tale.handling.party,
        reason="Keputusan sudah dijatuhkan; salinannya diterima.",
        by=tale.world.users[ANALYST],
        at=tale.pace.now,
    )


def change_term(tale: ProceedingTale) -> Tale:
    """The follow-up term is extended, or paused and perhaps resumed."""
    change = tale.handling.change
    if change is None:
        return
    yield tale.pace.next()
    term = Deadline.objects.get(case__ref=tale.case.ref, rule="follow_up", subject_ref=tale.party_ref, met_date=None)
    # The debtor asks by letter; whoever set the term changes it.
    by, ref = tale.world.users[ANALYST], tale.case.ref
    document = f"{change.document}, tanggal {in_words(tale.pace.today)}"
    if change.kind == "EXTEND":
        cases.deadline_extend(
            case_ref=ref,
            deadline_id=term.pk,
            due=term.due_date + timedelta(days=change.days),
            reason=change.reason,
            document=document,
            by=by,
            at=tale.pace.now,
        )
        return
    cases.deadline_pause(
        case_ref=ref, deadline_id=term.pk, reason=change.reason, document=document, by=by, at=tale.pace.now
    )
    if change.days:
        yield tale.pace.next(days=change.days)
        cases.deadline_resume(
            case_ref=ref,
            deadline_id=term.pk,
            reason="Yang ditunggu sudah diterima.",
            document=document,
            by=by,
            at=tale.pace.now,
        )
