"""Whoever of the demo signs in finds no link on any page that leads him nowhere."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from netra.demo.cast import CAST
from netra.trust.models import User
from netra.web.tests.links import broken_links

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(demo: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: demo)


# Sheets and tables to take away: they open by the role alone, take long to make, and lead nowhere further.
BY_ROLE_ALONE = {"insight_digest", "insight_csv", "insight_prevention_report", "insight_prevention_csv"}
# Who takes them for all who hold the same role.
FIRST_OF_ROLE = {each.role: each.username for each in sorted(CAST, key=lambda each: each.username, reverse=True)}


@pytest.mark.parametrize("username", sorted(each.username for each in CAST))
def test_every_link_leads_where_the_reader_may_go(username: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username=username))
    known = () if username in FIRST_OF_ROLE.values() else BY_ROLE_ALONE
    assert not list(broken_links(client, each_kind=1, known=known))


def test_a_visitor_finds_no_broken_link() -> None:
    assert not list(broken_links(Client(raise_request_exception=False), each_kind=1))
