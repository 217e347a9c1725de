"""Look up whether a case takes the place of another in the index; the trigger of 0013 read the whole table each time."""

from __future__ import annotations

from django.db import migrations

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_past_offices")]

    operations = [RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop)]
