from __future__ import annotations

import pytest

from netra.trust import links, trail
from netra.trust.errors import NotFound
from netra.trust.models import Event, Link
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, later

pytestmark = pytest.mark.django_db
CHAIN = "case:PKR-2026-AAAA"


@pytest.fixture
def issued() -> tuple[Link, str]:
    return links.issue(
        purpose="ANSWER",
        subject="party:PIH-2026-AAAA",
        until=later(days=14),
        by=builders.wayan(),
        at=MORNING,
        chain=CHAIN,
    )


def it_opens_with_the_secret_until_its_last_moment(issued):
    link, secret = issued
    assert links.resolve(secret, at=later(days=13, hours=23)) == link
    with pytest.raises(NotFound):
        links.resolve(secret, at=later(days=14))


def it_keeps_no_secret_and_shows_none_in_the_trail(issued):
    link, secret = issued
    assert len(secret) >= 22  # 128 bits in base64
    stored = " ".join(str(value) for value in Link.objects.values().get().values())
    written = " ".join(str(value) for value in Event.objects.values().get().values())
    assert secret not in stored + written
    assert link.actor.actor_ref == f"link:{link.ref}"


@pytest.mark.parametrize("guess", ["", "x", "' OR 1=1 --", "\x00", "é" * 5000])
def it_answers_a_guess_like_a_link_that_never_was(issued, guess):
    with pytest.raises(NotFound):
        links.resolve(guess, at=MORNING)


def it_ends_at_once_when_revoked_and_only_once(issued):
    link, secret = issued
    links.revoke(link_ref=link.ref, by=builders.dewi(), at=later(hours=1))
    with pytest.raises(NotFound):
        links.resolve(secret, at=later(hours=2))
    with pytest.raises(NotFound, match="sudah dicabut"):
        links.revoke(link_ref=link.ref, by=builders.rahmat(), at=later(hours=3))
    assert [entry.verb for entry in trail.history(CHAIN)] == ["trust.link_issue", "trust.link_revoke"]


def it_outlives_the_secret_of_the_sessions(issued, settings):
    link, secret = issued
    settings.SECRET_KEY = "a-renewed-secret-of-the-sessions-long-enough"
    assert links.resolve(secret, at=MORNING) == link
