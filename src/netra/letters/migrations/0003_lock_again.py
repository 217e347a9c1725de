"""Where the lock learned of INSERT OR REPLACE in SQLite; see 0005."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_final_lock")]
