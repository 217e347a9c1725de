"""Who heads a unit stands with the post, so that it begins and ends with it."""

from __future__ import annotations

from django.db import migrations, models

from netra.registry.no_overlap import forbid_again
from netra.trust.migrating import RunInDatabase


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_former_names")]

    operations = [
        migrations.AddField(
            "positionspell", "leads_unit", models.BooleanField(default=False, verbose_name="memimpin unit")
        ),
        migrations.AddIndex(
            "positionspell",
            models.Index(fields=["agency"], condition=models.Q(leads_unit=True), name="registry_spell_head"),
        ),
        migrations.AddConstraint(
            "positionspell",
            models.CheckConstraint(
                condition=models.Q(leads_unit=False) | models.Q(unit__isnull=False),
                name="registry_spell_head_has_a_unit",
            ),
        ),
        RunInDatabase(forbid_again, migrations.RunPython.noop),
    ]
