"""Posts whose holders others may punish have longer names. SQLite rebuilds the table for it and loses its triggers."""

from __future__ import annotations

from django.db import migrations, models

from netra.registry.no_overlap import forbid_again
from netra.registry.states import position_choices
from netra.trust.migrating import RunInDatabase


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_staged_import")]

    operations = [
        RunInDatabase(migrations.RunPython.noop, forbid_again),
        migrations.AlterField(
            model_name="positionspell",
            name="position",
            field=models.CharField(choices=position_choices, max_length=24, verbose_name="jenjang jabatan"),
        ),
        RunInDatabase(forbid_again, migrations.RunPython.noop),
    ]
