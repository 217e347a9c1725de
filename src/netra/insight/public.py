"""What anybody may see: every table with its small cells suppressed; and the same in full for officers.

The public reads as of the last day of the last finished month. Live figures would show one new case or decision at
once, as the difference between two visits.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from netra.cases.access import people_shown
from netra.cases.access import visible_to as visible_cases
from netra.cases.models import Case, Party
from netra.insight import follow_up
from netra.insight.queries import CUBES, GROUPS
from netra.insight.sources import Sources
from netra.insight.suppression import published
from netra.insight.tables import ALL, Table, tabled
from netra.intake.access import visible_to as visible_reports
from netra.intake.models import Report
from netra.trust.models import User

# Tables whose figures are people, or acts of people.
OF_PEOPLE = ("bentuk", "sanksi", follow_up.KEY)
KEYS = (*(key for keys in GROUPS for key in keys), follow_up.KEY)


def published_as_of(on: date) -> date:
    """The day as of which figures are published on that day: the last one of the last finished month."""
    return on.replace(day=1) - timedelta(days=1)


def public_tables(election: str = ALL, *, on: date, keys: Collection[str] = KEYS) -> dict[str, Table]:
    """The tables that the public may read on that day, over one election or all, every one or those named.

    Follow-up is published over all elections only.
    """
    until = make_aware(datetime.combine(published_as_of(on) + timedelta(days=1), time.min))
    sources = Sources(Report.objects.all(), Case.objects.all(), until)
    tables = {}
    for group, count in GROUPS.items():
        if any(key in keys for key in group):
            cubes = count(sources)
            made = (tabled(cube, cells, election) for cube, cells in zip(cubes, published(cubes), strict=True))
            tables.update({key: table for key, table in zip(group, made, strict=True) if key in keys})
    if follow_up.KEY in keys:
        tables[follow_up.KEY] = follow_up.public_follow_up_table(sources, on=published_as_of(on))
    return tables


def officer_tables(user: User, election: str = ALL, *, on: date) -> dict[str, Table]:
    """Every table over what this officer may see, in full and as it is now; of people only those he may read of."""
    shown = people_shown(user, on=on)
    people = Party.objects.filter(shown) if shown else None
    sources = Sources(visible_reports(user, on=on), visible_cases(user, on=on), people=people)
    tables = {key: count(sources).table(election) for key, count in CUBES.items()}
    cases = sources.cases.filter(election_code=election) if election != ALL else sources.cases
    tables[follow_up.KEY] = follow_up.follow_up_table(replace(sources, cases=cases), on=on)
    if people is None:
        return tables
    own = _("Hanya orang yang boleh Anda baca; orang lain dalam perkara yang sama tidak dihitung.")
    return {
        key: replace(table, note=f"{table.note} {own}") if key in OF_PEOPLE else table for key, table in tables.items()
    }
