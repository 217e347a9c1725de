"""A seat of a team or council may be given to somebody else: who left when and why, and who came by which decree."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0029_second_examination")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "teammember",
            "replaces",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successor",
                to="sanctions.teammember",
            ),
        ),
        migrations.AddField("teammember", "seated_date", models.DateField(null=True)),
        migrations.AddField("teammember", "letter_ref", models.CharField(blank=True, db_default="", max_length=24)),
        migrations.AddField("teammember", "composition_note", models.TextField(blank=True, db_default="")),
        migrations.AddField("teammember", "left_date", models.DateField(null=True)),
        migrations.AddField("teammember", "left_reason", models.TextField(blank=True, db_default="")),
        migrations.AddConstraint(
            "teammember",
            models.CheckConstraint(
                condition=models.Q(("letter_ref", ""), ("replaces", None), ("seated_date", None))
                | models.Q(("replaces__isnull", False), ("seated_date__isnull", False))
                & models.Q(("letter_ref", ""), _negated=True),
                name="member_seated_by_a_decree",
            ),
        ),
        migrations.AddConstraint(
            "teammember",
            models.CheckConstraint(
                condition=models.Q(("left_date", None), ("left_reason", ""))
                | models.Q(("left_date__isnull", False)) & models.Q(("left_reason", ""), _negated=True),
                name="member_left_for_a_reason",
            ),
        ),
        RunInDatabase(tie, untie),
    ]
