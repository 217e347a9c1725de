"""Series of meetings: which turns were held, which passed without a meeting. Derived on the day somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netra.prevention.access import writes_for
from netra.prevention.meeting_access import series_for, series_visible_to
from netra.prevention.meeting_states import MeetingState
from netra.prevention.models import Meeting, MeetingSeries
from netra.prevention.recurring import STANDING_LABELS, Standing, Turn, standing, turns
from netra.registry.queries import agency_names
from netra.trust.access import Person

MOST_SERIES, MOST_TURNS = 20, 60


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A turn of a series, what became of it, and the meeting that was held or is planned."""

    turn: Turn
    standing: Standing
    meeting: Meeting | None

    @property
    def label(self) -> str:
        return STANDING_LABELS[self.standing]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with its turns, newest first, and how many passed without a meeting."""

    series: MeetingSeries
    caller: str
    turns: Sequence[TurnRow]
    passed: int
    missed: int


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """One series with the agencies that take part, and whether this reader writes for the one that calls it."""

    row: SeriesRow
    parties: Sequence[str]
    may_write: bool


def series_rows(user: Person, *, on: date) -> list[SeriesRow]:
    """The newest series this person sees, each with all its turns so far."""
    found = list(series_visible_to(user, on=on).order_by("-start_date", "-pk")[:MOST_SERIES])
    names = agency_names({each.agency_code for each in found}, on=on) if found else {}
    meetings: dict[int | None, list[Meeting]] = {}
    for meeting in Meeting.objects.filter(series__in=found).exclude(state=MeetingState.CANCELLED):
        meetings.setdefault(meeting.series_id, []).append(meeting)
    return [_row(each, names.get(each.agency_code, each.agency_code), meetings.get(each.pk, []), on) for each in found]


def series_file(user: Person, ref: str, *, on: date) -> SeriesFile:
    """One series, if this person may see it. Fails with NotFound."""
    series = series_for(user, ref, on=on)
    codes = list(series.parties.order_by("pk").values_list("agency_code", flat=True))
    names = agency_names(codes, on=on)
    meetings = series.meetings.exclude(state=MeetingState.CANCELLED)
    return SeriesFile(
        row=_row(series, names.get(series.agency_code, series.agency_code), meetings, on),
        parties=[names.get(code, code) for code in codes],
        may_write=writes_for(user, series.agency_code, on=on),
    )


def _row(series: MeetingSeries, caller: str, meetings: Iterable[Meeting], on: date) -> SeriesRow:
    known = list(meetings)
    # One turn ahead, so that the next day is shown too.
    ahead = on + timedelta(days=31 * series.every_months)
    rows = [_turn(each, known, on) for each in turns(series, through=ahead)]
    passed = [each for each in rows if each.turn.ends <= on]
    missed = [each for each in passed if each.standing == Standing.MISSED]
    return SeriesRow(series, caller, rows[::-1][:MOST_TURNS], len(passed), len(missed))


def _turn(turn: Turn, meetings: Sequence[Meeting], on: date) -> TurnRow:
    within = [each for each in meetings if turn.begins <= each.day < turn.ends]
    held = next((each for each in within if each.is_held), None)
    planned = next((each for each in within if not each.is_held), None)
    became = standing(turn, held=held is not None, planned=planned is not None, on=on)
    return TurnRow(turn, became, held or planned)
