"""Every table in full, as it is now, over what one officer may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.access import people_shown
from netra.cases.access import visible_to as visible_cases
from netra.cases.models import Party
from netra.insight import crossed, follow_up, provinces
from netra.insight.queries import CUBES
from netra.insight.sources import Sources
from netra.insight.tables import ALL, Table
from netra.intake.access import visible_to as visible_reports
from netra.trust.models import User

# Tables whose figures are people, or acts of people.
OF_PEOPLE = ("bentuk", "sanksi", follow_up.KEY)


def officer_tables(user: User, election: str = ALL, *, on: date) -> dict[str, Table]:
    """Every table over what this officer may see, in full and as it is now; of people only those he may read of.

    The national office is told how the provinces stand as well, in figures alone.
    """
    shown = people_shown(user, on=on)
    people = Party.objects.filter(shown) if shown else None
    sources = Sources(visible_reports(user, on=on), visible_cases(user, on=on), people=people)
    cubes = {key: count(sources) for key, count in CUBES.items()}
    tables = {key: cube.table(election) for key, cube in cubes.items()}
    tables["bentuk"] = crossed.in_full(cubes["bentuk"], election)
    cases = sources.cases.filter(election_code=election) if election != ALL else sources.cases
    tables[follow_up.KEY] = follow_up.follow_up_table(replace(sources, cases=cases), on=on)
    if provinces.supervises_provinces(user, on=on):
        tables[provinces.KEY] = provinces.provinces_table(election, on=on)
    if people is None:
        return tables
    own = _("Hanya orang yang boleh Anda baca; orang lain dalam perkara yang sama tidak dihitung.")
    return {
        key: replace(table, note=f"{table.note} {own}") if key in OF_PEOPLE else table for key, table in tables.items()
    }
