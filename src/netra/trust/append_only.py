"""Database triggers that forbid changing or removing what the trail has written, in SQLite and PostgreSQL.

The triggers guard against software and against hasty hands. Against whoever owns the database stands `trail verify`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("trust_event", "trust_dailyroot", "trust_dailyhead")
_MESSAGE = "jejak hanya dapat ditambah (append-only)"


def lock(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    _run(connection, _POSTGRES_LOCK if connection.vendor == "postgresql" else _SQLITE_LOCK)


def unlock(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to reverse the migration, and for test suites that empty their own tables."""
    _run(connection, _POSTGRES_UNLOCK if connection.vendor == "postgresql" else _SQLITE_UNLOCK)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should stand and do not, or are switched off."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRES_STANDING if postgres else _SQLITE_STANDING)
        standing = {name for (name,) in cursor.fetchall()}
    return sorted((_POSTGRES_TRIGGERS if postgres else _SQLITE_TRIGGERS) - standing)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


_SQLITE_LOCK = [
    f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    for table in TABLES
    for act in ("UPDATE", "DELETE")
]
_SQLITE_TRIGGERS = {f"{table}_no_{act}" for table in TABLES for act in ("update", "delete")}
_SQLITE_STANDING = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_SQLITE_UNLOCK = [f"DROP TRIGGER IF EXISTS {name}" for name in sorted(_SQLITE_TRIGGERS)]
_POSTGRES_LOCK = [
    "CREATE OR REPLACE FUNCTION trust_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_MESSAGE}'; END $$",
    *(
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION trust_append_only()"
        for table in TABLES
    ),
    *(
        f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION trust_append_only()"
        for table in TABLES
    ),
]
_POSTGRES_UNLOCK = [
    f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}" for table in TABLES for name in ("append_only", "no_truncate")
]
_POSTGRES_TRIGGERS = {f"{table}_{name}" for table in TABLES for name in ("append_only", "no_truncate")}
# Through to_regclass, so that the same tables in another schema of the database do not count.
_POSTGRES_STANDING = (
    "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND tgrelid IN "
    "(to_regclass('trust_event'), to_regclass('trust_dailyroot'), to_regclass('trust_dailyhead'))"
)
