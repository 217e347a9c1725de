"""Lock final letters by the triggers of every room, which a check of the trail looks after; take the older ones away."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.letters.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows

_OLDER = ("no_update", "no_delete", "no_replace", "no_ousting")


def _take_the_older_away(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on_table = " ON letters_letter" if schema_editor.connection.vendor == "postgresql" else ""
    for name in _OLDER:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS letters_letter_{name}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("letters", "0004_letterhead")]

    operations = [
        RunInDatabase(_take_the_older_away, migrations.RunPython.noop),
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
