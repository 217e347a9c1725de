"""Lock the ties: one that was declared wrongly is struck, with a reason, and never deleted."""

from __future__ import annotations

from django.db import migrations

from netra.registry.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

TIES = tuple(each for each in LOCKS if each.table == "registry_tie")


class Migration(migrations.Migration):
    dependencies = [("registry", "0014_ties")]

    operations = [RunInDatabase(lock_rows(TIES), unlock_rows(TIES))]
