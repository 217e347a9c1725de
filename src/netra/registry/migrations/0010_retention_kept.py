"""Lock the archive schedules: what is erased when hangs on them."""

from __future__ import annotations

from django.db import migrations

from netra.registry.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

SCHEDULES = tuple(each for each in LOCKS if each.table == "registry_retentionschedule")


class Migration(migrations.Migration):
    dependencies = [("registry", "0009_retention")]

    operations = [RunInDatabase(lock_rows(SCHEDULES), unlock_rows(SCHEDULES))]
