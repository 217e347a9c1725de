"""A letter keeps the letterhead under which it left."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_lock_again")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="letterhead",
            field=models.JSONField(blank=True, null=True, verbose_name="kop"),
        ),
    ]
