"""The locks of every room, when all tables are there: what was written stays, and an erasure asks who approved it."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.insight import publication_lock
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    publication_lock.lock(schema_editor.connection)


def _unlock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    publication_lock.unlock(schema_editor.connection)


class Migration(migrations.Migration):

    # The highest room that has tables: every other comes before it.
    dependencies = [
        ("insight", "0001_tables"),
        ("letters", "0001_tables"),
        ("registry", "0001_tables"),
        ("sanctions", "0001_tables"),
        ("supervision", "0001_tables"),
        ("intake", "0001_tables"),
    ]

    operations = [
        RunInDatabase(_lock, _unlock),
        RunInDatabase(tie, untie),
    ]
