"""Lock the trail, and sort its chains by byte in PostgreSQL as SQLite and Python do, so that roots are the same anywhere."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust import append_only
from netra.trust.migrating import RunInDatabase


def lock(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table in ("trust_event", "trust_chainhead", "trust_dailyhead"):
            schema_editor.execute(f'ALTER TABLE {table} ALTER COLUMN chain TYPE varchar(100) COLLATE "C"')
    append_only.lock(schema_editor.connection)


def unlock(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unlock(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_initial")]

    operations = [RunInDatabase(lock, unlock)]
