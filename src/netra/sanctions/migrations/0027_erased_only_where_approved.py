"""Let what an erasure overwrites be overwritten only where two people approved it; this room sees all tables."""

from __future__ import annotations

from django.db import migrations

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [
        ("sanctions", "0026_signer_of_the_register"),
        ("cases", "0028_reopened"),
        ("intake", "0013_erasure_set_aside"),
        ("supervision", "0002_rows_kept"),
        ("trust", "0011_more_rows_kept"),
    ]

    operations = [RunInDatabase(tie, untie)]
