"""Which day is a working day of a civil servant, and why another one is not.

National holidays come from the `holidays` library (a secondary source: it cites decree or press per year). Collective
leave comes from `data/calendar.yaml`, because for civil servants the President's decree counts (PP 11/2017 Pasal 333
ayat (4)), not the ministers' joint decree that everybody else follows. Before 2017 no decree was collected: there the
library's government category is taken, marked SECONDARY.

The week is Monday to Friday. Some regions, schools and hospitals work six days: that is not modelled here.
A calendar is a value with a version. Outside the years it knows it still skips weekends, and says `knows() == False`,
so that whoever counts with it can call the result provisional.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.metadata import version
from types import MappingProxyType

import holidays

from netra.law.data_files import Entry, day_of, read_data, refuse_unknown_keys, source_of
from netra.law.dated import Source, Verification
from netra.law.indonesian_dates import weekday

SATURDAY = 5
FIRST_YEAR_OF_OWN_LEAVE_TABLE = 2017
LEAVE_PREFIX = "Cuti Bersama "
ESTIMATED_MARK = " (perkiraan)"
LIBRARY_VERSION = version("holidays")


class DayOffKind(StrEnum):
    """Why a weekday is free."""

    NATIONAL_HOLIDAY = "NATIONAL_HOLIDAY"
    COLLECTIVE_LEAVE = "COLLECTIVE_LEAVE"
    VOTING_DAY = "VOTING_DAY"


WHY_FREE = {
    DayOffKind.COLLECTIVE_LEAVE: "cuti bersama: %(name)s (%(source)s)",
    DayOffKind.VOTING_DAY: "hari pemungutan suara: %(name)s (%(source)s)",
    DayOffKind.NATIONAL_HOLIDAY: "libur nasional: %(name)s",
}


@dataclass(frozen=True, slots=True)
class DayOff:
    """A free day: `dispute` says where sources part, `estimated` that the day itself may still move."""

    day: date
    kind: DayOffKind
    name: str
    source: Source
    dispute: str = ""
    estimated: bool = False

    def __str__(self) -> str:
        name = self.name.removeprefix(LEAVE_PREFIX)
        return WHY_FREE[self.kind] % {"name": name, "source": self.source.instrument}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days from `first` to `last`; a version, because decrees come late and change."""

    version: str
    first: date
    last: date
    days_off: Mapping[date, DayOff]

    def knows(self, day: date) -> bool:
        """False outside the years for which holidays were collected."""
        return self.first <= day <= self.last

    def is_working_day(self, day: date) -> bool:
        """True from Monday to Friday unless the day is free."""
        return day.weekday() < SATURDAY and day not in self.days_off

    def why_not(self, day: date) -> str | None:
        """Why the day is no working day, in Indonesian; None for a working day."""
        if day.weekday() >= SATURDAY:
            return weekday(day)
        day_off = self.days_off.get(day)
        return str(day_off) if day_off else None

    def dispute(self, day: date) -> str:
        """What the sources disagree about for this day, or an empty text."""
        day_off = self.days_off.get(day)
        return day_off.dispute if day_off else ""

    def is_estimated(self, day: date) -> bool:
        """True for a holiday whose date is a forecast."""
        day_off = self.days_off.get(day)
        return day_off is not None and day_off.estimated


def national_holidays(years: Iterable[int]) -> tuple[DayOff, ...]:
    """National holidays by the library, names in Indonesian whatever the machine's language."""
    return tuple(
        DayOff(
            day=day,
            kind=DayOffKind.NATIONAL_HOLIDAY,
            name=name.replace(ESTIMATED_MARK, ""),
            source=Source(f"pustaka holidays {LIBRARY_VERSION}", "libur nasional", Verification.SECONDARY),
            estimated=ESTIMATED_MARK in name,
        )
        for day, name in _library(years, category="public")
    )


def leave_by_library(years: Iterable[int]) -> tuple[DayOff, ...]:
    """Collective leave as the library has it: used before 2017, and after that only to compare."""
    return tuple(
        DayOff(
            day=day,
            kind=DayOffKind.COLLECTIVE_LEAVE,
            name=name,
            source=Source(f"pustaka holidays {LIBRARY_VERSION}", "cuti bersama", Verification.SECONDARY),
        )
        for day, name in _library(years, category="government")
    )


def _library(years: Iterable[int], *, category: str) -> list[tuple[date, str]]:
    found = holidays.country_holidays("ID", years=list(years), categories=(category,), language="id")
    return sorted(found.items())


def leave_by_decree(data: Entry) -> tuple[DayOff, ...]:
    """Collective leave of civil servants from our own table, disputed days included."""
    days: list[DayOff] = []
    for block in data["collective_leave"]:
        where = f"calendar.yaml, collective leave {block['year']}"
        refuse_unknown_keys(block, ("year", "source", "days"), where=where)
        source = source_of(block, where=where)
        days.extend(_leave_day(entry, source, where=where) for entry in block["days"])
    return tuple(days)


def _leave_day(entry: Entry, source: Source, *, where: str) -> DayOff:
    refuse_unknown_keys(entry, ("date", "name", "dispute", "estimated"), where=where)
    return DayOff(
        day=day_of(entry, "date", where=where),
        kind=DayOffKind.COLLECTIVE_LEAVE,
        name=entry["name"],
        source=source,
        dispute=entry.get("dispute", ""),
        estimated=entry.get("estimated", False),
    )


def voting_days(data: Entry) -> tuple[DayOff, ...]:
    """Voting days that a decree made free."""
    return tuple(
        DayOff(
            day=day_of(entry, "date", where="calendar.yaml, voting days"),
            kind=DayOffKind.VOTING_DAY,
            name=entry["name"],
            source=source_of(entry, where=f"calendar.yaml, voting day {entry['date']}"),
        )
        for entry in data["voting_days"]
    )


def load_calendar() -> Calendar:
    """The calendar of civil servants as collected; later layers win where two name the same day."""
    data = read_data("calendar.yaml")
    first, last = day_of(data, "first", where="calendar.yaml"), day_of(data, "last", where="calendar.yaml")
    layers = (
        leave_by_library(range(first.year, FIRST_YEAR_OF_OWN_LEAVE_TABLE)),
        leave_by_decree(data),
        national_holidays(range(first.year, last.year + 1)),
        voting_days(data),
    )
    days_off = {day_off.day: day_off for layer in layers for day_off in layer}
    return Calendar(version=data["version"], first=first, last=last, days_off=MappingProxyType(days_off))


DEFAULT = load_calendar()


def is_working_day(day: date) -> bool:
    """True on a working day of a civil servant, by the collected calendar."""
    return DEFAULT.is_working_day(day)


def why_not(day: date) -> str | None:
    """Why the day is no working day ("Sabtu", "libur nasional: …", "cuti bersama: … (Keppres …)"), else None."""
    return DEFAULT.why_not(day)
