"""Database triggers by which a publication never changes and never goes, in SQLite and PostgreSQL.

Against whoever owns the database stands the hash in the trail (`netra statistics verify`).
SQLite drops the triggers of a table that a migration rebuilds: a later migration of it ends with `lock`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

_MESSAGE = "statistik yang sudah terbit tidak dapat diubah atau dihapus"
_TABLE = "insight_publication"


def lock(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    _run(connection, _POSTGRES_LOCK if connection.vendor == "postgresql" else _SQLITE_LOCK)


def unlock(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to reverse the migration, and for tests in which somebody owns the database."""
    _run(connection, _POSTGRES_UNLOCK if connection.vendor == "postgresql" else _SQLITE_UNLOCK)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
# In SQLite, OR REPLACE removes the row that stands in its way without asking the trigger against DELETE.
_TAKES_A_PLACE = f"EXISTS (SELECT 1 FROM {_TABLE} WHERE id = NEW.id OR (month = NEW.month AND revision = NEW.revision))"  # noqa: S608
_SQLITE_UNLOCK = [f"DROP TRIGGER IF EXISTS {_TABLE}_no_{name}" for name in ("update", "delete", "replace")]
_SQLITE_LOCK = [
    *_SQLITE_UNLOCK,
    f"CREATE TRIGGER {_TABLE}_no_update BEFORE UPDATE ON {_TABLE} {_REFUSE}",
    f"CREATE TRIGGER {_TABLE}_no_delete BEFORE DELETE ON {_TABLE} {_REFUSE}",
    f"CREATE TRIGGER {_TABLE}_no_replace BEFORE INSERT ON {_TABLE} WHEN {_TAKES_A_PLACE} {_REFUSE}",
]
_POSTGRES_LOCK = [
    "CREATE OR REPLACE FUNCTION insight_publication_lock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE OR REPLACE TRIGGER {_TABLE}_no_change BEFORE UPDATE OR DELETE ON {_TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION insight_publication_lock()",
    f"CREATE OR REPLACE TRIGGER {_TABLE}_no_truncate BEFORE TRUNCATE ON {_TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION insight_publication_lock()",
]
_POSTGRES_UNLOCK = [f"DROP TRIGGER IF EXISTS {_TABLE}_{name} ON {_TABLE}" for name in ("no_change", "no_truncate")]
