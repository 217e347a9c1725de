from django.db import migrations

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_no_crime_seen")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
