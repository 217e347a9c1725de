"""Every address × every role and nobody at all, against the hand-written table in `policy.py`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netra.insight.operations import publish_due
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.told_once import told_once
from tests.cast import PLAYERS, enter_all
from tests.house.addresses import address, names
from tests.house.policy import POLICY, Policy, expected_status

REFUSALS = {302, 403, 404}
VISITORS: tuple[tuple[str, Role | None], ...] = (("", None), *((player.username, player.role) for player in PLAYERS))


@told_once
def signed_in() -> tuple[dict[str, User], dict[str, SimpleCookie]]:
    """The cast, and what the browser of each of them holds."""
    cast, cookies = enter_all(), {}
    for username, user in cast.items():
        client = Client()
        client.force_login(user)
        cookies[username] = client.cookies
    return cast, cookies


def ask(client: Client, url: str, cookies: SimpleCookie | None, *, post: bool) -> Any:
    """One request in a transaction that is taken back, so that no visitor leaves anything to the next.

    Whoever asks takes the one browser with nothing in it but their own cookies.
    """
    client.cookies = SimpleCookie(cookies or {})
    with transaction.atomic():
        response = client.post(url) if post else client.get(url)
        transaction.set_rollback(True)
    return response


def writes_though_refused(client: Client, policy: Policy, url: str, cookies: SimpleCookie | None, refusal: int) -> bool:
    """Whether a form is taken from somebody who may not even read it; 405 says that there is no form."""
    return not policy.post and ask(client, url, cookies, post=True).status_code not in {refusal, 405}


@contextmanager
def _undrawn(is_shown: bool) -> Iterator[None]:
    """A page that one visitor was shown is not drawn for the others: what each reads there is tested by its room."""
    with pytest.MonkeyPatch.context() as patch:
        if is_shown:
            patch.setattr("django.template.backends.django.Template.render", lambda *_words: "")
        yield


@pytest.fixture
def _refusals_undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is one page at every address, and a test of its own draws it for everybody: no need for 2,000."""

    def undrawn(_request: HttpRequest, _template: str, _words: dict[str, object], *, status: int) -> HttpResponse:
        return HttpResponse(status=status)

    monkeypatch.setattr("netra.web.errors.render", undrawn)


def test_every_address_has_a_policy_and_every_policy_an_address():
    assert set(names()) == set(POLICY)


@pytest.mark.django_db
@pytest.mark.usefixtures("_refusals_undrawn")
@pytest.mark.parametrize("name", names())
def test_an_address_answers_each_role_as_the_table_says(name, settings):
    settings.DEMO = True
    cast, browsers = signed_in()
    url = address(name, cast)
    policy = POLICY[name]
    if name.startswith("statistics"):
        # Else every visitor would be the first reader of the month, for whom it is published and drawn.
        publish_due(at=timezone.now())
    client, wrong, shown = Client(), [], False
    for username, role in VISITORS:
        cookies = browsers.get(username)
        with _undrawn(shown):
            response = ask(client, url, cookies, post=policy.post)
        shown = shown or response.status_code == 200
        expected = expected_status(policy, username, role)
        if response.status_code != expected:
            wrong.append(f"{username or 'nobody'} ({role}): {response.status_code}, not {expected}")
        elif (
            role is None and policy.roles is not None and not response.headers["Location"].startswith(reverse("login"))
        ):
            wrong.append(f"nobody is sent to {response.headers['Location']}, not to sign in")
        elif expected in REFUSALS - {policy.ok} and writes_though_refused(client, policy, url, cookies, expected):
            wrong.append(f"{username or 'nobody'} ({role}) may not read, but is not refused when sending")
    assert not wrong, f"{url}\n" + "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in names() if name in POLICY and POLICY[name].post])
def test_an_address_that_changes_something_is_not_opened_by_a_link(name):
    cast = enter_all()
    client = Client()
    client.force_login(cast["lina"])
    assert client.get(address(name, cast)).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(("username", "role"), VISITORS)
def test_a_refusal_is_a_page_for_everybody(username, role):
    """Nobody but the administrator sees the accounts, and he sees no report; what is nowhere is found by nobody."""
    _cast, browsers = signed_in()
    client, cookies = Client(), browsers.get(username)
    missing = ask(client, "/tidak-ada/", cookies, post=False)
    assert missing.status_code == 404
    assert "<h1>Tidak ditemukan</h1>" in missing.content.decode()
    if role:
        not_theirs = "report_list" if role is Role.ADMINISTRATOR else "user_list"
        refused = ask(client, reverse(not_theirs), cookies, post=False)
        assert refused.status_code == 403
        assert "<h1>Tidak berwenang</h1>" in refused.content.decode()
