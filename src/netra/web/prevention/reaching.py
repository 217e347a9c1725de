"""Whom an instrument has not reached yet, their personal links, and the code of a roll call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from netra.prevention import operations, queries
from netra.prevention.access import PENDING, units_headed
from netra.prevention.operations.attendance import ACT
from netra.prevention.operations.handing_out import ACT as LINKS
from netra.trust.access import may
from netra.trust.errors import NotFound
from netra.web.doors import SignedInRequest, now, public_address, requires, today
from netra.web.prevention.handed_out import drawn_code, links_csv
from netra.web.prevention.reach import chosen_area

if TYPE_CHECKING:
    from netra.prevention.models import Instrument
    from netra.prevention.queries import Area
    from netra.registry.models import Agency


@require_safe
@requires(PENDING)
def instrument_pending(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who of an agency, or of one of its units, has not answered yet, and since when."""
    instrument, area = _reached(request, ref)
    agency, unit = area.agency, request.GET.get("unit")
    if area.unit is not None:
        unit = unit or area.unit.code
        if not area.holds(unit):
            raise NotFound(_("Unit itu di luar kewenangan Anda."))
    after = request.GET.get("after", "")
    key = int(after) if after.isdecimal() and len(after) < 18 else 0
    told = instrument.told_on(today())
    rows, next_key = queries.pending(instrument, told, agency_code=agency.code, unit_code=unit, after=key)
    context = {
        "instrument": instrument,
        "agency": agency,
        "unit": unit,
        "rows": rows,
        "next_key": next_key,
        "on": told,
        "name": area.name,
        "may_enter": _may(request, ACT, agency) or area.unit in units_headed(request.user, ACT, on=today()),
        "may_hand_out": _may_still_answer(instrument) and _may(request, LINKS, agency),
    }
    return render(request, "prevention/instrument_pending.html", context)


@require_POST
@requires(LINKS)
def instrument_links(request: SignedInRequest, ref: str) -> HttpResponse:
    """The personal links of those who have not answered, as CSV for the unit to hand out."""
    instrument, area = _reached(request, ref)
    links = operations.instrument_links(instrument_ref=ref, agency_code=area.agency.code, by=request.user, at=now())
    rows = (
        (
            (recipient.person.name, recipient.spell.unit.name if recipient.spell.unit else ""),
            public_address(reverse("instrument_acknowledge", args=[link.token])),
        )
        for recipient, link in links
    )
    return links_csv(instrument.ref, [_("Nama"), _("Unit")], rows)


@sensitive_variables("secret")
@require_POST
@requires("prevention.roll_call_open")
def roll_call_open(request: SignedInRequest, ref: str) -> HttpResponse:
    """A code for everybody at the roll call, large enough for the back row. It is shown once."""
    instrument, area = _reached(request, ref)
    agency = area.agency
    link, secret = operations.roll_call_open(instrument_ref=ref, agency_code=agency.code, by=request.user, at=now())
    address = public_address(reverse("roll_call", args=[secret]))
    context = {"instrument": instrument, "agency": agency, "until": link.until_at, "address": address}
    return render(request, "prevention/roll_call_open.html", {**context, "qr": drawn_code(address)})


def _reached(request: SignedInRequest, ref: str) -> tuple[Instrument, Area]:
    file = queries.instrument_file(request.user, ref, on=today())
    area = chosen_area(request, queries.areas(request.user, file, on=today()))
    if area is None:
        raise NotFound(_("Surat ini tidak ditujukan kepada instansi dalam jangkauan Anda."))
    return file.instrument, area


def _may_still_answer(instrument: Instrument) -> bool:
    return instrument.withdrawn_date is None and not instrument.has_ended(today())


def _may(request: SignedInRequest, act: str, agency: Agency) -> bool:
    return may(request.user, act, on=today(), region_code=agency.region_code, agency_code=agency.code)


urlpatterns: list[URLPattern] = [
    path("pencegahan/<str:ref>/belum/", instrument_pending, name="instrument_pending"),
    path("pencegahan/<str:ref>/kode-apel/", roll_call_open, name="roll_call_open"),
    path("pencegahan/<str:ref>/tautan/", instrument_links, name="instrument_links"),
]
