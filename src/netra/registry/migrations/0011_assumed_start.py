"""Whether the first day of a post was told, or is the day of an import whose file named none."""

from __future__ import annotations

from django.db import migrations, models

from netra.registry.no_overlap import forbid_again
from netra.trust.migrating import RunInDatabase


class Migration(migrations.Migration):
    dependencies = [("registry", "0010_retention_kept")]

    operations = [
        RunInDatabase(migrations.RunPython.noop, forbid_again),
        migrations.AddField(
            "positionspell", "start_is_assumed", models.BooleanField(default=False, verbose_name="mulai perkiraan")
        ),
        RunInDatabase(forbid_again, migrations.RunPython.noop),
    ]
