"""A term that the law counts in hours ends at an hour, where its beginning is known to the hour."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    # SQLite rebuilds the table, which triggers of other tables ask: they are untied for that.
    dependencies = [("cases", "0029_handed_over"), ("sanctions", "0028_several_crimes")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField("deadline", "due_at", models.DateTimeField(null=True)),
        RunInDatabase(tie, untie),
    ]
