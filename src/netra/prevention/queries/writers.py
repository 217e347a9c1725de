"""The names of those who wrote rows down, by the reference that the rows keep."""

from __future__ import annotations

from collections.abc import Iterable

from netra.trust.models import User


def names_of(refs: Iterable[str]) -> dict[str, str]:
    """Each account's name; nothing for a row that nobody wrote, as when somebody scanned a code."""
    keys = {key for ref in refs if (key := ref.removeprefix("user:")).isdecimal()}
    return {user.actor_ref: user.full_name for user in User.objects.filter(pk__in=keys)}
