"""Why the plenary sees no crime in what may be one: written once, gone only with an erasure."""

from __future__ import annotations

from django.db import migrations, models

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_recommendation_by_agency")]

    operations = [
        migrations.AddField(
            "allegation", "no_crime_reason", models.TextField(blank=True, db_default="", default="")
        ),
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
