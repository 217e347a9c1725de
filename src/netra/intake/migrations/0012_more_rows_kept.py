"""Lock which agencies and people a report is kept from."""

from __future__ import annotations

from django.db import migrations

from netra.intake.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("intake", "0011_national_office")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
