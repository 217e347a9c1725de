"""Where the stories of the pages of a case begin: a cast that can sign in, and a day on which it all happens."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.tests.builders import (
    BUDI,
    LIKE,
    OPENING,
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    carry_to_study,
    confirm_identity,
    make_case,
)
from netra.trust.models import User

__all__ = [
    "BUDI",
    "LIKE",
    "OPENING",
    "Case",
    "Cast",
    "Client",
    "User",
    "act",
    "at",
    "carry_to_plenary",
    "carry_to_recommendation",
    "carry_to_referral",
    "carry_to_study",
    "confirm_identity",
    "make_case",
    "page",
    "signed_in",
    "the_clock_shows",
]


def signed_in(user: User) -> Client:
    """A browser in which this user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def the_clock_shows(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """The doors read the clock through Django; on this day it shows this moment."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def page(user: User, address: str) -> str:
    """What this user reads there."""
    response = signed_in(user).get(address)
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())
