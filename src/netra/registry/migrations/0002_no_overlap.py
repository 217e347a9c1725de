"""One primary position per person and day, one appointing authority per agency and day: the database refuses two.

PostgreSQL has exclusion constraints (btree_gist is a trusted extension, the owner of the database may create it).
SQLite has triggers; it drops them when a later migration rebuilds the table, so such a migration creates them again
(`tests/test_no_overlap.py` fails when they are gone).
"""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# constraint, table, the column that must not repeat, further condition
RULES = (
    ("registry_spell_no_overlap", "registry_positionspell", "civil_servant_id", "is_primary"),
    ("registry_authority_no_overlap", "registry_appointingauthority", "agency_id", ""),
)

EXCLUSION = """
    ALTER TABLE {table} ADD CONSTRAINT {name}
    EXCLUDE USING gist ({owner} WITH =, daterange(start_date, until_date, '[)') WITH &&) {where}
"""

TRIGGER = """
    CREATE TRIGGER {name}_{moment} BEFORE {moment} ON {table}
    WHEN {mine} EXISTS (
        SELECT 1 FROM {table} other
        WHERE other.{owner} = NEW.{owner} AND other.id IS NOT NEW.id {theirs}
          AND (other.until_date IS NULL OR other.until_date > NEW.start_date)
          AND (NEW.until_date IS NULL OR other.start_date < NEW.until_date)
    )
    BEGIN SELECT RAISE(ABORT, '{name}'); END
"""


def forbid_overlap(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    if on_postgresql:
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for name, table, owner, only in RULES:
        if on_postgresql:
            where = f"WHERE ({only})" if only else ""
            schema_editor.execute(EXCLUSION.format(name=name, table=table, owner=owner, where=where))
            continue
        mine, theirs = (f"NEW.{only} AND", f"AND other.{only}") if only else ("", "")
        for moment in ("INSERT", "UPDATE"):
            schema_editor.execute(
                TRIGGER.format(name=name, moment=moment, table=table, owner=owner, mine=mine, theirs=theirs)
            )


def allow_overlap(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name, table, _owner, _only in RULES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            continue
        for moment in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER {name}_{moment}")


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]

    operations = [migrations.RunPython(forbid_overlap, allow_overlap)]
