"""report_check and report_ask_completion: formal and material requirements, and what is still missing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from netra.intake.models import Report, ReportMessage
from netra.intake.operations.claims import Payload, cited, claim, remember, reopen, step_or_refuse
from netra.intake.requirements import FORMAL, WORDING, Requirement
from netra.intake.states import Side, State
from netra.intake.terms import COMPLETION_TERM, terms
from netra.trust.actors import Actor
from netra.trust.errors import Refused
from netra.trust.plain_text import paragraphs


class CompletionRefused(Refused):
    """Completion cannot be asked like this: nothing is missing, or it was asked for nothing in particular."""


def report_check(*, report_ref: str, missing: Collection[Requirement], by: Actor, at: datetime) -> Report:
    """Record which requirements are met (Perbawaslu 7/2022 Pasal 15 ayat (3)-(4)); with none missing it is complete.

    The officer judges: what the coach counts as there may not be what the law means. Fails with NotFound, NotAllowed,
    StepForbidden or Erased.
    """
    act = "intake.report_check"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        step = step_or_refuse(report, act)
        lacking = [requirement for requirement in Requirement if requirement in missing]
        report.checked_at = at
        report.formal_met = not any(requirement in FORMAL for requirement in lacking)
        report.material_met = all(requirement in FORMAL for requirement in lacking)
        report.missing = [requirement.value for requirement in lacking]
        if not lacking:
            report.state, report.completion_due_date = State.COMPLETE, None
            reopen(report)
        report.save()
        payload: Payload = {
            "formal": report.formal_met,
            "material": report.material_met,
            "missing": " ".join(report.missing),
        }
        remember(report, act, by=by, at=at, payload=payload, citation=cited(report, step, at))
    return report


def report_ask_completion(
    *, report_ref: str, missing: Collection[Requirement], note: str, by: Actor, at: datetime
) -> Report:
    """Ask the reporter for what is missing, with the day until when, in a message on the page of the code.

    Fails with NotFound, NotAllowed, StepForbidden, CompletionRefused or Erased.
    """
    act = "intake.report_ask_completion"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        step = step_or_refuse(report, act)
        lacking = [requirement for requirement in Requirement if requirement in missing]
        if not lacking:
            raise CompletionRefused(
                _("Sebutkan sekurangnya satu syarat yang belum terpenuhi. Bila semua terpenuhi, catat laporan lengkap.")
            )
        report.state = State.COMPLETION_ASKED
        report.missing = [requirement.value for requirement in lacking]
        report.completion_asked_date = timezone.localdate(at)
        report.completion_due_date = completion_due(report.election_kind, report.completion_asked_date)
        report.save(update_fields=["state", "missing", "completion_asked_date", "completion_due_date"])
        _tell_reporter(report, lacking, note, by, at)
        due = report.completion_due_date.isoformat() if report.completion_due_date else None
        payload = {"missing": " ".join(report.missing), "due": due}
        remember(report, act, by=by, at=at, payload=payload, citation=cited(report, step, at))
    return report


def completion_due(election_kind: str, asked: date) -> date | None:
    """The last day to complete: the later one where two laws may apply, none where no rule is known for that day."""
    days = [term.deadline.due for term in terms(COMPLETION_TERM, asked, election_kind, on=asked) if term.deadline]
    return max(days, default=None)


def _tell_reporter(report: Report, lacking: list[Requirement], note: str, by: Actor, at: datetime) -> None:
    with translation.override("id"):  # kept for the reporter, who need not read the officer's language
        items = [f"- {WORDING[item].label}. {WORDING[item].help}" for item in lacking]
        lines = [_("Mohon lengkapi laporan Anda:"), *items]
    ReportMessage.objects.create(
        report=report,
        side=Side.OFFICER,
        body=paragraphs("\n".join([*lines, note])),
        author_ref=by.actor_ref,
        sent_at=at,
        token=f"completion/{at.isoformat()}",
    )
