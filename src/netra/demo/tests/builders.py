"""The day on which the tests load the demo, and what it was told then."""

from __future__ import annotations

from datetime import UTC, date, datetime

from netra.trust.models import User

# A Monday, in the afternoon in Jambi.
LOADED_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def user(username: str) -> User:
    return User.objects.get(username=username)
