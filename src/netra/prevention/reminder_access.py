"""Who sees the reminders of which agency, of which units, and who may say that one was given. Fetching is authorising.

The agency's people, who supervises its place, the oversight body and an auditor see all its units; the head of a unit
those at and beneath it. Only a personnel officer and a head write that a reminder was given, each for those they see.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.access import units_headed
from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.unit_reach import agencies_reached, reaches_whole, units_reached
from netra.registry.models import Agency, OrgUnit
from netra.registry.queries import unit_tree, units_above, units_beneath
from netra.trust.access import Person
from netra.trust.errors import NotFound

VIEW = "prevention.reminder_view"
GIVE = "prevention.reminder_give"


def routines_visible_to(user: Person, *, on: date) -> QuerySet[ReminderRoutine]:
    """The routines of this person's agencies, and those that reach units of which he is the head."""
    seen = Q(agency_code__in=agencies_reached(user, VIEW, on=on).values("code"))
    for unit in units_headed(user, VIEW, on=on):
        near = [*units_beneath(unit), *units_above(unit)]
        seen |= Q(agency_code=unit.agency.code) & (Q(unit=None) | Q(unit__in=near))
    return ReminderRoutine.objects.filter(seen).select_related("unit")


def routine_for(user: Person, ref: str, *, on: date) -> ReminderRoutine:
    """One routine, if this person may see it. Fails with NotFound."""
    found = routines_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Pengingat rutin itu tidak ada, atau bukan instansi Anda."))
    return found


def given_for(user: Person, ref: str, *, on: date) -> GivenReminder:
    """One reminder that was given, if this person may see its unit. Fails with NotFound."""
    found = GivenReminder.objects.select_related("routine", "routine__unit", "unit").filter(ref=ref).first()
    if found is not None:
        routine = routines_visible_to(user, on=on).filter(pk=found.routine_id).first()
        if routine is not None and (
            found.unit is None or found.unit in [unit for _depth, unit in seen(user, routine, on=on)]
        ):
            return found
    raise NotFound(_("Pengingat itu tidak ada, atau bukan instansi atau unit Anda."))


def seen(user: Person, routine: ReminderRoutine, *, on: date) -> list[tuple[int, OrgUnit]]:
    """The units of a routine that this person sees, from the top down, each with its depth."""
    return _within(user, VIEW, routine, on)


def giving(user: Person, routine: ReminderRoutine, *, on: date) -> tuple[bool, list[OrgUnit]]:
    """Whether this person may say that the whole agency was reminded, and for which of its units."""
    units = [unit for _depth, unit in _within(user, GIVE, routine, on)]
    return routine.unit is None and reaches_whole(user, GIVE, routine.agency_code, on=on), units


def units_of(routine: ReminderRoutine) -> list[tuple[int, OrgUnit]]:
    """The units that owe a routine, from the top down, each with its depth."""
    tree = unit_tree(routine.agency_code)
    if routine.unit is None:
        return tree
    beneath = set(units_beneath(routine.unit))
    return [(depth, unit) for depth, unit in tree if unit.pk in beneath]


def agencies_reminding(user: Person, *, on: date) -> list[Agency]:
    """The agencies with a routine that this person sees, by code, with their names of that day."""
    codes = routines_visible_to(user, on=on).values("agency_code")
    return list(Agency.objects.as_of(on).filter(code__in=codes).order_by("code"))


def _within(user: Person, act: str, routine: ReminderRoutine, on: date) -> list[tuple[int, OrgUnit]]:
    return units_reached(user, act, routine.agency_code, units_of(routine), on=on)
