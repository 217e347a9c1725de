"""A case whose accused heads the overseeing body goes past that body; an account finds its own cases by an index."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Q

from netra.registry.same_person import bare_name
from netra.trust.migrating import RunInDatabase, RunOverRows
from netra.trust.row_locks import tie, untie


def fill_name_keys(apps: Any, _schema_editor: Any) -> None:
    """The names as they would be kept today; nobody without a name has a key."""
    party = apps.get_model("cases", "Party")
    rows = []
    for row in party.objects.exclude(name="").only("name").iterator(chunk_size=2000):
        row.name_key = bare_name(row.name)[:200]
        rows.append(row)
        if len(rows) == 2000:
            party.objects.bulk_update(rows, ["name_key"])
            rows = []
    party.objects.bulk_update(rows, ["name_key"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_tables")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "case", "headed_body_code", models.CharField(blank=True, db_default="", default="", max_length=60)
        ),
        migrations.AddIndex(
            "case",
            models.Index(fields=["headed_body_code"], condition=Q(headed_body_code__gt=""), name="case_headed_body"),
        ),
        migrations.AddField(
            "party", "name_key", models.CharField(blank=True, db_default="", default="", max_length=200)
        ),
        RunOverRows(fill_name_keys, migrations.RunPython.noop, of="cases_party"),
        migrations.AddIndex("party", models.Index(fields=["name_key", "case"], name="party_name_key")),
        RunInDatabase(tie, untie),
    ]
