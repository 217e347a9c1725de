"""report_link_duplicate and report_tell_apart: an officer judges of two reports whether they are about the same."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.access import not_found, visible_to
from netra.intake.models import DuplicateLink, Report, ToldApart
from netra.intake.operations.claims import claim, remember
from netra.intake.states import ApartReason, DuplicateReason
from netra.trust.actors import Actor
from netra.trust.errors import NotFound, Refused
from netra.trust.models import User


class DuplicateRefused(Refused):
    """A report is not its own duplicate, and two reports are judged once: alike, or not."""


def report_link_duplicate(
    *, report_ref: str, other_ref: str, reason: DuplicateReason, by: Actor, at: datetime
) -> DuplicateLink:
    """Note that two reports are about the same; both stay, nothing is merged. It may follow on their being told apart.

    Fails with NotFound (one of them is not there or not theirs), NotAllowed, DuplicateRefused or Erased.
    """
    act = "intake.report_link_duplicate"
    with transaction.atomic():
        report, other = _pair(act, report_ref, other_ref, by=by, at=at)
        link = DuplicateLink.objects.create(
            report=report, other=other, reason=reason, linked_by_ref=by.actor_ref, linked_at=at
        )
        remember(report, act, by=by, at=at, payload={"other": other.ref, "reason": reason})
    return link


def report_tell_apart(*, report_ref: str, other_ref: str, reason: ApartReason, by: Actor, at: datetime) -> ToldApart:
    """Note that two reports that look alike are not about the same; Netra proposes the pair to nobody any more.

    Fails with NotFound (one of them is not there or not theirs), NotAllowed, DuplicateRefused or Erased.
    """
    act = "intake.report_tell_apart"
    with transaction.atomic():
        report, other = _pair(act, report_ref, other_ref, by=by, at=at)
        if ToldApart.objects.filter(_both(report, other)).exists():
            raise DuplicateRefused(_("Kedua laporan ini sudah ditandai berbeda sebelumnya."))
        apart = ToldApart.objects.create(
            report=report, other=other, reason=reason, told_by_ref=by.actor_ref, told_at=at
        )
        remember(report, act, by=by, at=at, payload={"other": other.ref, "reason": reason})
    return apart


def _pair(act: str, report_ref: str, other_ref: str, *, by: Actor, at: datetime) -> tuple[Report, Report]:
    """Both reports, for an officer who may see both. Of two at once the second finds what the first one said."""
    if report_ref == other_ref:
        raise DuplicateRefused(_("Laporan tidak dapat dibandingkan dengan dirinya sendiri. Pilih laporan lain."))
    seen = visible_to(by, on=timezone.localdate(at)) if isinstance(by, User) else Report.objects.none()
    # The same order whichever of them the officer stands at, or two officers would wait for one another.
    locked = list(seen.select_for_update().filter(ref__in=[report_ref, other_ref]).order_by("pk"))
    other = next((each for each in locked if each.ref == other_ref), None)
    report = claim(report_ref, by=by, act=act, at=at)
    if other is None:
        raise NotFound(not_found())
    if DuplicateLink.objects.filter(_both(report, other)).exists():
        raise DuplicateRefused(_("Kedua laporan ini sudah ditandai serupa sebelumnya."))
    return report, other


def _both(report: Report, other: Report) -> Q:
    """A pair as it may stand, whichever of them the officer stood at."""
    return Q(report=report, other=other) | Q(report=other, other=report)
