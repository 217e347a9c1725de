"""One primary position per person and day, one appointing authority per agency and day: the database refuses two.

PostgreSQL has exclusion constraints (btree_gist is a trusted extension, the owner of the database may create it).
SQLite has triggers; it drops them when a migration rebuilds the table, so such a migration calls `forbid_again`
(`tests/test_no_overlap.py` fails when they are gone).
"""

from __future__ import annotations

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
    CREATE TRIGGER IF NOT EXISTS {name}_{moment} BEFORE {moment} ON {table}
    WHEN {mine} EXISTS (
        SELECT 1 FROM {table} other
        WHERE other.{owner} = NEW.{owner} AND other.id IS NOT NEW.id {theirs}
          AND (other.until_date IS NULL OR other.until_date > NEW.start_date)
          AND (NEW.until_date IS NULL OR other.start_date < NEW.until_date)
    )
    BEGIN SELECT RAISE(ABORT, '{name}'); END
"""


def forbid_overlap(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Called by the migration that began it."""
    if schema_editor.connection.vendor != "postgresql":
        forbid_again(apps, schema_editor)
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for name, table, owner, only in RULES:
        where = f"WHERE ({only})" if only else ""
        schema_editor.execute(EXCLUSION.format(name=name, table=table, owner=owner, where=where))


def forbid_again(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create what SQLite lost with a rebuilt table; PostgreSQL loses nothing."""
    if schema_editor.connection.vendor == "postgresql":
        return
    for name, table, owner, only in RULES:
        mine, theirs = (f"NEW.{only} AND", f"AND other.{only}") if only else ("", "")
        for moment in ("INSERT", "UPDATE"):
            schema_editor.execute(
                TRIGGER.format(name=name, moment=moment, table=table, owner=owner, mine=mine, theirs=theirs)
            )


def allow_overlap(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Undo `forbid_overlap`."""
    for name, table, _owner, _only in RULES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            continue
        for moment in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER {name}_{moment}")
