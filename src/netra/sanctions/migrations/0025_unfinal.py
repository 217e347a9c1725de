"""Find the decisions in force that nobody has called final."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0024_suits")]

    operations = [
        migrations.AddIndex(
            "proceeding",
            models.Index(
                fields=["agency_code", "decision_date", "id"],
                condition=models.Q(("state", "IN_FORCE")),
                name="proceeding_unfinal",
            ),
        ),
    ]
