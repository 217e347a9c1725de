"""Database triggers by which rows keep what was once written in them, in SQLite and PostgreSQL.

Each room says of its own tables which columns never change, which may change only in one way (filled once, overwritten
by an erasure) and which operations are free to set; nothing may be deleted unless the room says so. The triggers guard
against software and against hasty hands; `trail verify` notices when one is gone or does something else.
SQLite drops the triggers of a table that a migration rebuilds: such a migration ends with `lock_rows`
(in a `RunInDatabase`, which needs no models).

What an erasure overwrites it may overwrite only where two people approved it, which the triggers ask other tables
(`erasure`). SQLite rebuilds no table that a trigger of another one asks: `lock_rows` therefore leaves this out, `tie`
puts it in when every table is there, and a later migration that rebuilds such a table runs
`RunInDatabase(untie, tie)` before and `RunInDatabase(tie, untie)` after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust import erased_words

_MESSAGE = "yang sudah tercatat tidak dapat diubah atau dihapus"
ERASED = f"'{erased_words.ERASED}'"
EMPTY = "''"
NO_LIST = "'[]'"
# A place names each of its columns of the new row.
_NAMED = re.compile(r"NEW\.(\w+)")
# Which tables an erasure is approved in.
_ASKED = re.compile(r"(?:FROM|JOIN) (\w+)")
# The columns that a rule asks, its own among them.
_OF_THE_ROW = re.compile(r"\b(?:OLD|NEW)\.(\w+)")


@dataclass(frozen=True, slots=True)
class RowLock:
    """What of one table stays as it was written.

    `kept` never changes. `may` tells per column when a change is allowed, as SQL in which {old} and {new} stand for the
    two values (see `once`, `erased_to`). `free` is for operations to set; together they name every column. `places`
    are conditions, one per unique constraint, under which NEW would take the place of a row: SQLite lets OR REPLACE
    remove that row without asking. Each repeats the condition of its index word for word, or SQLite reads the table.
    `since` is a condition on columns from which on the lock holds, such as a status.

    `erasable` names per column the literal that an erasure leaves there, and `marks` are columns that it fills once;
    both only where `erasure` holds: SQL that says whether two people approved it, in which {row} stands for the row. A
    `removable` row of such a table goes only with that erasure. `filled` are erasable columns that nobody ever leaves
    empty, so that nothing but an erasure explains an empty one. `what` is the row in words and `chain` the way, in
    names of fields, to the reference of the chain it belongs to: by these the check of the trail asks for it
    (`told_erased`).
    """

    table: str
    kept: Sequence[str]
    may: Mapping[str, str] = field(default_factory=dict)
    free: Sequence[str] = ()
    places: Sequence[str] = ()
    since: str = ""
    removable: bool = False
    erasable: Mapping[str, str] = field(default_factory=dict)
    marks: Sequence[str] = ()
    erasure: str = ""
    filled: Sequence[str] = ()
    what: str = ""
    chain: str = ""


def once(empty: str = "NULL") -> str:
    """A column that is filled once: from null, or from the value that stands for nothing."""
    return "{old} IS NULL" if empty == "NULL" else f"{{old}} = {empty}"


def one_of(codes: Iterable[str]) -> str:
    """A column that takes only these codes: pages and checks have no words for another."""
    return f"{{new}} IN ({', '.join(sorted(repr(str(code)) for code in codes))})"


def erased_with_case(ref: str) -> str:
    """Whether the case whose reference this expression gives was erased as a whole, by two people.

    Rooms below the cases say it as well: what became a case goes with it.
    """
    return (
        "EXISTS (SELECT 1 FROM cases_erasure AS done JOIN cases_case AS whole ON whole.id = done.case_id "  # noqa: S608 -- written in this house
        f"WHERE whole.ref = {ref} AND whole.erase_date IS NOT NULL AND done.approved_at IS NOT NULL)"
    )


def erased_to(*values: str) -> str:
    """A column that only an erasure overwrites, with one of these literals."""
    return " OR ".join("{new} IS NULL" if value == "NULL" else f"{{new}} = {value}" for value in values)


_locks: dict[str, RowLock] = {}


def keep_rows(locks: Iterable[RowLock]) -> None:
    """Say that these tables are locked; rooms do it when the application starts."""
    _locks.update({each.table: each for each in locks})


def kept_rows() -> list[RowLock]:
    """The locks of every room, in the order of their tables."""
    return [_locks[table] for table in sorted(_locks)]


def lock(connection: BaseDatabaseWrapper, locks: Iterable[RowLock]) -> None:
    """Put the triggers in place."""
    write = _postgres if connection.vendor == "postgresql" else _sqlite
    for each in locks:
        unlock(connection, [each])
        _run(connection, write(each).values())


def unlock(connection: BaseDatabaseWrapper, locks: Iterable[RowLock]) -> None:
    """Take the triggers away: to reverse a migration, and for tests in which somebody owns the database."""
    postgres = connection.vendor == "postgresql"
    names = ("kept", "no_truncate") if postgres else ("kept_update", "kept_delete", "kept_replace", "kept_ousting")
    for each in locks:
        place = f" ON {each.table}" if postgres else ""
        _run(connection, [f"DROP TRIGGER IF EXISTS {each.table}_{name}{place}" for name in names])


def lock_rows(locks: Iterable[RowLock]) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    """`lock` as a migration runs it: over the columns that are there already, for a later one may bring more."""
    kept = list(locks)

    def run(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        connection = schema_editor.connection
        lock(connection, [replace(_as_far_as_there(connection, each, ()), erasure="") for each in kept])

    return run


def tie(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lock what every room locks, as far as its tables are there, and erasures to their approval."""
    connection = schema_editor.connection
    tables = connection.introspection.table_names()
    lock(connection, [_as_far_as_there(connection, each, tables) for each in _present(connection)])


def untie(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The same locks without what they ask other tables, so that a migration can rebuild these."""
    lock_rows(_present(schema_editor.connection))(_apps, schema_editor)


def _present(connection: BaseDatabaseWrapper) -> list[RowLock]:
    there = set(connection.introspection.table_names())
    return [each for each in kept_rows() if each.table in there]


def _as_far_as_there(connection: BaseDatabaseWrapper, each: RowLock, tables: Collection[str]) -> RowLock:
    """The lock over the columns that are there, tied to an approval where all tables that it asks are."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {each.table} LIMIT 0")  # noqa: S608 -- written in this house
        there = {column[0] for column in cursor.description}
    return replace(
        each,
        kept=[name for name in each.kept if name in there],
        # What is allowed by a column that a later migration brings is not allowed before it.
        may={
            name: rule if there.issuperset(_OF_THE_ROW.findall(rule)) else "false"
            for name, rule in each.may.items()
            if name in there
        },
        erasable={name: value for name, value in each.erasable.items() if name in there},
        marks=[name for name in each.marks if name in there],
        places=[place for place in each.places if there.issuperset(_NAMED.findall(place))],
        # SQLite rebuilds no table at all while a trigger asks one that is not there yet.
        erasure=each.erasure if set(tables).issuperset(_ASKED.findall(each.erasure)) else "",
    )


def unlock_rows(locks: Iterable[RowLock]) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    """`unlock` as a migration is reversed."""
    kept = list(locks)

    def run(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        unlock(schema_editor.connection, kept)

    return run


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should stand and do not, do something else under the same name, or are switched off."""
    standing = (
        _standing_in_postgres(connection) if connection.vendor == "postgresql" else _standing_in_sqlite(connection)
    )
    write = _postgres if connection.vendor == "postgresql" else _sqlite
    owed = {name: sql for each in kept_rows() for name, sql in write(each).items()}
    return sorted(name for name, sql in owed.items() if standing.get(name) != sql)


def _run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _held(each: RowLock, row: str) -> str:
    return f"({each.since.format(row=row)})" if each.since else ""


def _forbidden(each: RowLock, differs: str) -> str:
    """The condition under which an update is refused. A condition that is unknown (null) allows nothing."""
    changed = [f"NEW.{name} {differs} OLD.{name}" for name in each.kept]
    for name, rules in _allowed(each).items():
        allowed = " OR ".join(rules).format(old=f"OLD.{name}", new=f"NEW.{name}")
        changed.append(f"(NEW.{name} {differs} OLD.{name} AND NOT coalesce({allowed}, false))")
    return " OR ".join(changed)


def _allowed(each: RowLock) -> Mapping[str, list[str]]:
    """What lets each column change that is neither kept nor free."""
    approved = f" AND {each.erasure.format(row='NEW')}" if each.erasure else ""
    allowed: dict[str, list[str]] = {name: [rule] for name, rule in each.may.items()}
    for name, value in each.erasable.items():
        allowed.setdefault(name, []).append(f"({{new}} = {value}{approved})")
    for name in each.marks:
        allowed.setdefault(name, []).append(f"({{old}} IS NULL{approved})")
    return allowed


def _stays(each: RowLock, row: str) -> str:
    """The condition under which a row may not be deleted; "" is always."""
    if each.removable and each.erasure:
        return f"NOT coalesce({each.erasure.format(row=row)}, false)"
    return _held(each, row)


def _goes_freely(each: RowLock) -> bool:
    return each.removable and not each.erasure


def _sqlite(each: RowLock) -> dict[str, str]:
    """Each trigger as SQLite keeps it, so that one put in its place is told apart."""
    table, refuse = each.table, f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    held = f"{_held(each, 'OLD')} AND " if each.since else ""
    when = {"update": f"UPDATE ON {table} WHEN {held}({_forbidden(each, 'IS NOT')})"}
    if not _goes_freely(each):
        stays = _stays(each, "OLD")
        when["delete"] = f"DELETE ON {table}" + (f" WHEN {stays}" if stays else "")
        taken = " OR ".join(["id = NEW.id", *(f"({place})" for place in each.places)])
        kept = f"{_held(each, table)} AND " if each.since else ""
        found = f"SELECT 1 FROM {table} WHERE {kept}"  # noqa: S608 -- written in this house
        when["replace"] = f"INSERT ON {table} WHEN EXISTS ({found}({taken}))"
        if each.places:
            when["ousting"] = f"UPDATE ON {table} WHEN EXISTS ({found}id <> OLD.id AND ({taken}))"
    return {
        f"{table}_kept_{name}": f"CREATE TRIGGER {table}_kept_{name} BEFORE {what} {refuse}"
        for name, what in when.items()
    }


def _postgres(each: RowLock) -> dict[str, str]:
    """The function of the table, and its triggers as PostgreSQL tells them (pg_get_triggerdef)."""
    table = each.table
    held = f"{_held(each, 'OLD')} AND " if each.since else ""
    refuse = f"RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
    body = [f"IF TG_OP = 'TRUNCATE' THEN {refuse}"]
    body.append(f"IF TG_OP = 'DELETE' THEN IF {_stays(each, 'OLD') or 'true'} THEN {refuse} RETURN OLD; END IF;")
    body.append(f"IF {held}({_forbidden(each, 'IS DISTINCT FROM')}) THEN {refuse} RETURN NEW;")
    acts = {"kept": ("UPDATE" if _goes_freely(each) else "DELETE OR UPDATE", "ROW")}
    if not _goes_freely(each):
        acts["no_truncate"] = ("TRUNCATE", "STATEMENT")
    function = f"{table}_kept()"
    return {
        function: f"CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {' '.join(body)} END $$",
        **{
            f"{table}_{name}": f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} "
            f"FOR EACH {level} EXECUTE FUNCTION {function}"
            for name, (act, level) in acts.items()
        },
    }


def _standing_in_sqlite(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _standing_in_postgres(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Through to_regclass, so that the same tables in another schema of the database do not count.

    A trigger that fires only while replicating ('R') guards nothing here.
    """
    standing: dict[str, str] = {}
    tables = ", ".join(f"to_regclass('{each.table}')" for each in kept_rows())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true), proname, prosrc FROM pg_trigger "  # noqa: S608
            f"JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgenabled IN ('O', 'A') AND tgrelid IN ({tables})"
        )
        for name, definition, function, source in cursor.fetchall():
            standing[name] = definition
            standing[f"{function}()"] = (
                f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $${source}$$"
            )
    return standing
