"""Pages of the room `insight`: public statistics without login, and the same tables in full for officers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import Error as DatabaseFailure
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.insight.charts import chart_svg, has_bars
from netra.insight.digest import Imprint, digest_pdf
from netra.insight.drawn import DrawingBusy, kept_or_drawn
from netra.insight.officers import officer_tables
from netra.insight.operations import publish_due
from netra.insight.publications import Published, Revision, published, revisions
from netra.insight.tables import ALL, Table
from netra.registry.queries import elections
from netra.web import errors
from netra.web.doors import SignedInRequest, download, now, public_address, requires, today
from netra.web.insight_tables import chart, csv_file, one, shown

if TYPE_CHECKING:
    from netra.trust.models import User

log = logging.getLogger(__name__)

# The names of the papers that a page of statistics links to.
PUBLIC_PAGES = {"digest": "statistics_digest", "csv": "statistics_csv", "chart": "statistics_chart"}
OFFICERS_PAGES = {"digest": "insight_digest", "csv": "insight_csv", "chart": "insight_chart"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader of the public statistics asked for: a publication, and one election of it or all."""

    published: Published
    election: str
    revisions: list[Revision]

    @property
    def revision(self) -> Revision:
        return self.published.revision

    @property
    def name(self) -> str:
        """How files of it are called."""
        return self.revision.code if self.revision.number == 1 else f"{self.revision.code}-{self.revision.number}"

    def paper(self, what: tuple[str, ...], draw: Callable[[], bytes]) -> bytes:
        """What was drawn of it, once for all its readers. Fails with DrawingBusy."""
        made = self.revision.made_at.isoformat()
        return kept_or_drawn(self.revision.sha256, (made, self.election, *what), draw)


def _asked(request: HttpRequest) -> Asked | None:
    """The publication that was asked for, or the newest one; an unknown month or election counts as none named.

    None while nothing was ever published. What cannot be published now (a full disk, a writer who does not let go)
    costs nobody the months before.
    """
    try:
        publish_due(at=now())
    except DatabaseFailure as problem:
        log.warning("the statistics of the last month were not published: %s", type(problem).__name__)
    every = revisions(on=today())
    if not every:
        return None
    wanted = request.GET.get("bulan", "")
    found = published(next((each for each in every if each.code == wanted), every[0]))
    election = request.GET.get("pemilihan", "")
    return Asked(found, election if election in dict(found.elections) else ALL, every)


def _found(request: HttpRequest) -> Asked:
    asked = _asked(request)
    if asked is None:
        raise Http404
    return asked


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Public statistics of a finished month, as they were published: small cells suppressed, no login."""
    asked = _asked(request)
    if asked is None:
        return render(request, "insight/statistics.html", {"public": True})
    newest = {each.code: each for each in reversed(asked.revisions)}
    tables = _public(asked)
    _draw_ahead(asked, tables.values())
    context = {
        "public": True,
        "pages": PUBLIC_PAGES,
        "tables": shown(tables.values()),
        "elections": asked.published.elections,
        "chosen": asked.election,
        "choice": "?" + urlencode({"bulan": asked.revision.code, "pemilihan": asked.election}),
        "revision": asked.revision,
        "months": [newest[code] for code in sorted(newest, reverse=True)],
        "revisions": [each for each in asked.revisions if each.month == asked.revision.month],
    }
    return render(request, "insight/statistics.html", context)


def _draw_ahead(asked: Asked, tables: Iterable[Table]) -> None:
    """The charts of the page, before the browser asks for all of them at once and some find no place to be drawn."""
    try:
        for table in filter(has_bars, tables):
            _svg(asked, table)
    except DrawingBusy:
        return  # Somebody else draws them; the page itself keeps nobody waiting.


def _svg(asked: Asked, table: Table) -> bytes:
    language = translation.get_language() or ""
    return asked.paper(("svg", table.key, language), lambda: chart_svg(table).encode())


def _public(asked: Asked) -> dict[str, Table]:
    return asked.published.tables(asked.election)


def _inline_pdf(pdf: bytes, *, name: str) -> HttpResponse:
    return download(pdf, name=name, media_type="application/pdf", inline=True)


@require_safe
def statistics_csv(request: HttpRequest, key: str) -> HttpResponse:
    """One public table for a spreadsheet."""
    asked = _found(request)
    return csv_file(one(_public(asked), key), as_of=asked.revision.month, name=f"netra-{key}-{asked.name}.csv")


@require_safe
def statistics_chart(request: HttpRequest, key: str) -> HttpResponse:
    """The chart of one public table, drawn by whoever asks first."""
    asked = _found(request)
    try:
        svg = _svg(asked, one(_public(asked), key))
    except DrawingBusy as busy:
        return errors.busy(request, busy)
    return HttpResponse(svg, content_type="image/svg+xml")


@require_safe
def statistics_record(request: HttpRequest) -> HttpResponse:
    """What was published, byte for byte as it was hashed."""
    asked = _found(request)
    content = asked.published.content.encode()
    return download(content, name=f"netra-statistik-{asked.name}.json", media_type="application/json")


@require_safe
def statistics_digest(request: HttpRequest) -> HttpResponse:
    """The public figures on one page, drawn by whoever asks first."""
    asked = _found(request)
    page = public_address(reverse("statistics"))
    try:
        pdf = asked.paper(("pdf", page), lambda: _public_digest(asked, page))
    except DrawingBusy as busy:
        return errors.busy(request, busy)
    return _inline_pdf(pdf, name=f"netra-statistik-{asked.name}.pdf")


def _public_digest(asked: Asked, page: str) -> bytes:
    with translation.override("id"):  # a paper to print, whose own words are Indonesian
        imprint = Imprint.of(asked.revision, scope=_scope(asked.election, asked.published.elections), page=page)
        return digest_pdf(_public(asked), imprint)


def _scope(election: str, known: Sequence[tuple[str, str]]) -> str:
    return dict(known).get(election) or _("Semua pemilihan dan di antaranya")


@dataclass(frozen=True, slots=True)
class Counted:
    """What an officer asked for: the figures of today over one election or all."""

    user: User
    election: str
    elections: list[tuple[str, str]]
    on: date

    def tables(self) -> dict[str, Table]:
        return officer_tables(self.user, self.election, on=self.on)


def _counted(request: SignedInRequest) -> Counted:
    known = list(elections().values_list("code", "name"))
    code = request.GET.get("pemilihan", "")
    return Counted(request.user, code if code in dict(known) else ALL, known, today())


@require_safe
@requires("cases.case_view")
def insight(request: SignedInRequest) -> HttpResponse:
    """The same tables in full and as they are now, over the cases this officer may see."""
    counted = _counted(request)
    context = {
        "public": False,
        "pages": OFFICERS_PAGES,
        "tables": shown(counted.tables().values()),
        "elections": counted.elections,
        "chosen": counted.election,
        "choice": "?" + urlencode({"pemilihan": counted.election}),
    }
    return render(request, "insight/statistics.html", context)


@require_safe
@requires("cases.case_view")
def insight_csv(request: SignedInRequest, key: str) -> HttpResponse:
    """One table of an officer for a spreadsheet."""
    counted = _counted(request)
    return csv_file(one(counted.tables(), key), as_of=counted.on, name=f"netra-wawasan-{key}-{counted.on}.csv")


@require_safe
@requires("cases.case_view")
def insight_chart(request: SignedInRequest, key: str) -> HttpResponse:
    """The chart of one table of an officer."""
    return chart(one(_counted(request).tables(), key))


@require_safe
@requires("cases.case_view")
def insight_digest(request: SignedInRequest) -> HttpResponse:
    """The figures of an officer on one page."""
    counted = _counted(request)
    with translation.override("id"):
        page = public_address(reverse("insight"))
        imprint = Imprint(_scope(counted.election, counted.elections), counted.on, page)
        pdf = digest_pdf(counted.tables(), imprint)
    return _inline_pdf(pdf, name=f"netra-wawasan-{counted.on}.pdf")


urlpatterns: list[URLPattern] = [
    path("statistik/", statistics, name="statistics"),
    path("statistik/ringkasan.pdf", statistics_digest, name="statistics_digest"),
    path("statistik/terbitan.json", statistics_record, name="statistics_record"),
    path("statistik/<slug:key>.csv", statistics_csv, name="statistics_csv"),
    path("statistik/<slug:key>.svg", statistics_chart, name="statistics_chart"),
    path("wawasan/", insight, name="insight"),
    path("wawasan/ringkasan.pdf", insight_digest, name="insight_digest"),
    path("wawasan/<slug:key>.csv", insight_csv, name="insight_csv"),
    path("wawasan/<slug:key>.svg", insight_chart, name="insight_chart"),
]
