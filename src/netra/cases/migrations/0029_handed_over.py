"""Which acts were handed over as suspected crimes, each by itself; `sanctions` fills it from its proceedings."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    # SQLite rebuilds the table: what `sanctions` 0027 tied is untied for that.
    dependencies = [("cases", "0028_reopened"), ("sanctions", "0027_erased_only_where_approved")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "allegation",
            "handed_over_ref",
            models.CharField(blank=True, db_default="", default="", max_length=24),
        ),
        RunInDatabase(tie, untie),
    ]
