"""Lock sealed identities, which nothing may change."""

from __future__ import annotations

from django.db import migrations

from netra.trust.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("trust", "0010_place_of_a_request")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
