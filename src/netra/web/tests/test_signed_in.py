"""A browser that comes back is known by its session, and by nothing that it made up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from netra.trust.models import User
from netra.trust.tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def dewi() -> User:
    return make_user("dewi")


@pytest.fixture
def browser(dewi: User) -> Client:
    client = Client()
    client.force_login(dewi)
    return client


def who_is_there(client: Client) -> str:
    """The username of whom the page of one's own account opens for; empty for nobody."""
    response = client.get("/akun/")
    return response.wsgi_request.user.get_username() if response.status_code == 200 else ""


def test_whoever_signed_in_is_known_at_every_page_that_follows(browser):
    assert who_is_there(browser) == "dewi"
    assert who_is_there(browser) == "dewi"


def test_two_browsers_are_two_people(browser):
    second = Client()
    second.force_login(make_user("sinta"))
    assert who_is_there(browser) == "dewi"
    assert who_is_there(second) == "sinta"
    assert who_is_there(browser) == "dewi"


def test_when_the_session_has_run_out_nobody_is_there(browser):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert who_is_there(browser) == ""


def test_an_account_that_is_closed_is_out_at_once(browser, dewi):
    assert who_is_there(browser) == "dewi"
    dewi.is_active = False
    dewi.save()
    assert who_is_there(browser) == ""


def test_a_session_signs_in_nobody_whose_password_was_changed_elsewhere(browser, dewi):
    dewi.set_password("kuda lain yang benar staples")
    dewi.save()
    assert who_is_there(browser) == ""


@pytest.mark.parametrize("chosen", ["a" * 32, "x", "'; DROP TABLE", "kunci buätan"])
def test_nobody_brings_a_key_of_their_own(dewi, chosen):
    """Else somebody could lay a key into a victim's browser and use it once the victim has signed in."""
    victim, thief = Client(), Client()
    for client in (victim, thief):
        client.cookies[settings.SESSION_COOKIE_NAME] = chosen
    assert who_is_there(victim) == ""
    victim.post("/masuk/", {"username": "dewi", "password": PASSWORD})
    assert who_is_there(victim) == "dewi"
    assert victim.cookies[settings.SESSION_COOKIE_NAME].value != chosen
    assert who_is_there(thief) == ""
