"""Publications as a reader finds them on a day."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.timezone import make_aware

from netra.insight.operations import publish_due
from netra.insight.publications import Published, published, revisions
from netra.insight.tables import Table


def noon(day: date) -> datetime:
    return make_aware(datetime.combine(day, time(12)))


def newest(on: date) -> Published:
    """What somebody finds who is the first to open the page on that day."""
    publish_due(at=noon(on))
    return published(revisions(on=on)[0])


def public_tables(*, on: date) -> dict[str, Table]:
    """The tables of that publication, over all elections."""
    return newest(on).tables()
