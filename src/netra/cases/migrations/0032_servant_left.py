"""An accused may be a civil servant no more; a case in which nobody is left ends without a decision, sealed."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

from netra.cases.leaving import leaving_choices
from netra.cases.states import ENDED
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


class Migration(migrations.Migration):
    dependencies = [("cases", "0031_meetings_on_one_accused")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField(
            "party",
            "left_kind",
            models.CharField(blank=True, choices=leaving_choices, db_default="", default="", max_length=8),
        ),
        migrations.AddField("party", "left_date", models.DateField(null=True)),
        migrations.AddField(
            "party", "left_document", models.CharField(blank=True, db_default="", default="", max_length=200)
        ),
        migrations.AddField("party", "left_mistaken", models.TextField(blank=True, db_default="", default="")),
        migrations.AddField(
            "case", "lapsed_from", models.CharField(blank=True, db_default="", default="", max_length=20)
        ),
        migrations.AddConstraint(
            "party",
            models.CheckConstraint(
                condition=Q(left_kind="", left_date__isnull=True, left_document="")
                | (~Q(left_kind="") & Q(left_date__isnull=False) & ~Q(left_document="")),
                name="party_left_has_day_and_paper",
            ),
        ),
        migrations.RemoveConstraint("case", "case_ended_has_a_date"),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                condition=Q(state__in=sorted(ENDED), ended_date__isnull=False)
                | (~Q(state__in=sorted(ENDED)) & Q(ended_date__isnull=True)),
                name="case_ended_has_a_date",
            ),
        ),
        RunInDatabase(tie, untie),
    ]
