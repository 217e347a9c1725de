"""Checking the trail in the database: every event, every head, every daily root, one chain after the other."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import append_only, row_locks
from netra.trust.chain_owners import chain_owners
from netra.trust.models import ChainHead, DailyHead, DailyRoot, Event
from netra.trust.trail.canonical import GENESIS, TrailCheck, root_over
from netra.trust.trail.comparing import Comparing
from netra.trust.trail.daily import CLOSING, HOUSE
from netra.trust.trail.head_seal import head_seal
from netra.trust.trail.stored import StoredLink, stored_links
from netra.trust.trail.walk import Walk

_BATCH = 2000


def verify_database(*, known_roots: Mapping[date, str] | None = None, on: date | None = None) -> TrailCheck:
    """Check the whole trail; `known_roots` are daily roots kept elsewhere, on paper or published.

    Finds events that were changed, removed, inserted or moved, chains cut short or taken away, heads written without
    the keys of the instance, triggers that were dropped or hollowed out, daily roots that do not stand for what is
    stored or were taken away, cases and reports without a chain, and rows that say other than the last event about
    them. What somebody with the database and the keys rewrote, rows and events alike, is beyond any check from inside,
    and so is a head put back, since the last root, from an older copy: that is what publishing the root is for. With
    `on`, the day of the check, chains that have waited for a root for more than a day are counted too, and a root of a
    day to come is named.
    """
    check = TrailCheck()
    _verify_links(check, Comparing(check).listening(stored_links()))
    _verify_lock(check)
    _verify_heads_are_ours(check, ChainHead.objects.all())
    _verify_heads_have_events(check, ChainHead.objects.all())
    _verify_rooted_events_exist(check, DailyHead.objects.all())
    _verify_roots(check, known_roots or {})
    _verify_closings(check)
    _verify_owners(check)
    if on is not None:
        check.unrooted = _unrooted(on)
        ahead = DailyRoot.objects.filter(day__gt=on).order_by("-day").first()
        check.ahead = ahead.day.isoformat() if ahead else ""
    return check


def verify_chain(chain: str) -> TrailCheck:
    """Check one chain: its events, its head, its place in the daily roots, and the rows that its events tell of."""
    check = TrailCheck()
    _verify_links(check, Comparing(check).listening(stored_links(frozenset((chain,)))))
    _verify_heads_are_ours(check, ChainHead.objects.filter(chain=chain))
    _verify_heads_have_events(check, ChainHead.objects.filter(chain=chain))
    _verify_rooted_events_exist(check, DailyHead.objects.filter(chain=chain))
    return check


def _verify_links(check: TrailCheck, links: Iterator[StoredLink]) -> None:
    walk = Walk(check)
    last: StoredLink | None = None
    for stored in links:
        if last is not None and last.link.chain != stored.link.chain:
            _verify_head(check, last)
        walk.step(stored.link, stored.hash)
        if stored.rooted_hash is not None and stored.rooted_hash != stored.hash:
            check.found(
                stored.link.chain,
                stored.link.seq,
                "ROOTED_OTHERWISE",
                _("akar harian %(day)s mencatat sidik jari yang lain: peristiwa diganti setelah hari itu ditutup")
                % {"day": stored.rooted_day},
            )
        last = stored
    if last is not None:
        _verify_head(check, last)


def _verify_head(check: TrailCheck, last: StoredLink) -> None:
    """The last event of a chain must be the one its head names."""
    chain, seq = last.link.chain, last.link.seq
    if last.head_seq is None:
        check.found(chain, seq, "HEAD_MISSING", _("kepala rantai hilang"))
    elif last.head_seq != seq:
        check.found(
            chain,
            seq,
            "CUT",
            _(
                "peristiwa terakhir bernomor %(found)d, padahal kepala rantai mencatat %(head)d: "
                "ekor rantai dipotong atau ditambah"
            )
            % {"found": seq, "head": last.head_seq},
        )
    elif last.head_hash != last.hash:
        check.found(
            chain, seq, "HEAD_OTHERWISE", _("kepala rantai mencatat sidik jari yang lain: rantai ditulis ulang")
        )


def _verify_lock(check: TrailCheck) -> None:
    missing = append_only.missing(connection) + row_locks.missing(connection)
    if missing:
        check.found(
            "",
            0,
            "UNLOCKED",
            _(
                "kunci yang melarang mengubah dan menghapus jejak tidak lengkap atau diganti (%(missing)s): ada yang "
                "membukanya"
            )
            % {"missing": ", ".join(missing)},
        )


def _verify_heads_are_ours(check: TrailCheck, heads: QuerySet[ChainHead]) -> None:
    for head in heads.order_by("chain").iterator(chunk_size=_BATCH):
        if not hmac.compare_digest(head.seal, head_seal(head.chain, head.seq, head.hash)):
            check.found(
                head.chain,
                head.seq,
                "HEAD_FORGED",
                _(
                    "segel kepala rantai bukan buatan instansi ini: rantai ditulis ulang di luar Netra, atau "
                    "NETRA_EVIDENCE_KEY bukan lagi kunci yang sama"
                ),
            )


def _verify_heads_have_events(check: TrailCheck, heads: QuerySet[ChainHead]) -> None:
    events = Event.objects.filter(chain=OuterRef("chain"))
    for head in heads.filter(~Exists(events)).order_by("chain").iterator(chunk_size=_BATCH):
        check.found(
            head.chain, head.seq, "CHAIN_REMOVED", _("seluruh peristiwa rantai ini hilang; kepalanya masih ada")
        )


def _verify_rooted_events_exist(check: TrailCheck, rooted: QuerySet[DailyHead]) -> None:
    events = Event.objects.filter(chain=OuterRef("chain"), seq=OuterRef("seq"))
    for head in rooted.filter(~Exists(events)).order_by("chain", "seq").iterator(chunk_size=_BATCH):
        check.found(
            head.chain,
            head.seq,
            "ROOTED_EVENT_REMOVED",
            _("akar harian %(day)s mencatat peristiwa ini, tetapi peristiwanya tidak ada lagi") % {"day": head.day},
        )


def _verify_roots(check: TrailCheck, known_roots: Mapping[date, str]) -> None:
    prev_root = GENESIS
    days: set[date] = set()
    for root in DailyRoot.objects.order_by("pk").iterator(chunk_size=_BATCH):
        heads = DailyHead.objects.filter(day=root.day).order_by("chain").values_list("chain", "seq", "hash")
        expected, count = root_over(prev_root, root.day.isoformat(), heads.iterator(chunk_size=_BATCH))
        if (root.root, root.heads, root.prev_root) != (expected, count, prev_root):
            check.found(
                "", 0, "ROOT", _("akar harian %(day)s tidak cocok dengan kepala rantai hari itu") % {"day": root.day}
            )
        known = known_roots.get(root.day)
        if known is not None and known != root.root:
            check.found("", 0, "ROOT_KNOWN", _("akar harian %(day)s lain dari yang diumumkan") % {"day": root.day})
        elif known is not None:
            check.published = root.day.isoformat()
        check.rooted = root.day.isoformat()
        days.add(root.day)
        check.roots += 1
        prev_root = root.root
    for day in sorted(known_roots.keys() - days):
        check.found(
            "", 0, "ROOT_REMOVED", _("akar harian %(day)s pernah diumumkan, tetapi tidak ada lagi") % {"day": day}
        )
    orphans = DailyHead.objects.exclude(day__in=DailyRoot.objects.values("day")).values_list("day", flat=True)
    for day in sorted(set(orphans.distinct())):
        check.found(
            "", 0, "ROOT_REMOVED", _("akar harian %(day)s hilang; kepala rantai hari itu masih ada") % {"day": day}
        )


def _verify_closings(check: TrailCheck) -> None:
    """Closing a day is itself an event: the newest root cannot go without leaving that event alone."""
    roots = dict(DailyRoot.objects.values_list("day", "root"))
    closings = Event.objects.filter(chain=HOUSE, verb=CLOSING).order_by("seq")
    for seq, payload in closings.values_list("seq", "payload").iterator(chunk_size=_BATCH):
        closed = _closed(payload)
        if closed is None:
            check.found(
                HOUSE,
                seq,
                "ROOT_UNREADABLE",
                _(
                    "peristiwa penutupan hari tidak terbaca: hari atau akarnya tidak ada lagi di dalamnya, jadi akar "
                    "hari itu tidak dapat dibandingkan"
                ),
            )
            continue
        day, root = closed
        if roots.get(day) != root:
            check.found(
                HOUSE,
                seq,
                "ROOT_REMOVED",
                _("akar harian %(day)s pernah dibuat, tetapi tidak ada lagi atau lain isinya") % {"day": day},
            )


def _closed(payload: str) -> tuple[date, str] | None:
    """The day that was closed and its root, as the event tells them; None where it was made unreadable."""
    try:
        closed = json.loads(payload)
        return date.fromisoformat(closed["day"]), str(closed["root"])
    except (ValueError, TypeError, LookupError):
        return None


def _verify_owners(check: TrailCheck) -> None:
    """A matter that the trail does not know was put in by hand, or its whole history was taken out."""
    for prefix, model in chain_owners():
        rows = model._default_manager.annotate(owed=Concat(Value(f"{prefix}:"), "ref"))
        missing = rows.filter(~Exists(ChainHead.objects.filter(chain=OuterRef("owed")))).order_by("ref")
        for chain in missing.values_list("owed", flat=True).iterator(chunk_size=_BATCH):
            check.found(
                chain,
                0,
                "NO_CHAIN",
                _("berkasnya ada, tetapi jejaknya tidak: dimasukkan di luar Netra, atau jejaknya dibuang"),
            )


def _unrooted(on: date) -> int:
    """Chains that moved before yesterday and that no daily root has seen since."""
    yesterday = timezone.make_aware(datetime.combine(on - timedelta(days=1), time.min))
    seen = DailyHead.objects.filter(chain=OuterRef("chain"), seq=OuterRef("seq"))
    return ChainHead.objects.filter(~Exists(seen), at__lt=yesterday).count()
