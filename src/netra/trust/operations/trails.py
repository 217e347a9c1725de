"""Checking and exporting the trail, by people; the command line calls `trust.trail` itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import access, trail
from netra.trust.actors import Actor
from netra.trust.models import Event
from netra.trust.own_chains import own_chains


class OwnTrail(access.NotAllowed):
    """The whole trail would hold a case in which whoever asks may be accused."""


def trail_verify(*, known_roots: Mapping[date, str] | None = None, by: Actor, at: datetime) -> trail.TrailCheck:
    """Check the whole trail and record that it was checked; of his own case whoever checks is told nothing but that it
    was left out. Fails with NotAllowed.
    """
    access.require(by, "trust.trail_verify", at=at)
    check = trail.verify_database(known_roots=known_roots, on=timezone.localdate(at))
    payload = {"events": check.events}
    trail.record(chain="house", verb="trust.trail_verify", by=by, at=at, subject="trail", payload=payload)
    return _without(check, own_chains(by))


def _without(check: trail.TrailCheck, own: frozenset[str]) -> trail.TrailCheck:
    told = Event.objects.filter(chain__in=own)
    check.left_out = told.values("chain").distinct().count() if own else 0
    if check.left_out:
        check.events -= told.count()
        check.chains -= check.left_out
        check.problems = [each for each in check.problems if each.chain not in own]
    return check


def trail_export(*, by: Actor, at: datetime) -> Iterator[str]:
    """The trail as lines of a file, the export itself recorded first. Fails with NotAllowed.

    Without one chain no daily root could be proven, so whoever may be accused in a case gets no file at all.
    """
    access.require(by, "trust.trail_export", at=at)
    if Event.objects.filter(chain__in=own_chains(by)).exists():
        raise OwnTrail(
            _(
                "Berkas jejak memuat perkara dengan nama terlapor yang sama dengan nama akun Anda, dan yang terlapor "
                "tidak membaca perkaranya sendiri. Tanpa perkara itu akar harian tidak dapat dibuktikan, jadi berkas "
                "ini tidak diberikan. Mintalah auditor lain mengunduhnya, juga bila Anda hanya senama."
            )
        )
    payload = {"events": Event.objects.count()}
    trail.record(chain="house", verb="trust.trail_export", by=by, at=at, subject="trail", payload=payload)
    return trail.export_lines()
