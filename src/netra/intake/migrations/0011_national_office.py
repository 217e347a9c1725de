"""What waited for the national office lies with its code, under which an officer may serve it."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust.migrating import RunOverRows

NATION = "00"


def file(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    reports = apps.get_model("intake", "Report").objects
    reports.filter(handler_region_code="").update(handler_region_code=NATION, province_code=NATION)


def unfile(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    reports = apps.get_model("intake", "Report").objects
    reports.filter(handler_region_code=NATION).update(handler_region_code="", province_code="")


class Migration(migrations.Migration):
    dependencies = [("intake", "0010_senders_without_account")]

    operations = [RunOverRows(file, unfile, of="intake_report")]
