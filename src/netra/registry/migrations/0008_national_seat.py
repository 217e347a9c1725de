"""The national office and the central agencies sit in the nation, by its code; before, they had no region."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust.migrating import RunOverRows

NATION = "00"
OF_THE_NATION = ("CENTRAL", "ELECTION_SUPERVISOR")


def seat(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    agencies = apps.get_model("registry", "Agency").objects
    agencies.filter(kind__in=OF_THE_NATION, region_code="").update(region_code=NATION, province_code=NATION)


def unseat(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    agencies = apps.get_model("registry", "Agency").objects
    agencies.filter(region_code=NATION).update(region_code="", province_code="")


class Migration(migrations.Migration):
    dependencies = [("registry", "0007_heads_of_units")]

    operations = [RunOverRows(seat, unseat, of="registry_agency")]
