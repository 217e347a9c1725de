"""What anybody may see: every table with its small cells suppressed; and the same in full for officers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.access import visible_to as visible_cases
from netra.cases.models import Case
from netra.insight import follow_up
from netra.insight.queries import CUBES, Sources
from netra.insight.suppression import published
from netra.insight.tables import ALL, Table, tabled
from netra.intake.access import visible_to as visible_reports
from netra.intake.models import Report
from netra.trust.models import User

KEYS = (*CUBES, follow_up.KEY)


def public_tables(election: str = ALL, *, keys: Collection[str] = KEYS) -> dict[str, Table]:
    """The tables for the public over one election or all, every one or those named.

    Follow-up is published over all elections only.
    """
    sources = Sources(Report.objects.all(), Case.objects.all())
    tables = {}
    for key, count in CUBES.items():
        if key in keys:
            cube, cells = published(count(sources), joined_label=_("Lainnya, disatukan karena sedikit"))
            tables[key] = tabled(cube, cells, election)
    if follow_up.KEY in keys:
        tables[follow_up.KEY] = follow_up.public_follow_up_table(sources.cases)
    return tables


def officer_tables(user: User, election: str = ALL, *, on: date) -> dict[str, Table]:
    """Every table over what this officer may see, in full."""
    sources = Sources(visible_reports(user, on=on), visible_cases(user, on=on))
    tables = {key: count(sources).table(election) for key, count in CUBES.items()}
    cases = sources.cases.filter(election_code=election) if election != ALL else sources.cases
    return {**tables, follow_up.KEY: follow_up.follow_up_table(cases)}
