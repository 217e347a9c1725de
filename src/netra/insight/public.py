"""What anybody may see: every table with its small cells suppressed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netra.insight.queries import TABLES, Window, counted_cases, joined_small_authorities
from netra.insight.suppression import suppressed
from netra.insight.tables import Table
from netra.trust.models import User


def public_tables(window: Window, *, on: date, keys: Collection[str] = TABLES) -> dict[str, Table]:
    """The tables for the public, every one or those named."""
    cases = counted_cases(window, user=None, on=on)
    return {key: _published(make(cases)) for key, make in TABLES.items() if key in keys}


def _published(table: Table) -> Table:
    return joined_small_authorities(table) if table.key == "tindak-lanjut" else suppressed(table)


def officer_tables(window: Window, user: User, *, on: date) -> dict[str, Table]:
    """Every table over what this officer may see, in full."""
    cases = counted_cases(window, user=user, on=on)
    return {key: make(cases) for key, make in TABLES.items()}
