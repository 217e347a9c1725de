"""Checking and exporting the trail, by people; the command line calls `trust.trail` itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.utils import timezone

from netra.trust import access, trail
from netra.trust.actors import Actor
from netra.trust.models import Event


def trail_verify(*, known_roots: Mapping[date, str] | None = None, by: Actor, at: datetime) -> trail.TrailCheck:
    """Check the whole trail and record that it was checked. Fails with NotAllowed."""
    access.require(by, "trust.trail_verify", at=at)
    check = trail.verify_database(known_roots=known_roots, on=timezone.localdate(at))
    payload = {"events": check.events}
    trail.record(chain="house", verb="trust.trail_verify", by=by, at=at, subject="trail", payload=payload)
    return check


def trail_export(*, by: Actor, at: datetime) -> Iterator[str]:
    """The trail as lines of a file, the export itself recorded first. Fails with NotAllowed."""
    access.require(by, "trust.trail_export", at=at)
    payload = {"events": Event.objects.count()}
    trail.record(chain="house", verb="trust.trail_export", by=by, at=at, subject="trail", payload=payload)
    return trail.export_lines()
