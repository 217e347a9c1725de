"""report_reroute: another office handles a report."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.intake.offices import office_at
from netra.intake.operations.claims import StepForbidden, cited, claim, remember
from netra.intake.queries.bypass import bypassed
from netra.intake.routing import office_region, past
from netra.intake.states import MOVABLE_STATES, MOVED, RerouteReason, State, label
from netra.registry.regions import UnknownRegion, region_index
from netra.trust.actors import Actor
from netra.trust.errors import Refused


class RerouteRefused(Refused):
    """It is there already, there is no such region, nobody would read it there, or it may be about that office."""


def report_reroute(*, report_ref: str, region_code: str, reason: RerouteReason, by: Actor, at: datetime) -> Report:
    """Hand a report over to the office of another region, which alone sees it from then on.

    Fails with NotFound, NotAllowed, StepForbidden, RerouteRefused or Erased.
    """
    act = "intake.report_reroute"
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        if report.state not in MOVABLE_STATES:
            raise StepForbidden(
                _("Laporan berstatus “%(state)s” tidak dialihkan lagi.") % {"state": label(State(report.state))}
            )
        office = _office(region_code, report, at)
        _refuse_readers(office, report, at)
        report.handler_region_code, report.province_code = office, office[:2]
        with translation.override("id"):  # stored, and read by people of both languages
            report.routing_reason = label(reason)
        report.save(update_fields=["handler_region_code", "province_code", "routing_reason"])
        moved = {"region": office, "reason": reason}
        remember(report, act, by=by, at=at, payload=moved, citation=cited(report, MOVED, at))
    return report


def _office(region_code: str, report: Report, at: datetime) -> str:
    try:
        region = region_index().at(region_code, timezone.localdate(at)).region
    except UnknownRegion as unknown:
        raise RerouteRefused(str(unknown)) from unknown
    office = office_region(region.code)
    if office == report.handler_region_code:
        raise RerouteRefused(_("Laporan ini sudah ditangani kantor %(name)s.") % {"name": region.full_name})
    return office


def _refuse_readers(office: str, report: Report, at: datetime) -> None:
    """A report is handed to somebody who will read it, and never to those whom it must be kept from."""
    on = timezone.localdate(at)
    if report.bypass_open:
        raise RerouteRefused(
            _(
                "Instansi atasan yang dilaporkan belum dipastikan, dan kantor tujuan mungkin instansi itu sendiri. "
                "Pastikan dahulu instansinya, lalu alihkan laporan ini."
            )
        )
    known = bypassed(report.ref)
    if known and (way := past(office, known, on=on)).handler_region_code != office:
        raise RerouteRefused(_(way.reason))
    target = office_at(office, on=on)
    if not target.is_served:
        raise RerouteRefused(
            _(
                "%(office)s belum memakai Netra ini, jadi tidak ada yang akan membaca laporan itu. Alihkan ke kantor "
                "setingkat di atasnya."
            )
            % {"office": target.name}
        )
