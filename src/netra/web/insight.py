"""Pages of the room `insight`: public statistics without login, and the same tables in full for officers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.insight.charts import chart_svg
from netra.insight.export import as_csv, cell_words, digest_pdf
from netra.insight.public import officer_tables, public_tables
from netra.insight.queries import TABLES, Window
from netra.insight.tables import Table
from netra.registry.queries import elections
from netra.web.doors import SignedInRequest, download, requires, today


def _window(request: HttpRequest) -> Window:
    """The election asked for, if the registry knows it; anything else counts everything."""
    code = request.GET.get("pemilihan", "")
    known = elections().filter(code=code).exists() if code else False
    return Window(election_code=code if known else "")


def _shown(tables: dict[str, Table]) -> list[dict[str, object]]:
    return [
        {
            "table": table,
            "rows": [(row.label, [cell_words(cell, counts=table.counts) for cell in row.cells]) for row in table.rows],
        }
        for table in tables.values()
    ]


def _context(tables: dict[str, Table], window: Window, *, public: bool) -> dict[str, object]:
    return {
        "tables": _shown(tables),
        "elections": elections(),
        "chosen": window.election_code,
        "public": public,
        "day": today(),
    }


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Public statistics: small cells suppressed, no login."""
    window = _window(request)
    tables = public_tables(window, on=today())
    return render(request, "insight/statistics.html", _context(tables, window, public=True))


@require_safe
@requires("cases.case_view")
def insight(request: SignedInRequest) -> HttpResponse:
    """The same tables in full, over the cases this officer may see."""
    window = _window(request)
    tables = officer_tables(window, request.user, on=today())
    return render(request, "insight/statistics.html", _context(tables, window, public=False))


def _one(request: HttpRequest, key: str) -> Table:
    if key not in TABLES:
        raise Http404
    return public_tables(_window(request), on=today(), keys=(key,))[key]


@require_safe
def statistics_csv(request: HttpRequest, key: str) -> HttpResponse:
    """One public table for a spreadsheet."""
    table = _one(request, key)
    # A byte-order mark, because the spreadsheet of most offices takes a file without one for an older encoding.
    return download(as_csv(table).encode("utf-8-sig"), name=f"netra-{key}.csv", media_type="text/csv; charset=utf-8")


@require_safe
def statistics_chart(request: HttpRequest, key: str) -> HttpResponse:
    """The chart of one public table."""
    return HttpResponse(chart_svg(_one(request, key)), content_type="image/svg+xml")


@require_safe
def statistics_digest(request: HttpRequest) -> HttpResponse:
    """All public tables on one page."""
    window = _window(request)
    tables = list(public_tables(window, on=today()).values())
    scope = window.election_code or _("Semua pemilihan dan di antaranya")
    pdf = digest_pdf(tables, on=today(), scope=scope)
    return download(pdf, name="netra-statistik.pdf", media_type="application/pdf", inline=True)


urlpatterns: list[URLPattern] = [
    path("statistik/", statistics, name="statistics"),
    path("statistik/ringkasan.pdf", statistics_digest, name="statistics_digest"),
    path("statistik/<slug:key>.csv", statistics_csv, name="statistics_csv"),
    path("statistik/<slug:key>.svg", statistics_chart, name="statistics_chart"),
    path("wawasan/", insight, name="insight"),
]
