"""Pages of the room `insight`: public statistics without login, and the same tables in full for officers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.insight.charts import chart_svg, has_bars
from netra.insight.export import as_csv, cell_words, digest_pdf
from netra.insight.public import KEYS, officer_tables, public_tables, published_as_of
from netra.insight.tables import ALL, Table
from netra.registry.queries import elections
from netra.web.doors import SignedInRequest, download, requires, today


def _election(request: HttpRequest) -> str:
    """The election asked for, if the registry knows it; anything else counts everything."""
    code = request.GET.get("pemilihan", "")
    return code if code and elections().filter(code=code).exists() else ALL


def _shown(tables: dict[str, Table]) -> list[dict[str, object]]:
    return [
        {
            "table": table,
            "rows": [(row.label, [cell_words(cell) for cell in row.cells]) for row in table.rows],
            "drawn": has_bars(table),
        }
        for table in tables.values()
    ]


def _context(tables: dict[str, Table], election: str, *, public: bool) -> dict[str, object]:
    return {
        "tables": _shown(tables),
        "elections": elections(),
        "chosen": election,
        "public": public,
        "as_of": published_as_of(today()),
    }


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Public statistics as of the end of the last finished month: small cells suppressed, no login."""
    election = _election(request)
    tables = public_tables(election, on=today())
    return render(request, "insight/statistics.html", _context(tables, election, public=True))


@require_safe
@requires("cases.case_view")
def insight(request: SignedInRequest) -> HttpResponse:
    """The same tables in full, over the cases this officer may see."""
    election = _election(request)
    tables = officer_tables(request.user, election, on=today())
    return render(request, "insight/statistics.html", _context(tables, election, public=False))


def _one(request: HttpRequest, key: str) -> Table:
    if key not in KEYS:
        raise Http404
    return public_tables(_election(request), on=today(), keys=(key,))[key]


@require_safe
def statistics_csv(request: HttpRequest, key: str) -> HttpResponse:
    """One public table for a spreadsheet."""
    made = as_csv(_one(request, key), as_of=published_as_of(today()))
    # A byte-order mark, because the spreadsheet of most offices takes a file without one for an older encoding.
    return download(made.encode("utf-8-sig"), name=f"netra-{key}.csv", media_type="text/csv; charset=utf-8")


@require_safe
def statistics_chart(request: HttpRequest, key: str) -> HttpResponse:
    """The chart of one public table."""
    return HttpResponse(chart_svg(_one(request, key)), content_type="image/svg+xml")


@require_safe
def statistics_digest(request: HttpRequest) -> HttpResponse:
    """All public tables on one page."""
    election = _election(request)
    with translation.override("id"):  # a paper to print, whose own words are Indonesian
        tables = list(public_tables(election, on=today()).values())
        scope = elections().get(code=election).name if election else _("Semua pemilihan dan di antaranya")
        pdf = digest_pdf(tables, as_of=published_as_of(today()), scope=scope)
    return download(pdf, name="netra-statistik.pdf", media_type="application/pdf", inline=True)


urlpatterns: list[URLPattern] = [
    path("statistik/", statistics, name="statistics"),
    path("statistik/ringkasan.pdf", statistics_digest, name="statistics_digest"),
    path("statistik/<slug:key>.csv", statistics_csv, name="statistics_csv"),
    path("statistik/<slug:key>.svg", statistics_chart, name="statistics_chart"),
    path("wawasan/", insight, name="insight"),
]
