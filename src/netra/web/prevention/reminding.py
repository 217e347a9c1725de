"""Who answers for those who have not acknowledged, and reminding them by one click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from netra.prevention import operations, queries
from netra.prevention.access import VIEW
from netra.prevention.operations.reminding import ACT
from netra.trust.access import may
from netra.trust.errors import NotFound
from netra.web.doors import SignedInRequest, download, file_stem, now, requires, today

if TYPE_CHECKING:
    from netra.prevention.models import Instrument
    from netra.prevention.queries import CoverageRow
    from netra.registry.models import Agency


def responsible(
    request: SignedInRequest, instrument: Instrument, agency: Agency, rows: Sequence[CoverageRow]
) -> dict[str, object]:
    """What the page of an instrument shows of the heads of units that owe something."""
    reminds = may(request.user, ACT, on=today(), region_code=agency.region_code, agency_code=agency.code)
    return {
        "answerable": queries.answerable(instrument, agency.code, rows, on=instrument.told_on(today())),
        "may_remind": reminds and instrument.holds_on(today()),
    }


@require_POST
@requires(ACT)
def instrument_remind(request: SignedInRequest, ref: str, agency: str) -> HttpResponse:
    """Writes to the head of a unit; pressed twice on one day it is the same letter."""
    unit = request.POST.get("unit", "")[:60]
    if not unit.isprintable():
        raise NotFound(_("Unit itu di luar kewenangan Anda."))
    reminder = operations.instrument_remind(
        instrument_ref=ref,
        agency_code=agency,
        unit_code=unit,
        by=request.user,
        at=now(),
    )
    messages.success(
        request,
        _("Hari ini %(addressee)s diingatkan dengan surat Nomor %(number)s. Cetak dan kirimkan suratnya.")
        % {"addressee": reminder.addressee, "number": reminder.number},
    )
    address = f"{reverse('instrument', args=[ref])}?{urlencode({'instansi': agency})}#penanggung-jawab"
    return redirect(address)


@require_safe
@requires(VIEW)
def instrument_reminder(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """A reminder as PDF."""
    paper, content = queries.reminder_paper(request.user, ref, letter, on=today())
    return download(content, name=f"{file_stem(paper.number)}.pdf", media_type="application/pdf", inline=True)


urlpatterns: list[URLPattern] = [
    path("pencegahan/<str:ref>/ingatkan/<code:agency>/", instrument_remind, name="instrument_remind"),
    path("pencegahan/<str:ref>/pengingat/<str:letter>/", instrument_reminder, name="instrument_reminder"),
]
