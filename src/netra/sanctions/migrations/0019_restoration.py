"""Whether a decision had been carried out when a remedy came to light, and that what it took was given back."""

from __future__ import annotations

from django.db import migrations, models

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0018_waiting_to_be_closed")]

    operations = [
        migrations.AddField("remedy", "after_execution", models.BooleanField(db_default=False, default=False)),
        migrations.AddField("remedy", "restored_date", models.DateField(null=True)),
        migrations.AddField(
            "remedy", "restoration_document", models.CharField(blank=True, db_default="", max_length=120)
        ),
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
