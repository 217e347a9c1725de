"""A request to open an identity may lie at an agency: that of a question. SQLite rebuilds the table, so its locks too."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


REQUESTS = [each for each in LOCKS if each.table == "trust_identityrequest"]


class Migration(migrations.Migration):
    dependencies = [("trust", "0009_senders_without_account")]

    operations = [
        # The lock of an earlier migration names the column already.
        RunInDatabase(unlock_rows(REQUESTS), migrations.RunPython.noop),
        migrations.AddField(
            model_name="identityrequest",
            name="agency_code",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        RunInDatabase(lock_rows(REQUESTS), migrations.RunPython.noop),
    ]
