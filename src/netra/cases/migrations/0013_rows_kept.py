"""Lock what was registered, said, decided and put off in a case."""

from __future__ import annotations

from django.db import migrations

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_board_reads_its_index_alone")]

    operations = [RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS))]
