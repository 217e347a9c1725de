"""The plenary that sees no crime, or takes back an allegation, met on a day, with so many members."""

from __future__ import annotations

from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("cases", "0030_due_hour")]

    operations = [
        RunInDatabase(untie, tie),
        *(
            migrations.AddField("allegation", name, field)
            for name, field in (
                ("no_crime_date", models.DateField(null=True)),
                ("no_crime_members", models.PositiveSmallIntegerField(null=True)),
                ("plenary_date", models.DateField(null=True)),
                ("plenary_members", models.PositiveSmallIntegerField(null=True)),
            )
        ),
        RunInDatabase(tie, untie),
    ]
