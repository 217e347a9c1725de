"""What became of the reminders of an agency in one month, unit by unit: what the monthly report says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.queries.spoken_reminders import owed, places_seen, reaching, units_above_each
from netra.prevention.recurring import Turn, turns
from netra.prevention.reminder_access import routines_visible_to
from netra.registry.models import OrgUnit
from netra.registry.queries import agency_name, first_days_in_units, units_beneath
from netra.trust.access import Person
from netra.trust.errors import NotFound

_DECEMBER = 12
# A unit with its depth, or nothing for an agency without units.
Place = tuple[OrgUnit | None, int]


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """A unit, or the agency where it has none: of the turns of the month how many were given, and on which days.

    A turn whose week or months go on is neither given nor missed yet. `never`: turns passed, and none was ever given.
    """

    unit: OrgUnit | None
    depth: int
    due: int
    given: int
    missed: int
    days: Sequence[date]
    never: bool

    @property
    def going_on(self) -> int:
        return self.due - self.given - self.missed


@dataclass(frozen=True, slots=True)
class RoutineMonth:
    """One routine in that month."""

    routine: ReminderRoutine
    rows: Sequence[UnitMonth]


@dataclass(frozen=True, slots=True)
class ReminderMonth:
    """An agency, or one unit of it with all beneath, in one month."""

    agency: str
    unit: OrgUnit | None
    month: date
    routines: Sequence[RoutineMonth]


def reminder_month(user: Person, agency_code: str, month: date, *, on: date, unit_code: str = "") -> ReminderMonth:
    """The month that begins on `month`, as far as this person sees it, by what was written down until `on`.

    Fails with NotFound where nothing of the agency or unit is theirs.
    """
    seen = routines_visible_to(user, on=on).filter(agency_code=agency_code, start_date__lt=_next(month))
    routines = [each for each in seen.order_by("pk") if each.until_date is None or each.until_date > month]
    places = {each.pk: places_seen(user, each, on=on) for each in routines}
    unit = _unit(unit_code, [unit for rows in places.values() for unit, _depth in rows if unit])
    if not any(places.values()) or (unit_code and unit is None):
        raise NotFound(_("Tidak ada pengingat instansi atau unit itu pada bulan ini yang dapat Anda lihat."))
    wanted = set(units_beneath(unit)) if unit else None
    return ReminderMonth(
        agency=agency_name(agency_code, min(on, _next(month))),
        unit=unit,
        month=month,
        routines=[RoutineMonth(each, _rows(each, _within(places[each.pk], wanted), month, on)) for each in routines],
    )


def _within(places: Sequence[Place], wanted: set[int] | None) -> list[Place]:
    """Those of the places that are asked for; all of them where no unit was named."""
    return [place for place in places if wanted is None or (place[0] and place[0].pk in wanted)]


def _unit(code: str, seen: Iterable[OrgUnit]) -> OrgUnit | None:
    return next((unit for unit in seen if unit.code == code), None) if code else None


def _rows(routine: ReminderRoutine, places: Sequence[Place], month: date, on: date) -> list[UnitMonth]:
    counted = list(routine.given.filter(retracted_at=None, held_date__lte=on).order_by("-held_date", "-pk"))
    above = units_above_each(routine.agency_code)
    first = first_days_in_units(routine.agency_code)
    begun = list(turns(routine, through=on))
    rows = []
    for place in places:
        since = first.get(place[0].pk) if place[0] else None
        rows.append(_row(place, owed(begun, since), reaching(place[0], counted, above), month, on))
    return rows


def _row(
    place: Place,
    turns_owed: Sequence[Turn],
    reached: Sequence[GivenReminder],
    month: date,
    on: date,
) -> UnitMonth:
    due = [turn for turn in turns_owed if month <= turn.expected < _next(month) and turn.expected <= on]
    held = {each.held_date for each in reached}
    days = {turn: sorted(day for day in held if turn.begins <= day < turn.ends) for turn in due}
    return UnitMonth(
        unit=place[0],
        depth=place[1],
        due=len(due),
        given=sum(bool(told) for told in days.values()),
        missed=sum(not told and turn.ends <= on for turn, told in days.items()),
        days=[day for told in days.values() for day in told],
        never=not reached and any(turn.ends <= on for turn in turns_owed),
    )


def _next(month: date) -> date:
    return date(month.year + month.month // _DECEMBER, month.month % _DECEMBER + 1, 1)
