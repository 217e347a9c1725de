"""The written notice to a reporter (pemberitahuan status laporan): a draft first, then a numbered letter that stays.

Whoever holds the code of the report reads it once it is set. The reporter is a designation in it, never a name; what
the officer writes stands in the letter alone, not in the trail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netra.intake.models import Report
from netra.intake.operations.claims import claim
from netra.intake.operations.receipt import issuing_office
from netra.intake.queries.papers import notice
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.operations import letter_draft, letter_finalise, letter_revise
from netra.trust import trail
from netra.trust.actors import Actor

# A notice is a way of writing to the reporter, so who may reply may write one.
ACT = "intake.report_reply"


@dataclass(frozen=True, slots=True)
class Notice:
    """What an officer writes in it; everything else the report knows."""

    outcome: str
    explanation: str
    signer_name: str
    signer_position: str
    next_steps: str = ""


def notice_draft(*, report_ref: str, written: Notice, by: Actor, at: datetime) -> Letter:
    """Draft a notice. Fails with NotFound, NotAllowed, Erased, DataRefused, or ReceiptRefused (no letterhead yet)."""
    with transaction.atomic():
        report = claim(report_ref, by=by, act=ACT, at=at)
        return letter_draft(
            kind=LetterKind.REPORTER_NOTICE,
            agency_code=issuing_office(report),
            chain=f"report:{report.ref}",
            subject_ref=report.ref,
            data=_data(report, written),
            by=by,
            at=at,
        )


def notice_revise(*, report_ref: str, letter_ref: str, written: Notice, by: Actor, at: datetime) -> Letter:
    """Write a draft anew. Fails like `notice_draft`, and with LetterRefused when it is set already."""
    with transaction.atomic():
        report = claim(report_ref, by=by, act=ACT, at=at)
        found = notice(report, letter_ref)
        return letter_revise(letter_ref=found.ref, data=_data(report, written), by=by, at=at)


def notice_finalise(*, report_ref: str, letter_ref: str, by: Actor, at: datetime) -> Letter:
    """Number a draft and lock it; from now on the reporter reads it. Fails like `notice_revise`."""
    with transaction.atomic():
        report = claim(report_ref, by=by, act=ACT, at=at)
        return letter_finalise(letter_ref=notice(report, letter_ref).ref, by=by, at=at)


def _data(report: Report, written: Notice) -> dict[str, object]:
    return {
        "report_ref": report.ref,
        "reporter_designation": report.designation,
        "outcome": written.outcome,
        "explanation": written.explanation,
        "basis": _basis(report),
        "next_steps": written.next_steps,
        "signer": {"name": written.signer_name, "position": written.signer_position},
    }


def _basis(report: Report) -> list[str]:
    """The articles by which the report stands where it does: those that the trail cites for its last step."""
    cited = [entry.citation for entry in trail.history(f"report:{report.ref}") if entry.citation]
    return cited[-1].split("; ")
