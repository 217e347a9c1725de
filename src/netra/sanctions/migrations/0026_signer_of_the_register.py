"""A decision keeps beside the title of its signer that of the register, and the paper on which another one rests."""

from __future__ import annotations

from django.db import migrations, models

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0025_unfinal")]

    operations = [
        migrations.AddField(
            "decision", "registered_title", models.CharField(blank=True, db_default="", default="", max_length=200)
        ),
        migrations.AddField(
            "decision", "signer_basis", models.CharField(blank=True, db_default="", default="", max_length=200)
        ),
        RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS)),
    ]
