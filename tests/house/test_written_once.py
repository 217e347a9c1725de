"""Every question that is written once a day follows from a person's grants alone, or it would grow stale in between."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from inspect import unwrap
from typing import Any

import pytest
from django.urls import get_resolver

from netra.trust import written_once
from netra.trust.models import User
from tests.cast import PLAYERS, enter_all

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 30)


def questions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """What the rooms have written once, found where it is defined."""
    assert get_resolver().url_patterns, "every room is loaded by what the pages ask of it"
    rooms = sorted(name for name in sys.modules if name.startswith("netra.") and name != written_once.__name__)
    for module in rooms:
        for name, thing in sorted(vars(sys.modules[module]).items()):
            code = getattr(thing, "__code__", None)
            if code and thing.__module__ == module and code.co_filename == written_once.__file__:
                yield f"{module}.{name}", thing


QUESTIONS = dict(questions())


def test_there_are_some():
    assert {"netra.cases.access.visible_to", "netra.cases.queries._listed"} <= QUESTIONS.keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_writing_it_asks_for_the_grants_and_nothing_else(name, django_assert_num_queries):
    enter_all()
    for player in PLAYERS:
        user = User.objects.get(username=player.username)
        with django_assert_num_queries(1) as asked:
            unwrap(QUESTIONS[name])(user, on=DAY)
        assert "trust_rolegrant" in asked[0]["sql"]
