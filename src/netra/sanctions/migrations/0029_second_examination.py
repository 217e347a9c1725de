"""Whoever was examined by no team may be examined again by one: summonses, record and report have a round."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import tie, untie


def round_field() -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(db_default=1, default=1)


def of_proceeding(name: str) -> models.ForeignKey[models.Model, models.Model]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to="sanctions.proceeding"
    )


def first_or_second(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q(("round__in", (1, 2))), name=name)


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0028_several_crimes")]

    operations = [
        RunInDatabase(untie, tie),
        migrations.AddField("proceeding", "reopened_date", models.DateField(null=True)),
        migrations.AddField("proceeding", "reopened_reason", models.TextField(blank=True, db_default="")),
        migrations.AddConstraint(
            "proceeding",
            models.CheckConstraint(
                condition=models.Q(reopened_date__isnull=True, reopened_reason="")
                | (models.Q(reopened_date__isnull=False) & ~models.Q(reopened_reason="")),
                name="proceeding_reopened_has_a_reason",
            ),
        ),
        migrations.AddField("summons", "round", round_field()),
        migrations.RemoveConstraint("summons", "summons_ordinal"),
        migrations.AddConstraint(
            "summons", models.UniqueConstraint(fields=("proceeding", "round", "ordinal"), name="summons_ordinal")
        ),
        migrations.AddConstraint("summons", first_or_second("summons_round")),
        migrations.AddField("examination", "round", round_field()),
        migrations.AlterField("examination", "proceeding", of_proceeding("examinations")),
        migrations.AddConstraint(
            "examination",
            models.UniqueConstraint(fields=("proceeding", "round"), name="examination_once_a_round"),
        ),
        migrations.AddConstraint("examination", first_or_second("examination_round")),
        migrations.AddField("examinationreport", "round", round_field()),
        migrations.AlterField("examinationreport", "proceeding", of_proceeding("reports")),
        migrations.AddConstraint(
            "examinationreport",
            models.UniqueConstraint(fields=("proceeding", "round"), name="examination_report_once_a_round"),
        ),
        migrations.AddConstraint("examinationreport", first_or_second("examination_report_round")),
        RunInDatabase(tie, untie),
    ]
