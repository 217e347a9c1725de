"""Who stayed away from the delivery, on which day, and when the decision was sent; of older deliveries none."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from netra.sanctions.kept_absence import ABSENCE_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("sanctions", "0020_duty_without_a_term")]

    operations = [
        migrations.CreateModel(
            name="DeliveryMiss",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("set_date", models.DateField()),
                ("sent_date", models.DateField(null=True)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delivery_miss",
                        to="sanctions.decision",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(sent_date__isnull=True) | models.Q(sent_date__gte=models.F("set_date")),
                        name="delivery_miss_in_order",
                    )
                ]
            },
        ),
        RunInDatabase(lock_rows(ABSENCE_LOCKS), unlock_rows(ABSENCE_LOCKS)),
    ]
