"""Every table in full, as it is now, over what one officer may see."""

from __future__ import annotations

from datetime import date

from netra.cases.access import visible_to as visible_cases
from netra.insight import follow_up
from netra.insight.queries import CUBES
from netra.insight.sources import Sources
from netra.insight.tables import ALL, Table
from netra.intake.access import visible_to as visible_reports
from netra.trust.models import User


def officer_tables(user: User, election: str = ALL, *, on: date) -> dict[str, Table]:
    """Every table over what this officer may see."""
    sources = Sources(visible_reports(user, on=on), visible_cases(user, on=on))
    tables = {key: count(sources).table(election) for key, count in CUBES.items()}
    cases = sources.cases.filter(election_code=election) if election != ALL else sources.cases
    return {**tables, follow_up.KEY: follow_up.follow_up_table(Sources(sources.reports, cases))}
