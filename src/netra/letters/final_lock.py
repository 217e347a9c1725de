"""Database triggers by which a final letter never changes and never goes, in SQLite and PostgreSQL.

One way remains: from FINAL to ERASED, when the retention of its case has ended; number, kind and dates must stay.
SQLite drops the triggers of a table that a migration rebuilds: a later migration of `letters_letter` ends with `lock`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

_MESSAGE = "surat yang sudah ditetapkan tidak dapat diubah atau dihapus"
_KEPT = (
    "id",
    "ref",
    "kind",
    "agency_code",
    "agency_name",
    "chain",
    "subject_ref",
    "number",
    "sequence",
    "year",
    "letter_date",
    "verification_code",
    "drafted_by",
    "drafted_at",
    "finalised_by",
    "finalised_at",
)


def lock(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    _run(connection, _POSTGRES_LOCK if connection.vendor == "postgresql" else _SQLITE_LOCK)


def unlock(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to reverse the migration, and for test suites that empty their own tables."""
    _run(connection, _POSTGRES_UNLOCK if connection.vendor == "postgresql" else _SQLITE_UNLOCK)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _erasure(same: str) -> str:
    kept = " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in _KEPT)
    return f"OLD.status = 'FINAL' AND NEW.status = 'ERASED' AND {kept}"


# Whether the new row would take the place of a letter that is no draft: in SQLite, OR REPLACE removes such a letter
# without asking the trigger against DELETE.
_TAKES_A_PLACE = (
    "EXISTS (SELECT 1 FROM letters_letter WHERE status <> 'DRAFT' AND {other}(id = NEW.id OR ref = NEW.ref "
    "OR (agency_code = NEW.agency_code AND year = NEW.year AND sequence = NEW.sequence) "
    "OR (verification_code = NEW.verification_code AND NOT (verification_code = ''))))"
)
_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
_SQLITE_UNLOCK = [
    f"DROP TRIGGER IF EXISTS letters_letter_{name}" for name in ("no_update", "no_delete", "no_replace", "no_ousting")
]
_SQLITE_LOCK = [
    *_SQLITE_UNLOCK,
    "CREATE TRIGGER letters_letter_no_update BEFORE UPDATE ON letters_letter "
    f"WHEN OLD.status <> 'DRAFT' AND NOT ({_erasure('IS')}) "
    f"{_REFUSE}",
    f"CREATE TRIGGER letters_letter_no_delete BEFORE DELETE ON letters_letter WHEN OLD.status <> 'DRAFT' {_REFUSE}",
    "CREATE TRIGGER letters_letter_no_replace BEFORE INSERT ON letters_letter "
    f"WHEN {_TAKES_A_PLACE.format(other='')} {_REFUSE}",
    "CREATE TRIGGER letters_letter_no_ousting BEFORE UPDATE ON letters_letter "
    f"WHEN {_TAKES_A_PLACE.format(other='id <> OLD.id AND ')} {_REFUSE}",
]
_POSTGRES_LOCK = [
    "CREATE OR REPLACE FUNCTION letters_final_lock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE OR REPLACE TRIGGER letters_letter_no_update BEFORE UPDATE ON letters_letter FOR EACH ROW "
    f"WHEN (OLD.status <> 'DRAFT' AND NOT ({_erasure('IS NOT DISTINCT FROM')})) "
    "EXECUTE FUNCTION letters_final_lock()",
    "CREATE OR REPLACE TRIGGER letters_letter_no_delete BEFORE DELETE ON letters_letter FOR EACH ROW "
    "WHEN (OLD.status <> 'DRAFT') EXECUTE FUNCTION letters_final_lock()",
]
_POSTGRES_UNLOCK = [
    "DROP TRIGGER IF EXISTS letters_letter_no_update ON letters_letter",
    "DROP TRIGGER IF EXISTS letters_letter_no_delete ON letters_letter",
]
