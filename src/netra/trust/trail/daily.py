"""The daily root: one hash that fixes everything written up to the end of a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust.actors import SystemActor
from netra.trust.errors import Refused
from netra.trust.models import ChainHead, DailyHead, DailyRoot
from netra.trust.trail.canonical import GENESIS, RunningRoot
from netra.trust.trail.writing import record

_BATCH = 2000
# Any number that nothing else in this database locks.
_CLOSING = 0x6E657472
_ROOT = re.compile(r"[0-9a-f]{64}")
HOUSE = "house"
CLOSING = "trust.day_close"


class DayRefused(Refused):
    """A day that has not come, or lies before one that is closed already."""


def known_root(text: str) -> tuple[date, str]:
    """A root that was printed or published, as `close-day` prints it: DAY=ROOT. Fails with ValueError."""
    day, _sep, root = text.strip().partition("=")
    if not _ROOT.fullmatch(root):
        raise ValueError(f"{text!r}: no DAY=ROOT with a root of 64 hexadecimal digits")
    return date.fromisoformat(day), root


def close_day(day: date, at: datetime) -> DailyRoot:
    """Take the root over every head that moved since the last root; a day closed before is returned as it is.

    That the day was closed is an event of the house, which falls under the next root.
    Nobody is locked out meanwhile: an event written at this very moment falls under this root or the next one.
    Roots follow one another as they were taken. Where the clock once stood ahead, a root bears a day to come; the days
    until then get their roots all the same. Fails with DayRefused.
    """
    closed = DailyRoot.objects.filter(day=day).first()
    if closed is not None:
        return closed
    with transaction.atomic():
        last = DailyRoot.objects.select_for_update().order_by("-pk").first()
        _check_day(day, at)
        running = RunningRoot(day.isoformat())
        for batch in _moved_heads():
            for head in batch:
                running.add(head.chain, head.seq, head.hash)
            DailyHead.objects.bulk_create(
                DailyHead(day=day, chain=head.chain, seq=head.seq, hash=head.hash) for head in batch
            )
        prev_root = last.root if last else GENESIS
        closed = DailyRoot.objects.create(
            day=day, heads=running.heads, prev_root=prev_root, root=running.root(prev_root), closed_at=at
        )
        payload = {"day": day.isoformat(), "root": closed.root}
        record(chain=HOUSE, verb=CLOSING, by=SystemActor("trail"), at=at, subject="trail", payload=payload)
        return closed


def close_past_days(at: datetime) -> DailyRoot | None:
    """Take the root of yesterday when there is none yet; None when there is nothing to do.

    For the door to call after a write, outside every transaction: usually it asks one index. Whoever comes first on a
    new day takes the root, others do not wait for it.
    """
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    yesterday = timezone.localdate(at) - timedelta(days=1)
    if _is_closed(yesterday, at) or not ChainHead.objects.filter(at__lt=midnight).exists():
        return None
    with transaction.atomic():
        if not _is_first_in_line() or _is_closed(yesterday, at):
            return None
        return close_day(yesterday, at)


def _is_closed(day: date, at: datetime) -> bool:
    return DailyRoot.objects.filter(Q(day=day) | Q(day__gt=day, closed_at__lte=at)).exists()


def _is_first_in_line() -> bool:
    """On SQLite the transaction itself is the queue."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_CLOSING])
        return bool(cursor.fetchone()[0])


def _moved_heads() -> Iterator[list[ChainHead]]:
    """Heads that no root has seen, in the order of their chains, read page by page."""
    seen = DailyHead.objects.filter(chain=OuterRef("chain"), seq=OuterRef("seq"))
    last_chain = ""
    while True:
        heads = ChainHead.objects.filter(~Exists(seen), chain__gt=last_chain).order_by("chain")[:_BATCH]
        batch = list(heads)
        if not batch:
            return
        yield batch
        last_chain = batch[-1].chain


def _check_day(day: date, at: datetime) -> None:
    today = timezone.localdate(at)
    if day > today:
        raise DayRefused(
            _("Hari %(day)s belum tiba (hari ini %(today)s); akar harian hanya dibuat untuk hari yang sudah berjalan.")
            % {"day": day, "today": today}
        )
    # A root of a later moment than this one was taken by a clock that stood ahead: it must not hold up the days.
    last = DailyRoot.objects.filter(day__gte=day, closed_at__lte=at).order_by("-day").first()
    if last is not None:
        raise DayRefused(
            _("Hari %(day)s tidak dapat ditutup lagi: akar terakhir sudah dibuat untuk %(last)s. Tutuplah hari ini.")
            % {"day": day, "last": last.day}
        )
