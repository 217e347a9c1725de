"""The desk tells whose date of erasure has come: those cleared beside others are found by an index of their own."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0025_erasure_set_aside")]

    operations = [
        migrations.AddIndex(
            "party",
            models.Index(
                fields=["erase_date", "case"], condition=models.Q(erase_date__isnull=False), name="party_erase"
            ),
        ),
    ]
