"""The monthly report of reminders as PDF: of an agency, or of one unit and all beneath it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils import translation
from django.views.decorators.http import require_safe

from netra.insight.effect.asked import month_written
from netra.insight.effect.reminder_paper import reminder_report as drawn
from netra.prevention import queries
from netra.prevention.reminder_access import VIEW
from netra.web.doors import SignedInRequest, download, file_stem, requires, today
from netra.web.prevention.reminding_sheet import rhythm_of


@require_safe
@requires(VIEW)
def reminder_report(request: SignedInRequest) -> HttpResponse:
    """Which unit gave the reminders of a month, and which did not; the month that is running where none is told."""
    code, unit = request.GET.get("instansi", ""), request.GET.get("unit", "")
    month = month_written(request.GET.get("bulan", ""), today()) or today().replace(day=1)
    told = queries.reminder_month(request.user, code, month, on=today(), unit_code=unit)
    with translation.override("id"):  # a paper to print, whose own words are Indonesian
        pdf = drawn(told, rhythm=rhythm_of, made=today())
    name = file_stem(f"pengingat-{code}-{unit}-{month:%Y-%m}" if unit else f"pengingat-{code}-{month:%Y-%m}")
    return download(pdf, name=f"{name}.pdf".lower(), media_type="application/pdf", inline=True)


urlpatterns: list[URLPattern] = [
    path("pencegahan/pengingat/laporan.pdf", reminder_report, name="reminder_report"),
]
