"""A number is used once in the agency that spreads the letter: every agency records the same letter of a ministry, and
one that was withdrawn as a mistake is recorded anew.
"""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("prevention", "0001_tables")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.RemoveConstraint("instrument", "instrument_number_used_once"),
        migrations.AddConstraint(
            "instrument",
            models.UniqueConstraint(
                fields=["agency_code", "issuer", "number", "letter_date"],
                condition=~Q(number="") & ~Q(state="WITHDRAWN"),
                name="instrument_number_used_once",
            ),
        ),
        RunInDatabase(tie, untie),
    ]
