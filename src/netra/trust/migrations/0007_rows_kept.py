"""Lock what evidence, requests, personal links and roles keep beside the trail."""

from __future__ import annotations

from django.db import migrations

from netra.trust.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("trust", "0006_lock_again")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
