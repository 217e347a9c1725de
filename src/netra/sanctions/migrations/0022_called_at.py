"""When the person was called: what was alleged by then is what his proceeding weighs."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.db import migrations, models
from django.utils.timezone import make_aware

from netra.sanctions.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase, RunOverRows
from netra.trust.row_locks import lock_rows


def fill(apps: Any, _editor: Any) -> None:
    """Of the letters before this only the day is known: all that was decided on that day counts as called for."""
    summonses = apps.get_model("sanctions", "Summons").objects.order_by("ordinal")
    proceedings = apps.get_model("sanctions", "Proceeding").objects
    for proceeding, day in summonses.values_list("proceeding_id", "letter_date"):
        proceedings.filter(pk=proceeding).update(called_at=make_aware(datetime.combine(day, time.max)))


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0021_absent_from_the_delivery")]

    operations = [
        migrations.AddField("proceeding", "called_at", models.DateTimeField(null=True)),
        RunOverRows(fill, migrations.RunPython.noop, of="sanctions_summons"),
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
