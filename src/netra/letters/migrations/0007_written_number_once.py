"""No two letters of an agency and year bear the same number as it is written.

Their place in the register was unique already, but a pattern that changed within a year could write one number twice.
Where that happened both letters stay, for both were sent: the later one is marked, and the migration names it.
"""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.letters.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase
from netra.trust.row_locks import lock_rows, unlock_rows

NUMBERED = models.Q(("number", ""), _negated=True)


def mark_repeated(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Mark whatever bears a number that an earlier letter of its agency and year bears."""
    letters = apps.get_model("letters", "Letter")
    seen = set()
    repeated = []
    numbered = letters.objects.filter(NUMBERED).order_by("sequence", "pk")
    for pk, ref, *place in numbered.values_list("pk", "ref", "agency_code", "year", "number").iterator():
        if tuple(place) in seen:
            repeated.append((pk, ref))
        seen.add(tuple(place))
    letters.objects.filter(pk__in=[pk for pk, _ref in repeated]).update(number_repeated=True)
    for _pk, ref in repeated:
        print(f"  {ref}: nomornya sudah dipakai surat lain; keduanya disimpan, yang ini ditandai")


class Migration(migrations.Migration):
    dependencies = [("letters", "0006_places_by_index")]

    operations = [
        migrations.AddField(
            "letter",
            "number_repeated",
            models.BooleanField("nomor berulang", db_default=False, default=False),
        ),
        migrations.RunPython(mark_repeated, migrations.RunPython.noop),
        migrations.AddConstraint(
            "letter",
            models.UniqueConstraint(
                condition=NUMBERED & models.Q(number_repeated=False),
                fields=("agency_code", "year", "number"),
                name="letters_written_number_given_once",
            ),
        ),
        RunInDatabase(lock_rows(LOCKS), unlock_rows(LOCKS)),
    ]
