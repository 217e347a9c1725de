"""Keep by agency which files of a report it may read; what was released before was released to every agency."""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from netra.cases.kept_rows import LOCKS
from netra.trust.migrating import RunInDatabase, RunOverRows
from netra.trust.row_locks import lock_rows


def release_by_agency(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    cases: Any = apps.get_model("cases", "Case")
    cases.objects.filter(released_evidence_refs=[]).update(released_evidence_refs={})
    for case in cases.objects.exclude(released_evidence_refs={}):
        agencies = {party.agency_code or case.agency_code for party in case.parties.all()} or {case.agency_code}
        case.released_evidence_refs = {code: case.released_evidence_refs for code in sorted(agencies)}
        case.save(update_fields=["released_evidence_refs"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_released_evidence")]

    operations = [
        migrations.AlterField("case", "released_evidence_refs", models.JSONField(blank=True, default=dict)),
        RunOverRows(release_by_agency, migrations.RunPython.noop, of="cases_case"),
        # SQLite writes the table anew, for the other default, and loses its triggers.
        RunInDatabase(lock_rows(LOCKS), migrations.RunPython.noop),
    ]
