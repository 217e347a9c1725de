"""Keep the day on which it was written down that a term was met; of terms from before, it is unknown."""

from __future__ import annotations

from django.db import migrations, models

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0018_finding_of_an_observation'),
    ]

    operations = [
        migrations.AddField(
            model_name='deadline',
            name='recorded_date',
            field=models.DateField(null=True),
        ),
        # SQLite writes the table anew and loses its triggers.
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
