"""Events as they are stored, beside what the head of their chain and the daily root say, streamed in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from netra.trust.models import ChainHead, DailyHead, Event
from netra.trust.trail.canonical import Link, moment

_BATCH = 2000
_COLUMNS = (
    "chain",
    "seq",
    "at",
    "actor_ref",
    "verb",
    "subject",
    "payload",
    "citation",
    "clock_regressed",
    "prev_hash",
    "hash",
    "head_seq",
    "head_hash",
    "rooted_day",
    "rooted_hash",
)


@dataclass(frozen=True, slots=True)
class StoredLink:
    """An event as it is stored, with what the head of its chain and the daily root say about it."""

    link: Link
    hash: str
    head_seq: int | None
    head_hash: str | None
    rooted_day: date | None
    rooted_hash: str | None


def stored_links(chains: frozenset[str] | None = None) -> Iterator[StoredLink]:
    """All events, or those of some chains, in the order of chain and number, streamed."""
    heads = ChainHead.objects.filter(chain=OuterRef("chain"))
    rooted = DailyHead.objects.filter(chain=OuterRef("chain"), seq=OuterRef("seq"))
    events = Event.objects.annotate(
        head_seq=Subquery(heads.values("seq")),
        head_hash=Subquery(heads.values("hash")),
        rooted_day=Subquery(rooted.values("day")),
        rooted_hash=Subquery(rooted.values("hash")),
    ).order_by("chain", "seq")
    if chains is not None:
        events = events.filter(chain__in=chains)
    for row in events.values_list(*_COLUMNS).iterator(chunk_size=_BATCH):
        yield StoredLink(Link(row[0], row[1], moment(row[2]), *row[3:10]), *row[10:])
