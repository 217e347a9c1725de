"""Agencies keep what they were called, and under whom they stood, until a day."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_superior_name")]

    operations = [
        migrations.CreateModel(
            name="FormerAgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="nama instansi")),
                ("until_date", models.DateField(verbose_name="sampai")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="former", to="registry.agency"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_children",
                        to="registry.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["agency", "until_date"], name="registry_former_agency_ends_once"),
                    models.CheckConstraint(
                        condition=Q(parent=None) | ~Q(parent=F("agency")),
                        name="registry_former_agency_not_its_own_parent",
                    ),
                ]
            },
        ),
    ]
