"""Of which place and up to which month somebody asks; whatever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.insight.effect.places import NOWHERE, Place, places_of
from netra.insight.effect.spans import EARLIEST
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class Asked:
    """Which place and month are shown, all places to choose from, and whether the month asked for was none."""

    place: Place
    month: date
    places: Sequence[Place]
    wrong_month: bool


def asked_for(user: User, code: str, month: str, *, on: date) -> Asked:
    """The place of that code, or the first, or nowhere for who reads none; the month, or the one that is running."""
    places = places_of(user, on=on)
    place = next((each for each in places if each.code == code), next(iter(places), NOWHERE))
    found = month_written(month, on)
    return Asked(place, found or on.replace(day=1), places, wrong_month=bool(month) and found is None)


def month_written(written: str, on: date) -> date | None:
    """A month as 2026-10, by its first day; None for what is none, too old to hold anything, or not begun."""
    try:
        month = date.fromisoformat(f"{written}-01")
    except ValueError:
        return None
    return month if EARLIEST <= month <= on else None
