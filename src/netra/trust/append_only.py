"""Database triggers that forbid changing or removing what the trail has written, in SQLite and PostgreSQL.

The triggers guard against software and against hasty hands. Against whoever owns the database stands `trail verify`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

_MESSAGE = "jejak hanya dapat ditambah (append-only)"


def lock(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    _run(connection, _POSTGRES_LOCK if connection.vendor == "postgresql" else _SQLITE_LOCK)


def unlock(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to reverse the migration, and for tests in which somebody owns the database."""
    _run(connection, _POSTGRES_UNLOCK if connection.vendor == "postgresql" else _SQLITE_UNLOCK)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should stand and do not, do something else under the same name, or are switched off."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRES_STANDING if postgres else _SQLITE_STANDING)
        standing = {name: tuple(definition) for name, *definition in cursor.fetchall()}
    owed = _POSTGRES_TRIGGERS if postgres else _SQLITE_TRIGGERS
    body = (_POSTGRES_BODY,) if postgres else ()
    return sorted(name for name, definition in owed.items() if standing.get(name) != (definition, *body))


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
_PLACES = {
    "trust_event": "chain = NEW.chain AND seq = NEW.seq",
    "trust_dailyroot": "day = NEW.day",
    "trust_dailyhead": "chain = NEW.chain AND seq = NEW.seq",
}
# Each as SQLite keeps it, so that one put in its place is told apart. INSERT OR REPLACE removes the row that stands in
# its way without asking the trigger against DELETE: whatever would take a place that is taken is refused.
_SQLITE_TRIGGERS = {
    f"{table}_no_{name}": f"CREATE TRIGGER {table}_no_{name} BEFORE {when} {_REFUSE}"
    for table, place in _PLACES.items()
    for name, when in (
        ("update", f"UPDATE ON {table}"),
        ("delete", f"DELETE ON {table}"),
        ("replace", f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR ({place}))"),  # noqa: S608
    )
}
_SQLITE_STANDING = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_SQLITE_UNLOCK = [f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE_TRIGGERS]
_SQLITE_LOCK = [*_SQLITE_UNLOCK, *_SQLITE_TRIGGERS.values()]
_POSTGRES_BODY = f" BEGIN RAISE EXCEPTION '{_MESSAGE}'; END "
# Each as PostgreSQL tells it (pg_get_triggerdef).
_POSTGRES_TRIGGERS = {
    f"{table}_{name}": f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} "
    f"FOR EACH {level} EXECUTE FUNCTION trust_append_only()"
    for table in _PLACES
    for name, act, level in (("append_only", "DELETE OR UPDATE", "ROW"), ("no_truncate", "TRUNCATE", "STATEMENT"))
}
_POSTGRES_LOCK = [
    f"CREATE OR REPLACE FUNCTION trust_append_only() RETURNS trigger LANGUAGE plpgsql AS $${_POSTGRES_BODY}$$",
    *(definition.replace("CREATE", "CREATE OR REPLACE", 1) for definition in _POSTGRES_TRIGGERS.values()),
]
_POSTGRES_UNLOCK = [
    f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}" for table in _PLACES for name in ("append_only", "no_truncate")
]
# Through to_regclass, so that the same tables in another schema of the database do not count. A trigger that fires
# only while replicating ('R') guards nothing here.
_POSTGRES_STANDING = (
    "SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true), prosrc FROM pg_trigger "
    "JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgenabled IN ('O', 'A') AND tgrelid IN "
    "(to_regclass('trust_event'), to_regclass('trust_dailyroot'), to_regclass('trust_dailyhead'))"
)
