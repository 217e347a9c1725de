"""Lock what was held, who was there, what was adopted, done and answered."""

from __future__ import annotations

from django.db import migrations

from netra.prevention.kept_meetings import MEETING_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("prevention", "0005_meetings")]

    operations = [RunInDatabase(lock_rows(MEETING_LOCKS), unlock_rows(MEETING_LOCKS))]
