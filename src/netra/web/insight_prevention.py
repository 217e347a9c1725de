"""Pages of the room `insight` for officers: what prevention came to in a place, and the monthly report of it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.insight.effect.asked import Asked, asked_for
from netra.insight.effect.paper import monthly_report
from netra.insight.effect.places import VIEW
from netra.insight.effect.report import TABLES, Findings
from netra.insight.tables import Table
from netra.web.doors import SignedInRequest, download, requires, today
from netra.web.insight_tables import chart, csv_file, shown

PAGES = {"csv": "insight_prevention_csv", "chart": "insight_prevention_chart"}


def _asked(request: SignedInRequest) -> Asked:
    return asked_for(request.user, request.GET.get("tempat", ""), request.GET.get("bulan", ""), on=today())


def _findings(request: SignedInRequest) -> Findings:
    asked = _asked(request)
    return Findings(request.user, asked.place, asked.month, today())


def _table(found: Findings, key: str) -> Table:
    if key not in TABLES:
        raise Http404
    return TABLES[key](found)


@require_safe
@requires(VIEW)
def insight_prevention(request: SignedInRequest) -> HttpResponse:
    """Coverage, understanding, effect, plan against done; of the place and up to the month that were asked for."""
    asked = _asked(request)
    if not asked.places:
        return render(request, "insight/prevention.html", {"asked": asked})
    found = Findings(request.user, asked.place, asked.month, today())
    context = {
        "asked": asked,
        "year": found.year,
        "effect": found.effect,
        "pages": PAGES,
        "tables": shown(found.tables().values()),
        "choice": "?" + urlencode({"tempat": asked.place.code, "bulan": f"{asked.month:%Y-%m}"}),
    }
    return render(request, "insight/prevention.html", context)


@require_safe
@requires(VIEW)
def insight_prevention_csv(request: SignedInRequest, key: str) -> HttpResponse:
    """One table for a spreadsheet."""
    found = _findings(request)
    return csv_file(_table(found, key), as_of=found.year.last_day, name=_name(found, f"{key}.csv"))


@require_safe
@requires(VIEW)
def insight_prevention_chart(request: SignedInRequest, key: str) -> HttpResponse:
    """The chart of one table."""
    return chart(_table(_findings(request), key))


@require_safe
@requires(VIEW)
def insight_prevention_report(request: SignedInRequest) -> HttpResponse:
    """The report of a month: all tables on one or two pages."""
    found = _findings(request)
    with translation.override("id"):  # a paper to print, whose own words are Indonesian
        last_day = found.year.last_day
        pdf = monthly_report(
            found.tables(), place=found.place.name or _("Tanpa instansi"), last_day=last_day, made=found.on
        )
    return download(pdf, name=_name(found, "laporan.pdf"), media_type="application/pdf", inline=True)


def _name(found: Findings, what: str) -> str:
    return f"netra-pencegahan-{found.place.code or 'kosong'}-{found.month:%Y-%m}-{what}".lower()


urlpatterns: list[URLPattern] = [
    path("wawasan/pencegahan/", insight_prevention, name="insight_prevention"),
    path("wawasan/pencegahan/laporan.pdf", insight_prevention_report, name="insight_prevention_report"),
    path("wawasan/pencegahan/<slug:key>.csv", insight_prevention_csv, name="insight_prevention_csv"),
    path("wawasan/pencegahan/<slug:key>.svg", insight_prevention_chart, name="insight_prevention_chart"),
]
