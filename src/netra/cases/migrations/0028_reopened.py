"""A closed case may be taken up again, and loses the day of its end with that."""

from __future__ import annotations

from django.db import migrations

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0027_former_acts")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
