"""A wrong date never passes: every day that an act asks for is tried too early and too late."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from tests.bad_input.books import refused
from tests.bad_input.dated import DAWN, DOOMSDAY
from tests.bad_input.dated_casework import CASEWORK
from tests.bad_input.dated_pacts import PACTS
from tests.bad_input.dated_prevention import PREVENTION
from tests.bad_input.dated_registry import REGISTRY
from tests.bad_input.dated_reminders import REMINDERS
from tests.bad_input.dated_supervision import SUPERVISION

pytestmark = pytest.mark.django_db


ROOMS = ("trust", "registry", "letters", "prevention", "supervision", "intake", "cases", "sanctions")
# Rooms whose operations take what was typed as values of their own.
WITH_ENTRIES = ("registry", "prevention", "supervision")


# Days that the software itself passes on inside one act; nobody types them.
NOT_TYPED = {
    "cases.assess_allegation.decided",
    "cases.assess_allegation.examined",
    "cases.start_clock.start",
    "cases.stop_all_clocks.met",
    "cases.stop_all_clocks.recorded",
    "cases.stop_clock.met",
    "cases.stop_clock.recorded",
    "letters.Seal.letter_date",
    "letters.head_of.on",
    "letters.letter_issue.dated",
    "letters.written_number.day",
    "trust.trail_verify.known_roots",
}


# Dates as reporters write them: netra.intake.written_dates, proved by its own tests.
READ_FROM_TEXT = {"intake.Submission.act_date", "intake.Submission.known_date"}


FIELDS = {**CASEWORK, **PACTS, **PREVENTION, **REGISTRY, **REMINDERS, **SUPERVISION}


def typed_days() -> Iterator[str]:
    """Every parameter and every field of a value, in any operation of the house, that holds a day or a moment."""
    for room in ROOMS:
        modules = [importlib.import_module(f"netra.{room}.operations")]
        modules += [importlib.import_module(f"netra.{room}.entries")] if room in WITH_ENTRIES else []
        for module in modules:
            for name, thing in vars(module).items():
                for part, annotation in _parts(thing):
                    if "date" in annotation and part != "at" and not name.startswith("_"):
                        yield f"{room}.{name}.{part}"


def _parts(thing: object) -> list[tuple[str, str]]:
    if inspect.isclass(thing) and is_dataclass(thing) and thing.__module__.startswith("netra."):
        return [(field.name, str(field.type)) for field in fields(thing)]
    if inspect.isfunction(thing) and thing.__module__.startswith("netra."):
        return [(name, str(each.annotation)) for name, each in inspect.signature(thing).parameters.items()]
    return []


def test_every_day_that_an_act_asks_for_has_its_story_here():
    known = {name.partition(",")[0] for name in FIELDS} | NOT_TYPED | READ_FROM_TEXT
    assert sorted(set(typed_days()) - known) == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_day_that_lies_too_early_is_refused_with_the_reason(name):
    field = FIELDS[name]
    stage = field.where()
    for day in {field.early, DAWN}:
        with refused():
            field.give(stage, day)
    with refused(field.early_says):
        field.give(stage, field.early)


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.late])
def test_a_day_that_lies_too_late_is_refused_with_the_reason(name):
    field = FIELDS[name]
    stage = field.where()
    assert field.late is not None
    with refused():
        field.give(stage, DOOMSDAY)
    with refused(field.late_says):
        field.give(stage, field.late)


@pytest.mark.parametrize("name", FIELDS)
def test_a_good_day_passes_in_the_same_story(name):
    """Otherwise a story in which everything is refused would prove nothing."""
    field = FIELDS[name]
    stage = field.where()
    field.give(stage, field.good)
