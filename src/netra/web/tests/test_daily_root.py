"""The house takes its daily root by itself, at the first write of a new day, whoever writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from netra.trust import trail
from netra.trust.tests.builders import TODAY, later, write
from netra.trust.trail import close_day
from netra.web import middleware

pytestmark = pytest.mark.django_db


@pytest.fixture
def _the_next_morning(monkeypatch):
    write("case:PKR-2026-AAAA")
    monkeypatch.setattr(middleware, "now", lambda: later(days=1))


def _begin_a_report() -> Any:
    return Client().post(reverse("draft_start"), {"kind": "VIOLATION"})


@pytest.mark.usefixtures("_the_next_morning")
def test_a_form_that_is_sent_takes_the_root_of_yesterday():
    assert _begin_a_report().status_code == 302
    assert trail.verify_database().roots == 1
    assert close_day(TODAY, later(days=1)).heads == 1


@pytest.mark.usefixtures("_the_next_morning")
def test_a_form_that_was_refused_takes_none():
    assert Client().post("/masuk/", {"username": "siapa", "password": "keliru"}).status_code == 422
    assert trail.verify_database().roots == 0


@pytest.mark.usefixtures("_the_next_morning")
def test_a_page_that_is_only_read_takes_none():
    Client().get("/masuk/")
    assert trail.verify_database().roots == 0


@pytest.mark.usefixtures("_the_next_morning")
def test_nobody_loses_a_page_when_the_root_cannot_be_taken(monkeypatch):
    def lost(_at: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(trail, "close_past_days", lost)
    assert _begin_a_report().status_code == 302
