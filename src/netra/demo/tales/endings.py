"""The ends of a case without a recommendation: withdrawn, expired, not proven, declined; then its erasure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from netra.cases import operations as cases
from netra.cases.models import Case, Deadline
from netra.demo.cast import ANALYST
from netra.demo.pace import Told, moment
from netra.demo.stage import Tale
from netra.intake.models import Report
from netra.intake.operations import report_withdraw
from netra.trust.actors import ReporterActor

if TYPE_CHECKING:
    from netra.demo.tales.cases import CaseTale

# Whoever approves what the officer of Kota Jambi asks: the province's officer.
SECOND_PERSON = "sinta"
SCHEDULE = "Jadwal retensi arsip sudah tiba; berkas tidak lagi diperlukan."


def during_study(tale: CaseTale) -> Tale:
    """The reporter withdraws, or the term of handling passes; the plenary ends what nobody has assessed yet."""
    ending = tale.story.ending
    if ending is None or ending.how not in {"WITHDRAWN", "EXPIRED"}:
        return
    if ending.how == "WITHDRAWN":
        yield tale.pace.next("WITHDRAWN", days=1)
        report = Report.objects.get(case_ref=tale.ref)
        report_withdraw(report_ref=report.ref, by=ReporterActor(report.designation), at=tale.pace.now)
        yield tale.pace.next(days=1)
        end = cases.case_withdraw
    else:
        due = max(Deadline.objects.filter(case__ref=tale.ref, met_date=None).values_list("due_date", flat=True))
        yield tale.pace.at(moment(due + timedelta(days=3)))
        end = cases.case_expire
    end(
        case_ref=tale.ref,
        held_date=tale.pace.today,
        members=3,
        reason=ending.reason,
        by=tale.world.users[tale.desk.decider],
        at=tale.pace.now,
    )
    yield from erasure(tale)
    raise Told


def after_referral(tale: CaseTale) -> Tale:
    """The oversight body finds no breach."""
    ending = tale.story.ending
    if ending is None or ending.how != "DECLINED":
        return
    yield tale.pace.next(working=10)
    cases.case_decline(case_ref=tale.ref, reason=ending.reason, by=tale.world.users[ANALYST], at=tale.pace.now)
    yield from erasure(tale)
    raise Told


def erasure(tale: CaseTale) -> Tale:
    """On its date: asked for lately, or asked for and done; or nobody has asked yet."""
    wanted = tale.story.ending.erasure if tale.story.ending else ""
    due = Case.objects.get(ref=tale.ref).erase_date
    if not wanted or due is None:
        return
    lately = tale.world.today - timedelta(days=3)
    yield tale.pace.at(moment(max(due, lately) if wanted == "REQUESTED" else due + timedelta(days=6)))
    cases.erasure_request(case_ref=tale.ref, reason=SCHEDULE, by=tale.officer, at=tale.pace.now)
    if wanted == "DONE":
        yield tale.pace.next(working=2)
        cases.erasure_approve(case_ref=tale.ref, by=tale.world.users[SECOND_PERSON], at=tale.pace.now)
