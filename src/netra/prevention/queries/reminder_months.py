"""How many reminders were due in each month over many routines, and how many of those were given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.db.models import QuerySet

from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.recurring import Turn, turns
from netra.registry.models import OrgUnit

# The key of a unit, or None for an agency that has none and is reminded as a whole.
Owing = int | None
Beneath = Mapping[int | None, list[int]]


def reminders_by_month(routines: QuerySet[ReminderRoutine], *, start: date, until: date) -> dict[date, tuple[int, int]]:
    """By the first day of the month: turns that were due in it, one for each unit, and how many of them were given.

    A turn is due on its expected day; given once in its week or months, it is given. What was taken back was not given.
    Three queries.
    """
    known = list(routines)
    given: dict[int, list[GivenReminder]] = defaultdict(list)
    counted = GivenReminder.objects.filter(routine__in=known, retracted_at=None)
    for each in counted.only("routine", "unit", "with_beneath", "held_date"):
        given[each.routine_id].append(each)
    trees = _trees(known)
    due: Counter[date] = Counter()
    done: Counter[date] = Counter()
    for routine in known:
        beneath = trees[routine.agency_code]
        owing = _owing(routine, beneath)
        for turn in turns(routine, through=until):
            if start <= turn.expected < until:
                month = turn.expected.replace(day=1)
                due[month] += len(owing)
                done[month] += len(owing & _reminded(given[routine.pk], turn, beneath, owing, until))
    return {month: (due[month], done[month]) for month in due}


def _trees(routines: Iterable[ReminderRoutine]) -> dict[str, dict[int | None, list[int]]]:
    """By agency: the units beneath each unit, those at the top beneath None."""
    trees: dict[str, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    codes = {each.agency_code for each in routines}
    rows = OrgUnit.objects.filter(agency__code__in=codes).values_list("agency__code", "pk", "parent")
    for agency, key, parent in rows:
        trees[agency][parent].append(key)
    return trees


def _owing(routine: ReminderRoutine, beneath: Beneath) -> set[Owing]:
    if routine.unit_id is not None:
        return set(_downwards(routine.unit_id, beneath))
    return {key for keys in beneath.values() for key in keys} or {None}


def _reminded(
    given: Iterable[GivenReminder], turn: Turn, beneath: Beneath, owing: set[Owing], until: date
) -> set[Owing]:
    """The units that a reminder of this turn reached: those it names, all, or what was gathered beneath."""
    found: set[Owing] = set()
    for each in given:
        if turn.begins <= each.held_date < min(turn.ends, until):
            if each.unit_id is None:
                return owing
            found |= set(_downwards(each.unit_id, beneath)) if each.with_beneath else {each.unit_id}
    return found


def _downwards(top: int, beneath: Beneath) -> Iterator[int]:
    waiting, seen = [top], set()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            yield key
            waiting.extend(beneath.get(key, ()))
