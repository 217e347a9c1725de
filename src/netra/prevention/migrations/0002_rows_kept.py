"""Lock what was issued and what people said to it."""

from __future__ import annotations

from django.db import migrations, models

from netra.prevention.kept_rows import INSTRUMENTS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("prevention", "0001_initial")]

    operations = [
        migrations.AddField("target", "issued", models.BooleanField(default=False)),
        migrations.AddField("question", "issued", models.BooleanField(default=False)),
        RunInDatabase(lock_rows(INSTRUMENTS), unlock_rows(INSTRUMENTS)),
    ]
