"""Lock the trail again: in SQLite, INSERT OR REPLACE went past the locks that stood before."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust import append_only
from netra.trust.migrating import RunInDatabase


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.lock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("trust", "0005_seal_heads")]

    operations = [RunInDatabase(_lock, migrations.RunPython.noop)]
