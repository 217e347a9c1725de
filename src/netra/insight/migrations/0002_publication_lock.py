"""A publication never changes: triggers in both databases."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.insight import publication_lock
from netra.trust.migrating import RunInDatabase


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    publication_lock.lock(schema_editor.connection)


def _unlock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    publication_lock.unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_initial")]

    operations = [RunInDatabase(_lock, _unlock)]
