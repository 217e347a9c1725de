"""Whether an election was under way on the day of an act, told to whoever reports it before they send."""

from __future__ import annotations

from netra.intake.states import Precision
from netra.intake.submission import Submission
from netra.law.stages import phase_answer
from netra.registry.queries import election_for

_KINDS = ("GENERAL", "REGIONAL")


def between_contests(submission: Submission) -> str:
    """Why no election was under way on that day, as the law room says it; empty where one was, or the day is open.

    It stops nobody: the civil service is neutral between two elections too, and the office judges.
    """
    day = submission.act_date
    if day is None or submission.act_precision != Precision.DAY:
        return ""
    kinds = (submission.election_kind,) if submission.election_kind else _KINDS
    answers = [phase_answer(kind, submission.region_code, day) for kind in kinds]
    if any(answer.election for answer in answers):
        return ""
    if any(election_for(kind, submission.region_code, day) for kind in kinds):
        return ""
    return " ".join(answer.explanation for answer in answers)
