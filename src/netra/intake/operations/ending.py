"""report_close, report_withdraw and report_withdraw_record: a report ends without a case, or is taken back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.intake.offices import office_code
from netra.intake.operations.claims import cited, claim, claim_own, remember, step_or_refuse
from netra.intake.states import CLOSING_STATES, CloseReason, State, label
from netra.intake.written_documents import named_document
from netra.registry.queries import erasure_day
from netra.trust.actors import Actor
from netra.trust.errors import Refused
from netra.trust.plain_text import paragraphs

EXPLANATION_LIMIT = 5_000


class CloseRefused(Refused):
    """A report cannot be closed like this: the outcome is none of the two, or the reporter would not be told why."""


def report_close(
    *, report_ref: str, outcome: State, reason: CloseReason, explanation: str, by: Actor, at: datetime
) -> Report:
    """End a report without registering it: as a lead that is traced (INFORMATION), or not at all (NOT_REGISTERED).

    The reporter reads the reason and the explanation with the code. What is not registered is erased on its date; a
    lead is kept while it is traced. Fails with NotFound, NotAllowed, StepForbidden, CloseRefused or Erased.
    """
    act = "intake.report_close"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        _refuse_outcome(outcome)
        _refuse_beside_a_case(report)
        step = step_or_refuse(report, act, outcome)
        report.state = outcome
        report.outcome_reason = reason
        report.outcome_explanation = _told(explanation)
        report.closed_at = at
        report.erase_date = erase_date(report, timezone.localdate(at)) if outcome == State.NOT_REGISTERED else None
        report.save()
        remember(
            report,
            act,
            by=by,
            at=at,
            payload={"outcome": outcome, "reason": reason},
            citation=cited(report, step, at),
        )
    return report


def report_withdraw(*, report_ref: str, by: Actor, at: datetime) -> Report:
    """The reporter takes the report back before it is registered (Perbawaslu 7/2022 Pasal 14 ayat (1)), or later.

    A case goes on without its reporter: only its plenary ends it, and its date of erasure is that of the report too.
    Fails with NotFound, StepForbidden or Erased.
    """
    act = "intake.report_withdraw"
    with transaction.atomic():
        report = claim_own(report_ref, by=by, at=at)
        step = step_or_refuse(report, act)
        report.state, report.closed_at = State.WITHDRAWN, at
        report.erase_date = None if report.case_ref else erase_date(report, timezone.localdate(at))
        report.save(update_fields=["state", "closed_at", "erase_date"])
        remember(report, act, by=by, at=at, payload={}, citation=cited(report, step, at))
    return report


def report_withdraw_record(*, report_ref: str, document: str, by: Actor, at: datetime) -> Report:
    """An officer records the letter by which a reporter takes back what is a case already; the reporter reads which.

    `document` names the letter by number and date. Fails with NotFound, NotAllowed, StepForbidden, UnnamedDocument or
    Erased.
    """
    act = "intake.report_withdraw_record"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        step = step_or_refuse(report, act)
        people = report.persons.values_list("name", flat=True)
        letter = named_document(document, on=timezone.localdate(at), people=people)
        report.state, report.closed_at, report.outcome_explanation = State.WITHDRAWN, at, letter
        report.save(update_fields=["state", "closed_at", "outcome_explanation"])
        remember(report, act, by=by, at=at, payload={"document": letter}, citation=cited(report, step, at))
    return report


def erase_date(report: Report, ended: date) -> date:
    """The day from which the content is destroyed, by the archive schedule of the handling office."""
    return erasure_day(office_code(report.handler_region_code), ended)


def _refuse_outcome(outcome: State) -> None:
    if outcome not in CLOSING_STATES:
        names = ", ".join(f"“{label(state)}”" for state in sorted(CLOSING_STATES))
        raise CloseRefused(_("Laporan hanya dapat ditutup sebagai: %(names)s.") % {"names": names})


def _refuse_beside_a_case(report: Report) -> None:
    """What was taken back after it became a case is followed there, and not as a lead beside it."""
    if report.case_ref:
        raise CloseRefused(
            _("Laporan ini sudah menjadi perkara %(case)s dan ditangani di sana, jadi tidak ditutup di sini.")
            % {"case": report.case_ref}
        )


def _told(explanation: str) -> str:
    text = paragraphs(explanation)
    if not text:
        raise CloseRefused(
            _("Tulis penjelasan untuk pelapor: apa yang diperiksa, dan mengapa laporan tidak diregistrasi.")
        )
    if len(text) > EXPLANATION_LIMIT:
        raise CloseRefused(
            _("Penjelasan paling panjang %(limit)d huruf; yang tertulis %(found)d.")
            % {"limit": EXPLANATION_LIMIT, "found": len(text)}
        )
    return text
