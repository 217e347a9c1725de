"""A chain in words. The words are made here, at display, never stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust.acts import ACTS, ROLE_LABELS, Role
from netra.trust.asked_again import AskedAgain
from netra.trust.models import Event, RoleGrant, User
from netra.trust.trail.canonical import Value

_OF_CHAIN = AskedAgain(lambda chain: Event.objects.filter(chain=chain).order_by("seq"))
_GRANTS_OF = AskedAgain(lambda keys: RoleGrant.objects.filter(user_id__among=keys).order_by("pk"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One event for the eye: what, who, when, on which rule."""

    seq: int
    at: datetime
    verb: str
    label: str
    actor_ref: str
    actor_label: str
    subject: str
    payload: Mapping[str, Value]
    citation: str
    clock_regressed: bool
    hash: str


def history(chain: str, *, with_names: bool = False) -> list[Entry]:
    """The events of a chain, oldest first; officers by role, by name only where the page may show names."""
    events = _OF_CHAIN(chain=chain)
    officers = _Officers({event.actor_ref for event in events}, with_names=with_names)
    return [_entry(event, officers) for event in events]


def _entry(event: Event, officers: _Officers) -> Entry:
    act = ACTS.get(event.verb)
    return Entry(
        seq=event.seq,
        at=event.at,
        verb=event.verb,
        label=_(act.label) if act else event.verb,
        actor_ref=event.actor_ref,
        actor_label=officers.label(event.actor_ref, act.roles if act else frozenset(), timezone.localdate(event.at)),
        subject=event.subject,
        payload=json.loads(event.payload),
        citation=event.citation,
        clock_regressed=event.clock_regressed,
        hash=event.hash,
    )


class _Officers:
    """Names and roles of all actors of a chain, read in two queries."""

    def __init__(self, actor_refs: Iterable[str], *, with_names: bool) -> None:
        keys = [int(ref.removeprefix("user:")) for ref in actor_refs if ref.startswith("user:")]
        self._names = dict(User.objects.filter(pk__in=keys).values_list("pk", "full_name")) if with_names else {}
        self._grants: dict[int, list[RoleGrant]] = {}
        for grant in _GRANTS_OF(keys=keys):
            self._grants.setdefault(grant.user_id, []).append(grant)

    def label(self, actor_ref: str, roles: frozenset[Role], day: date) -> str:
        kind, _sep, name = actor_ref.partition(":")
        if kind == "user":
            return self._officer(int(name), roles, day)
        words = {
            "reporter": _("Pelapor %s"),
            "asker": _("Penanya %s"),
            "link": _("Pemegang tautan pribadi %s"),
            "system": _("Sistem (%s)"),
        }
        return words[kind] % name if kind in words else actor_ref

    def _officer(self, key: int, roles: frozenset[Role], day: date) -> str:
        held = [Role(grant.role) for grant in self._grants.get(key, ()) if _valid(grant, day)]
        # The role in which the act was done; failing that, whatever the officer was on that day.
        role = next((role for role in held if role in roles), held[0] if held else None)
        title = _(ROLE_LABELS[role]) if role else _("Petugas")
        return f"{title}: {self._names[key]}" if key in self._names else title


def _valid(grant: RoleGrant, day: date) -> bool:
    return grant.valid_from <= day and (grant.valid_until is None or day < grant.valid_until)
