"""Addresses with anything in them: nothing there is a page that says so, and never a failure of ours."""

from __future__ import annotations

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from tests.bad_input.books import books
from tests.bad_input.test_forms import OPEN, SCRIPT, taken_back, visitor_of
from tests.cast import PLAYERS, enter_all
from tests.house.addresses import has_parameters, names, patterns
from tests.house.policy import POLICY, expected_status

pytestmark = pytest.mark.django_db
GARBAGE = (
    "x",
    "0",
    "%00",
    "A" * 5000,
    "%3Cscript%3Ealert('netra')%3C%2Fscript%3E",
    "%E2%80%AE",
    "%F0%9F%98%80",
    "..%2F..",
)
ASKED = (
    *("after", "cari", "code", "kind", "next", "on", "overdue", "page", "pemilihan", "q", "region", "state", "text"),
    *("bulan", "instansi", "pokok", "tujuan", "unit"),
)
BAD_ANSWERS = ("x", "\x00", "-1", "9" * 40, "0001-01-01", "2024-02-31_x", "9999-12-31_9", SCRIPT, "é" * 5000, "\u202e")


def texts_of(name: str) -> list[str]:
    """The parts of an address that take any text."""
    return [
        part
        for pattern in patterns()
        if pattern.name == name
        for part, converter in pattern.pattern.converters.items()
        if type(converter).__name__ == "StringConverter"
    ]


def slots_of(name: str) -> list[str]:
    """The addresses of this name, one for each way to write them, with a slot for each text."""
    ways = [pattern.pattern.converters for pattern in patterns() if pattern.name == name]
    return [
        reverse(
            name,
            kwargs={part: "SLOT" if type(each).__name__ == "StringConverter" else 1 for part, each in way.items()},
        )
        for way in ways
        if way
    ]


def somebody_for(name: str) -> str | None:
    """Whoever may, even where the page only takes what is sent to it."""
    policy = POLICY[name]
    able = (player.username for player in PLAYERS if expected_status(policy, player.username, player.role) != 403)
    return next(able, None) if policy.roles is not None else ""


WITH_TEXT = [name for name in names() if name in POLICY and texts_of(name)]


@pytest.mark.parametrize("name", WITH_TEXT)
def test_a_reference_that_is_none_is_not_found_and_changes_nothing(name):
    client = Client(raise_request_exception=False)
    who = somebody_for(name)
    cast = enter_all()
    if who:
        client.force_login(cast[who])
    ask = client.post if POLICY[name].post else client.get
    before = books()
    for slotted, text in product(slots_of(name), GARBAGE):
        url = slotted.replace("SLOT", text)
        with taken_back():
            response = ask(url)
            assert response.status_code in {200, 302, 400, 403, 404, 405, 409, 422}, (
                f"{url[:80]}: {response.status_code}"
            )
            assert SCRIPT not in getattr(response, "content", b"").decode("utf-8", "replace")
    assert books() == before


@pytest.mark.parametrize("name", [name for name in OPEN if not has_parameters(name)])
def test_a_question_in_the_address_that_makes_no_sense_is_answered_all_the_same(name):
    url = reverse(name)
    cast = enter_all()
    client = Client(raise_request_exception=False)
    who = visitor_of(name)
    if who:
        client.force_login(cast[who])
    for answer in BAD_ANSWERS:
        with taken_back():
            response = client.get(url, dict.fromkeys(ASKED, answer))
            assert response.status_code < 500, f"{url}?…={answer[:20]!r}: {response.status_code}"
            if not response.streaming:
                assert SCRIPT not in response.content.decode("utf-8", "replace")
