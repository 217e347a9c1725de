"""A proceeding ends where its accused is a civil servant no more, and goes on where that was a mistake."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_servant_left"), ("sanctions", "0031_why_an_examiner_left")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "proceeding", "lapsed_from", models.CharField(blank=True, db_default="", default="", max_length=16)
        ),
        RunInDatabase(tie, untie),
    ]
