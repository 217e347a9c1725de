"""Comparing rows with the trail while it is walked: chain by chain, a few hundred chains at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from netra.trust.models import ChainHead, Event
from netra.trust.told_rows import Difference, Told, differences, verbs_of_interest
from netra.trust.trail.canonical import TrailCheck
from netra.trust.trail.stored import StoredLink

_CHAINS = 250
_EVENTS = 20_000
# How often a chain is heard again that moved while it was compared; one that always moves is told as it was found.
_TRIES = 3


class Comparing:
    """Takes events as they are walked, and writes into the check in what the rows differ from them."""

    def __init__(self, check: TrailCheck) -> None:
        self.check = check
        self._verbs = verbs_of_interest()
        self._chains: dict[str, list[Told]] = {}
        self._last: dict[str, int] = {}
        self._held = 0

    def listening(self, links: Iterator[StoredLink]) -> Iterator[StoredLink]:
        """The same links; what is wanted of them is kept until its batch of chains is compared."""
        for stored in links:
            chain = stored.link.chain
            if chain not in self._chains:
                self._make_room()
            link = stored.link
            self._hear(chain, link.seq, datetime.fromisoformat(link.at), link.verb, link.payload, link.actor)
            yield stored
        self._compare()

    def _hear(self, chain: str, seq: int, at: datetime, verb: str, payload: str, actor: str) -> None:
        events = self._chains.setdefault(chain, [])
        self._last[chain] = seq
        if verb in self._verbs:
            events.append(Told(seq, verb, json.loads(payload), actor, localdate(at)))
            self._held += 1

    def _make_room(self) -> None:
        if len(self._chains) >= _CHAINS or self._held >= _EVENTS:
            self._compare()

    def _compare(self) -> None:
        for attempt in range(1, _TRIES + 1):
            seen = differences(self._chains)
            if attempt == 1:
                self.check.compared += seen.compared
                self.check.unknown += seen.unknown
            found = seen.found
            # Rows and their event are written in one transaction: a chain that did not move meanwhile was seen whole.
            moved = self._moved({each.chain for each in found}) if attempt < _TRIES else set()
            self._tell([each for each in found if each.chain not in moved])
            if not moved:
                break
            self._hear_again(moved)
        self._chains, self._last, self._held = {}, {}, 0

    def _tell(self, found: list[Difference]) -> None:
        for each in found:
            self.check.found(each.chain, each.seq, "OTHERWISE", each.message)

    def _moved(self, chains: set[str]) -> set[str]:
        heads = dict(ChainHead.objects.filter(chain__in=chains).values_list("chain", "seq"))
        return {chain for chain in chains if heads.get(chain, 0) > self._last[chain]}

    def _hear_again(self, chains: set[str]) -> None:
        self._chains, self._held = {}, 0
        events = Event.objects.filter(chain__in=chains).order_by("chain", "seq")
        for told in events.values_list("chain", "seq", "at", "verb", "payload", "actor_ref"):
            self._hear(*told)
