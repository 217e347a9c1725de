"""Lock what was held, who was there and what they answered."""

from __future__ import annotations

from django.db import migrations

from netra.prevention.kept_outreach import OUTREACH_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("prevention", "0009_outreach")]

    operations = [RunInDatabase(lock_rows(OUTREACH_LOCKS), unlock_rows(OUTREACH_LOCKS))]
