"""Lock what was planned, asked and seen."""

from __future__ import annotations

from django.db import migrations

from netra.supervision.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("supervision", "0001_initial")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
