"""Keep which files of a report its agency may read; none until an officer says so, of older cases neither."""

from __future__ import annotations

from django.db import migrations, models

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_places_by_index")]

    operations = [
        migrations.AddField("case", "released_evidence_refs", models.JSONField(blank=True, default=list)),
        # SQLite writes the table anew and loses its triggers.
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
