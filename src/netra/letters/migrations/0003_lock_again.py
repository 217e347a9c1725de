"""Lock final letters again: in SQLite, INSERT OR REPLACE went past the locks that stood before."""

from __future__ import annotations

from django.db import migrations

from netra.letters.kept_rows import LOCKS
from netra.trust.row_locks import lock_rows


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_final_lock")]

    operations = [migrations.RunPython(lock_rows(LOCKS), migrations.RunPython.noop)]
