"""A request for erasure can be refused or taken back, and made again: a case has as many as were made.

SQLite rebuilds the table, so its locks are put in place again.
"""

from __future__ import annotations

from django.conf import settings
from django.db import migrations, models

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

ERASURES = [each for each in LOCKS if each.table == "cases_erasure"]


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_the_same_person"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AlterField(
            "erasure",
            "case",
            models.ForeignKey(on_delete=models.PROTECT, related_name="erasures", to="cases.case"),
        ),
        migrations.AddField(
            "erasure",
            "set_aside_by",
            models.ForeignKey(
                null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField("erasure", "set_aside_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "erasure", "set_aside_reason", models.TextField(blank=True, db_default="", default="")
        ),
        migrations.AddConstraint(
            "erasure",
            models.CheckConstraint(
                condition=models.Q(approved_at__isnull=True) | models.Q(set_aside_at__isnull=True),
                name="erasure_done_or_set_aside",
            ),
        ),
        migrations.AddConstraint(
            "erasure",
            models.CheckConstraint(
                condition=models.Q(set_aside_by__isnull=True)
                | models.Q(set_aside_by=models.F("requested_by"))
                | ~models.Q(set_aside_reason=""),
                name="erasure_refused_with_reason",
            ),
        ),
        migrations.AddConstraint(
            "erasure",
            models.UniqueConstraint(
                condition=models.Q(set_aside_at__isnull=True), fields=("case",), name="erasure_one_request_at_a_time"
            ),
        ),
        RunInDatabase(lock_rows(ERASURES), unlock_rows(ERASURES)),
    ]
