"""A letter keeps the letterhead under which it left. SQLite may rebuild the table for it, so it is locked again."""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.letters import final_lock


def _lock(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    final_lock.lock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_lock_again")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="letterhead",
            field=models.JSONField(blank=True, null=True, verbose_name="kop"),
        ),
        migrations.RunPython(_lock, migrations.RunPython.noop),
    ]
