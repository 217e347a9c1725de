"""A role may hold for one unit of an agency. SQLite rebuilds the table, so that its locks are put back."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

GRANTS = [each for each in LOCKS if each.table == "trust_rolegrant"]


class Migration(migrations.Migration):
    dependencies = [("trust", "0007_rows_kept")]

    operations = [
        # The lock of the migration before names the column already.
        RunInDatabase(unlock_rows(GRANTS), migrations.RunPython.noop),
        migrations.AddField("rolegrant", "unit_code", models.CharField(blank=True, default="", max_length=60)),
        migrations.AddConstraint(
            "rolegrant",
            models.CheckConstraint(condition=models.Q(models.Q(('unit_code', ''), models.Q(('role', 'UNIT_HEAD'), _negated=True)), models.Q(models.Q(('unit_code', ''), _negated=True), models.Q(('agency_code', ''), _negated=True), ('role', 'UNIT_HEAD')), _connector='OR'), name='trust_grant_unit_only_for_its_head'),
        ),
        RunInDatabase(lock_rows(GRANTS), migrations.RunPython.noop),
    ]
