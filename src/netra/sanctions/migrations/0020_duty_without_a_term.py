"""Find what is owed without a term, and remind of it; older reminders are all of a term."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

DUTY = models.Q(("state", "FINAL"), ("state", "RESTORING"), _connector="OR")


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_day_recorded"), ("sanctions", "0019_restoration")]

    operations = [
        migrations.AddIndex(
            "proceeding",
            models.Index(
                fields=["province_code", "agency_code", "decision_date", "id", "case", "state"],
                condition=DUTY,
                name="proceeding_duty_province",
            ),
        ),
        migrations.AddIndex(
            "proceeding",
            models.Index(
                fields=["region_code", "agency_code", "decision_date", "id", "case", "state"],
                condition=DUTY,
                name="proceeding_duty_region",
            ),
        ),
        migrations.AlterField(
            "reminder",
            "deadline",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="cases.deadline"
            ),
        ),
        migrations.AddField(
            "reminder",
            "proceeding",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="sanctions.proceeding",
            ),
        ),
        migrations.AddConstraint(
            "reminder",
            models.CheckConstraint(
                condition=models.Q(deadline__isnull=False, proceeding__isnull=True)
                | models.Q(deadline__isnull=True, proceeding__isnull=False),
                name="reminder_of_one_debt",
            ),
        ),
        RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS)),
    ]
