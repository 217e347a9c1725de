"""A case whose accused heads the overseeing body goes past that body."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_servant_left")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "case", "headed_body_code", models.CharField(blank=True, db_default="", default="", max_length=60)
        ),
        migrations.AddIndex(
            "case",
            models.Index(fields=["headed_body_code"], condition=Q(headed_body_code__gt=""), name="case_headed_body"),
        ),
        RunInDatabase(tie, untie),
    ]
