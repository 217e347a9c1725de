"""A final letter never changes: triggers in both databases."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.letters import final_lock


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    final_lock.lock(schema_editor.connection)


def _unlock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    final_lock.unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]

    operations = [migrations.RunPython(_lock, _unlock)]
