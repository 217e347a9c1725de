"""The number of the decree where another office ends the service; of older decisions none."""

from __future__ import annotations

from django.db import migrations, models

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0016_rows_kept")]

    operations = [
        migrations.AddField("decision", "document", models.CharField(blank=True, db_default="", max_length=200)),
        migrations.AlterField("decision", "letter_ref", models.CharField(blank=True, max_length=24)),
        # SQLite writes the table anew and loses its triggers; and the new column is kept like the others.
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
