"""Publishing the statistics of a month, and correcting what was published; once each, whoever comes first."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from netra.insight.composing import Composed, composed
from netra.insight.models import Publication
from netra.insight.publications import digest_of, month_code, published_as_of
from netra.trust.access import require
from netra.trust.actors import Actor, SystemActor
from netra.trust.errors import NotFound, Refused
from netra.trust.language import long_date
from netra.trust.trail import Value, record

# Any number that nothing else in this database locks.
_PUBLISHING = 0x7374_6174
_MAKING = Lock()
REASON_LIMIT = 500


class PublicationRefused(Refused):
    """A month that is not over, or a correction that changes nothing or does not say why."""


def publish_due(*, at: datetime) -> None:
    """Publish every finished month since the first published one that has no publication yet, oldest first.

    For a timer and for whoever opens the page first; one query when there is nothing to do. While one visitor of this
    server makes it, the others go on with what there is.
    """
    months = set(Publication.objects.filter(revision=1).values_list("month", flat=True))
    due = _due(months, published_as_of(timezone.localdate(at)))
    if due and _MAKING.acquire(blocking=False):
        try:
            for month in due:
                publication_make(month=month, by=SystemActor("statistics"), at=at)
        finally:
            _MAKING.release()


def _due(published: set[date], last: date) -> list[date]:
    """The months that are owed, by their last day; the first publication of all is that of the last finished month."""
    if not published:
        return [last]
    due, month = [], last
    while month not in published and month > min(published):
        due.append(month)
        month = published_as_of(month)
    return due[::-1]


def publication_make(*, month: date, by: Actor, at: datetime) -> Publication:
    """Compute and keep the statistics of a finished month, named by any of its days; once: later calls return the same.

    Fails with PublicationRefused when the month is not over.
    """
    month = _last_day(month)
    if month > published_as_of(timezone.localdate(at)):
        raise PublicationRefused(
            _("Bulan itu baru selesai pada %(day)s; statistik hanya terbit untuk bulan yang sudah selesai.")
            % {"day": long_date(month)}
        )
    return _beside_all_others(month, 1, "", by, at)


def publication_correct(*, month: date, reason: str, by: Actor, at: datetime) -> Publication:
    """Compute a published month again, keep it as its next revision and say why; the earlier ones stay as they are.

    Held against every publication, the earlier revision of the month too: what was corrected by 1 to 4 is hidden.
    Fails with NotAllowed, with NotFound when the month was never published, with PublicationRefused when nothing
    changes or no reason is given, and with PayloadRefused when the reason holds personal data.
    """
    month, reason = _last_day(month), reason.strip()
    require(by, "insight.publication_correct", at=at)
    last = Publication.objects.filter(month=month).order_by("-revision").first()
    if last is None:
        raise NotFound(_("Statistik bulan %(month)s belum pernah terbit.") % {"month": date_format(month, "F Y")})
    if not reason or len(reason) > REASON_LIMIT:
        raise PublicationRefused(
            _("Koreksi harus mengatakan mengapa, dengan 1 sampai %(limit)d karakter: alasan itu dibaca umum.")
            % {"limit": REASON_LIMIT}
        )
    made = _beside_all_others(month, last.revision + 1, reason, by, at)
    if made.reason != reason or made.made_at != at:
        raise PublicationRefused(_("Bulan itu baru saja dikoreksi orang lain. Bacalah dahulu hasilnya."))
    return made


def _beside_all_others(month: date, revision: int, reason: str, by: Actor, at: datetime) -> Publication:
    """The publication as it stands, or made now: composed without a lock, because that may take seconds in which
    nobody's writing should wait, and kept only if nothing else was published meanwhile; otherwise composed again.
    """
    while True:
        count = Publication.objects.count()
        standing = Publication.objects.filter(month=month, revision=revision).first()
        if standing is not None:
            return standing
        made = _compose(month)
        if revision > 1:
            _refuse_the_same(month, made)
        with transaction.atomic():
            _wait_in_line()
            if Publication.objects.count() == count:
                return _keep(month, revision, reason, made, by, at)


def _refuse_the_same(month: date, made: Composed) -> None:
    """A revision without another figure corrects nothing."""
    last = Publication.objects.filter(month=month).latest("revision")
    told, figures = json.loads(last.content), json.loads(_canonical(made.figures))
    if all(told[key] == value for key, value in figures.items()):
        raise PublicationRefused(
            _("Hitungan ulang bulan %(month)s sama dengan yang sudah terbit: tidak ada yang dikoreksi.")
            % {"month": date_format(month, "F Y")}
        )


def _last_day(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _wait_in_line() -> None:
    """One publication at a time. On SQLite the transaction itself is the queue."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PUBLISHING])


def _compose(month: date) -> Composed:
    """The figures of a month, safe beside all that was published of other months and, so far, of this one."""
    behind = Publication.objects.order_by("month", "revision").values_list("behind", flat=True)
    before = [json.loads(text) for text in behind.filter(month__lte=month)]
    after = [json.loads(text) for text in behind.filter(month__gt=month)]
    return composed(month, before, after)


def _keep(month: date, revision: int, reason: str, made: Composed, by: Actor, at: datetime) -> Publication:
    content = _canonical({**made.figures, "revision": revision, "reason": reason})
    kept = Publication.objects.create(
        month=month,
        revision=revision,
        content=content,
        sha256=digest_of(content),
        behind=_canonical(made.behind),
        reason=reason,
        made_at=at,
    )
    payload: dict[str, Value] = {"month": month_code(month), "revision": revision, "sha256": kept.sha256}
    record(
        chain="house",
        verb="insight.publication_correct" if reason else "insight.publication_make",
        by=by,
        at=at,
        subject=f"publication:{month_code(month)}",
        payload=payload | ({"reason": reason} if reason else {}),
    )
    return kept


def _canonical(facts: dict[str, Any]) -> str:
    """JSON that is always the same bytes for the same facts."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
