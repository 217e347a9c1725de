"""What a migration wrote into the rows that were there before it, done again for a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor

from netra.trust.migrating import RunInDatabase


def filling(app: str, migration: str) -> Callable[..., Any]:
    """The one function of that migration which changes rows; the ones that move triggers are none of them."""
    steps = MigrationExecutor(connection).loader.get_migration(app, migration).operations
    [code] = [each.code for each in steps if isinstance(each, RunPython) and not isinstance(each, RunInDatabase)]
    return code
