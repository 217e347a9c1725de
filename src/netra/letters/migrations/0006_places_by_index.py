"""Look up whether a letter takes the place of another in the index; the trigger of 0005 read the whole table each time."""

from __future__ import annotations

from django.db import migrations

from netra.letters.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("letters", "0005_rows_kept")]

    operations = [RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop)]
