"""Lock final letters again: in SQLite, INSERT OR REPLACE went past the locks that stood before."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.letters import final_lock


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    final_lock.lock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_final_lock")]

    operations = [migrations.RunPython(_lock, migrations.RunPython.noop)]
