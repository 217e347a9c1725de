"""The name of an account may be corrected; what it was before stays, with the reason."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from netra.trust.kept_names import NAME_LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows


class Migration(migrations.Migration):
    dependencies = [("trust", "0011_more_rows_kept")]

    operations = [
        migrations.AddField("user", "former_names", models.TextField(blank=True, db_default="")),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("full_name", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("renamed_by", models.CharField(max_length=60)),
                ("renamed_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renamings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="trust_renamed_for_a_reason"
                    )
                ],
            },
        ),
        RunInDatabase(lock_rows(NAME_LOCKS), unlock_rows(NAME_LOCKS)),
    ]
