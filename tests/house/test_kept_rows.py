"""What was decided, said or put off stays in its row as it was written: triggers in the database see to it.

Every locked table names every one of its columns, so a column that is added later cannot be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models

from netra.trust import row_locks

LOCKS = {each.table: each for each in row_locks.kept_rows()}
MODELS = {model._meta.db_table: model for model in apps.get_models() if model._meta.db_table in LOCKS}
# Tables of these rooms in which nothing is settled: passing, counted, or changed by every step.
OPEN = {
    "trust_user": "an account: its name and password change",
    "trust_chainhead": "moves with every event; sealed",
    "trust_event": "append-only by triggers of its own",
    "trust_dailyroot": "append-only by triggers of its own",
    "trust_dailyhead": "append-only by triggers of its own",
    "trust_storedcontent": "its removal is the destruction of the content",
    "trust_signinthrottle": "passing",
    "trust_sentform": "passing",
    "trust_codeguess": "passing",
    "trust_senderday": "passing",
    "trust_firstadmininvite": "replaced while unused",
    "letters_numberformat": "a setting; the trail keeps each change",
    "letters_numberregister": "counts up",
    "intake_reportdraft": "not sent yet",
    "intake_draftfile": "not sent yet",
    "intake_storysketch": "follows from the story; made anew at will",
    "intake_storyband": "follows from the story; made anew at will",
    "cases_nextterm": "repeats the terms of the case; written anew with each of them",
    "prevention_tally": "counts; the check of the trail counts anew",
    "prevention_rejectedlines": "passing",
    "prevention_wrongdigits": "passing",
}


@pytest.mark.parametrize("table", LOCKS)
def test_a_locked_table_says_of_every_column_what_may_become_of_it(table: str) -> None:
    each = LOCKS[table]
    named = [*each.kept, *each.free, *({*each.may} | {*each.erasable} | {*each.marks})]
    assert sorted(named) == sorted(str(field.column) for field in MODELS[table]._meta.concrete_fields)


@pytest.mark.parametrize("table", LOCKS)
def test_a_locked_table_names_every_place_that_only_one_row_may_have(table: str) -> None:
    told = [set(re.findall(r"(\w+) = NEW\.\1", place)) for place in LOCKS[table].places]
    assert sorted(map(sorted, told)) == sorted(map(sorted, _places(MODELS[table])))


def _places(model: type[models.Model]) -> Iterator[set[str]]:
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            yield {str(field.column)}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
            yield {columns[name] for name in constraint.fields}


def test_every_table_of_the_rooms_that_handle_a_case_is_locked_or_says_why_not() -> None:
    rooms = {"trust", "letters", "prevention", "supervision", "intake", "cases", "sanctions"}
    tables = {model._meta.db_table for model in apps.get_models() if model._meta.app_label in rooms}
    assert tables - LOCKS.keys() == OPEN.keys()


@pytest.mark.django_db
def test_the_migrations_leave_every_lock_standing() -> None:
    assert row_locks.missing(connection) == []


@pytest.mark.parametrize("table", sorted(table for table, each in LOCKS.items() if not each.removable))
def test_a_place_is_looked_up_in_an_index_and_never_by_reading_the_table(table: str, db: None) -> None:
    """A trigger that reads the whole table makes the hundred-thousandth case slower to write than the first."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite lets OR REPLACE remove a row, so only it has these triggers")
    with connection.cursor() as cursor:
        names = [f"{table}_kept_replace", f"{table}_kept_ousting"]
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name IN (%s, %s)", names)
        triggers = cursor.fetchall()
        assert triggers
        for (trigger,) in triggers:
            for found in re.findall(r"WHEN EXISTS \((SELECT .*)\) BEGIN", trigger):
                asked = re.sub(r"\b(NEW|OLD)[.]\w+", "(SELECT 1)", found)
                cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
                steps = [step[-1] for step in cursor.fetchall()]
                assert not [step for step in steps if step.startswith(f"SCAN {table}")], found
