"""A request for erasure can be refused or taken back, and made again: a report has as many as were made.

SQLite rebuilds the table, so its locks are put in place again.
"""

from __future__ import annotations

from django.db import migrations, models

from netra.intake.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

ERASURES = [each for each in LOCKS if each.table == "intake_reporterasure"]


class Migration(migrations.Migration):
    dependencies = [("intake", "0012_more_rows_kept")]

    operations = [
        migrations.AlterField(
            "reporterasure",
            "report",
            models.ForeignKey(on_delete=models.PROTECT, related_name="erasures", to="intake.report"),
        ),
        migrations.AddField(
            "reporterasure",
            "set_aside_by_ref",
            models.CharField(blank=True, db_default="", default="", max_length=80),
        ),
        migrations.AddField("reporterasure", "set_aside_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "reporterasure",
            "set_aside_reason",
            models.CharField(blank=True, db_default="", default="", max_length=500),
        ),
        migrations.AddConstraint(
            "reporterasure",
            models.CheckConstraint(
                condition=models.Q(approved_at__isnull=True) | models.Q(set_aside_at__isnull=True),
                name="report_erasure_done_or_set_aside",
            ),
        ),
        migrations.AddConstraint(
            "reporterasure",
            models.CheckConstraint(
                condition=models.Q(set_aside_by_ref="")
                | models.Q(set_aside_by_ref=models.F("requested_by_ref"))
                | ~models.Q(set_aside_reason=""),
                name="report_erasure_refused_with_reason",
            ),
        ),
        migrations.AddConstraint(
            "reporterasure",
            models.UniqueConstraint(
                condition=models.Q(set_aside_at__isnull=True), fields=("report",), name="report_erasure_one_at_a_time"
            ),
        ),
        RunInDatabase(lock_rows(ERASURES), unlock_rows(ERASURES)),
    ]
