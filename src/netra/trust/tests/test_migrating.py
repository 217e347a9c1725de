"""A new instance waits for no change of rows that it does not have."""

from __future__ import annotations

import pytest
from django.db import connection, migrations
from django.db.migrations.state import ProjectState

from netra.trust.migrating import RunOverRows
from netra.trust.tests.builders import make_user

pytestmark = pytest.mark.django_db


def times_run() -> int:
    """How often the code of a migration over the accounts was called."""
    calls: list[object] = []
    step = RunOverRows(lambda apps, _editor: calls.append(apps), migrations.RunPython.noop, of="trust_user")
    step.database_forwards("trust", connection.schema_editor(), ProjectState(), ProjectState())
    return len(calls)


class WhenAMigrationChangesRows:
    def it_runs_where_there_are_some(self) -> None:
        make_user("dewi")
        assert times_run() == 1

    def it_is_passed_over_where_there_are_none(self) -> None:
        assert times_run() == 0
