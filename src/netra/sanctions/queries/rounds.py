"""The examinations of one proceeding: the one that holds, and before it, where it was repeated by a team, the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netra.sanctions.models import Examination, ExaminationReport, Proceeding, Summons


@dataclass(frozen=True, slots=True)
class Round:
    """One examination: who was called when, what was asked and answered, what the examiners found."""

    number: int
    calls: Sequence[Summons]
    examination: Examination | None
    report: ExaminationReport | None


def rounds_of(proceeding: Proceeding) -> list[Round]:
    """Its examinations, the newest first. Asks nothing more where a page has read them."""
    calls = sorted(proceeding.summonses.all(), key=lambda each: each.ordinal)
    records = {each.round: each for each in proceeding.examinations.all()}
    reports = {each.round: each for each in proceeding.reports.all()}
    return [
        Round(number, [each for each in calls if each.round == number], records.get(number), reports.get(number))
        for number in range(proceeding.round, 0, -1)
    ]
