"""Addresses with anything in them: nothing there is a page that says so, and never a failure of ours."""

from __future__ import annotations

from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.bad_input.books import books
from tests.bad_input.test_forms import OPEN, SCRIPT, taken_back, visitor_of
from tests.cast import PLAYERS, enter_all
from tests.house.addresses import has_parameters, names, patterns
from tests.house.policy import POLICY, expected_status

pytestmark = pytest.mark.django_db
# Markup, a letter that turns the line around, and one of four bytes; none of them ends a part of an address.
MARKUP = "<script>alert('netra')"
GARBAGE = ("0", "A" * 5000, quote(f"{MARKUP}\u202e😀", safe=""))
# What no part of an address can hold: a null character and a slash are refused before any page is asked.
IMPOSSIBLE = ("%00", "..%2F..", "%3C%2Fscript%3E")
ASKED = (
    *("after", "cari", "code", "kind", "next", "on", "overdue", "page", "pemilihan", "q", "region", "state", "text"),
    *("bulan", "instansi", "pokok", "tujuan", "unit"),
)
# The null character comes last: it is refused before any page is asked.
BAD_ANSWERS = ("x", "-1", "9" * 40, "0001-01-01", "2024-02-31_x", "9999-12-31_9", SCRIPT, "é" * 5000, "\u202e", "\x00")


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
            assert MARKUP not in getattr(response, "content", b"").decode("utf-8", "replace")
    assert books() == before


@pytest.mark.parametrize("text", IMPOSSIBLE)
@pytest.mark.parametrize("name", ["case", "letter_verify_code"])
def test_a_reference_that_cannot_be_written_is_not_found(name, text):
    client = Client(raise_request_exception=False)
    client.force_login(enter_all()["wayan"])
    for slotted in slots_of(name):
        assert client.get(slotted.replace("SLOT", text)).status_code == 404


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
            if not was_read(response):
                break  # whatever is asked next gets the same answer


def was_read(response: Any) -> bool:
    """Whether anybody looked at the question at all: Django takes it apart for the first who does."""
    return "GET" in vars(response.wsgi_request)
