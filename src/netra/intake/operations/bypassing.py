"""report_bypass_set: an officer says which agencies a report of pressure is kept from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.models import AlsoBypassed, Report
from netra.intake.operations.claims import claim, remember
from netra.intake.routing import past, serving_office
from netra.intake.states import MOVABLE_STATES, Kind
from netra.registry.models import Agency
from netra.registry.regions import NATION
from netra.trust.actors import Actor
from netra.trust.errors import Refused


class BypassRefused(Refused):
    """The report is not about pressure, or the agencies are not known."""


def report_bypass_set(*, report_ref: str, agency_codes: Collection[str], by: Actor, at: datetime) -> Report:
    """Keep a report of pressure, and the case it becomes, from the agencies of all superiors it names.

    Possible in every state, so that a case on its way is kept from them too. Before the registration the report goes
    to the office of its place, or one level up where one of them is that office itself. Fails with NotFound,
    NotAllowed, BypassRefused or Erased.
    """
    act = "intake.report_bypass_set"
    codes = tuple(dict.fromkeys(agency_codes))
    with transaction.atomic():
        report = claim(report_ref, by=by, act=act, at=at)
        _refuse(report, codes)
        office = _office_of(report, at)
        report.bypass_agency_code, report.bypass_open = codes[0], False
        if report.state in MOVABLE_STATES:
            way = past(office, codes, on=timezone.localdate(at))
            report.routing_reason = way.reason
            report.handler_region_code, report.province_code = way.handler_region_code, way.province_code
        report.save()
        report.also_bypassed.all().delete()
        AlsoBypassed.objects.bulk_create(AlsoBypassed(report=report, agency_code=code) for code in codes[1:])
        payload = {"agency": " ".join(codes), "region": report.handler_region_code}
        remember(report, act, by=by, at=at, payload=payload)
    return report


def _office_of(report: Report, at: datetime) -> str:
    """The office from which the way is reckoned: that of the place for a report that only waits one level up."""
    office = serving_office(report.region_code, on=timezone.localdate(at)).region_code
    above = report.handler_region_code
    waits = report.bypass_open and above in {office[:2], NATION}
    return office if waits else report.handler_region_code


def _refuse(report: Report, codes: tuple[str, ...]) -> None:
    if report.kind != Kind.SUPERIOR_PRESSURE:
        raise BypassRefused(
            _("Laporan ini bukan tentang tekanan atasan, jadi tidak dilewatkan dari instansi mana pun.")
        )
    if not codes:
        raise BypassRefused(_("Sebutkan sekurangnya satu instansi: tempat bekerja setiap atasan yang dilaporkan."))
    known = set(Agency.objects.filter(code__in=codes).values_list("code", flat=True))
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise BypassRefused(
            _("Instansi “%(codes)s” tidak ada dalam registri. Pilih dari daftar, atau minta admin menambahkannya.")
            % {"codes": ", ".join(unknown)[:200]}
        )
