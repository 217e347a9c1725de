"""Let what an erasure overwrites be overwritten only where two people approved it; this room sees all tables."""

from __future__ import annotations

from django.db import migrations

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [
        ("sanctions", "0022_called_at"),
        ("cases", "0024_the_same_person"),
        ("intake", "0012_more_rows_kept"),
        ("supervision", "0002_rows_kept"),
        ("trust", "0011_more_rows_kept"),
    ]

    operations = [RunInDatabase(tie, untie)]
