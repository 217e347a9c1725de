"""Lock what was done and decided about an accused."""

from __future__ import annotations

from django.db import migrations

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0015_remedy_reply")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
