"""SQLite takes the index of what waits to be closed only where its condition reads as it is asked: with OR."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0022_called_at")]

    operations = [
        migrations.RemoveIndex("proceeding", "proceeding_to_close"),
        migrations.AddIndex(
            "proceeding",
            models.Index(
                condition=models.Q(("state", "ANNULLED"), ("state", "STOPPED"), _connector="OR"),
                fields=["id"],
                name="proceeding_to_close",
            ),
        ),
    ]
