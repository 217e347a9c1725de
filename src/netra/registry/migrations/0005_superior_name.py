"""Reminders name the superior of an appointing authority. SQLite rebuilds the table for it and loses its triggers."""

from __future__ import annotations

from django.db import migrations, models

from netra.registry.no_overlap import forbid_again
from netra.trust.migrating import RunInDatabase


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_finer_posts")]

    operations = [
        RunInDatabase(migrations.RunPython.noop, forbid_again),
        migrations.AddField(
            model_name="appointingauthority",
            name="superior_name",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="nama atasan pejabat"),
        ),
        RunInDatabase(forbid_again, migrations.RunPython.noop),
    ]
