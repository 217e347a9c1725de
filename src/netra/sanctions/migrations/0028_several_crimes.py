"""A crime that appears after another was handed over is handed over too, in a proceeding of its own."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase, RunOverRows
from netra.trust.row_locks import tie, untie


def fill(apps: Any, _editor: Any) -> None:
    """Until now a letter named all that an officer held against the person when it was written."""
    allegations = apps.get_model("cases", "Allegation").objects.filter(state__in=["CONFIRMED", "CHANGED"])
    for each in apps.get_model("sanctions", "Proceeding").objects.filter(route="CRIME"):
        handed = allegations.filter(party_id=each.party_id, decided_at__lte=each.opened_at, handed_over_ref="")
        handed.update(handed_over_ref=each.ref)


class Migration(migrations.Migration):
    dependencies = [("cases", "0029_handed_over"), ("sanctions", "0027_erased_only_where_approved")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.RemoveConstraint("proceeding", "proceeding_once_per_route"),
        migrations.AddConstraint(
            "proceeding",
            models.UniqueConstraint(
                condition=~models.Q(route="CRIME"), fields=("party", "route"), name="proceeding_once_per_route"
            ),
        ),
        RunOverRows(fill, migrations.RunPython.noop, of="sanctions_proceeding"),
        RunInDatabase(tie, untie),
    ]
