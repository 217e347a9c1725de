"""From the summons to the report of examination."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.states import SINCE_EXAMINED
from netra.sanctions.teams import why_not_again
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.rows import RowsForm
from netra.web.forms.sanctions import ConfirmForm, ReopenForm, ReportForm, SummonsForm
from netra.web.forms.signing import ReleaseForm
from netra.web.forms.teams import RecordForm, TeamForm
from netra.web.sanctions.acting import Operation, act_page, take

ADD = "add_rows"


def asks_for_rows(request: HttpRequest) -> bool:
    """Whether the button was pressed that adds rows: nothing is checked and nothing done."""
    return request.method == "POST" and ADD in request.POST


def take_rows(
    request: SignedInRequest, ref: str, operation: Operation, form_class: type[RowsForm], *, said: str
) -> HttpResponse:
    """An act whose form has rows; it grows by a button and loses nothing."""
    template = f"sanctions/{operation.__name__}.html"
    if asks_for_rows(request):
        file = queries.proceeding_file(request.user, ref, on=today())
        return act_page(request, file, operation.__name__, form_class.grown(request.POST), template)
    return take(request, ref, operation, form_class, said=said, template=template)


def take_summons(
    request: SignedInRequest, ref: str, operation: Operation, form_class: type[SummonsForm], *, said: str
) -> HttpResponse:
    """A summons, whose hour is that of the place."""
    file = queries.proceeding_file(request.user, ref, on=today())
    at, template = file.proceeding.region_code, "sanctions/summons.html"
    return take(request, ref, operation, form_class, said=said, template=template, file=file, region_code=at)


@require_http_methods(["GET", "POST"])
@requires("sanctions.summons_issue")
def summons_issue(request: SignedInRequest, ref: str) -> HttpResponse:
    """Issues the first or the second summons."""
    return take_summons(request, ref, operations.summons_issue, SummonsForm, said=_("Panggilan diterbitkan."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.summons_miss")
def summons_miss(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that the person did not come."""
    return take(request, ref, operations.summons_miss, ConfirmForm, said=_("Ketidakhadiran dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.team_form")
def team_form(request: SignedInRequest, ref: str) -> HttpResponse:
    """Forms the examination team."""
    return take_rows(request, ref, operations.team_form, TeamForm, said=_("Tim pemeriksa dibentuk."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.duty_release")
def duty_release(request: SignedInRequest, ref: str) -> HttpResponse:
    """Releases the person from duty while the examination lasts."""
    return take(request, ref, operations.duty_release, ReleaseForm, said=_("Pembebasan sementara ditetapkan."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.examination_record")
def examination_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the record of examination."""
    return take_rows(
        request, ref, operations.examination_record, RecordForm, said=_("Berita acara pemeriksaan dicatat.")
    )


@require_http_methods(["GET", "POST"])
@requires("sanctions.examination_report")
def examination_report(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the report of examination."""
    file = queries.proceeding_file(request.user, ref, on=today())
    said, route = _("Hasil pemeriksaan dilaporkan."), file.proceeding.route
    return take(request, ref, operations.examination_report, ReportForm, said=said, file=file, route=route)


@require_http_methods(["GET", "POST"])
@requires("sanctions.examination_reopen")
def examination_reopen(request: SignedInRequest, ref: str) -> HttpResponse:
    """Has whoever was examined by no team examined again by one."""
    said = _("Pemeriksaan dibuka kembali. Bentuk tim, lalu panggil terlapor.")
    file = queries.proceeding_file(request.user, ref, on=today())
    # Of an examination that needs no second one the stage is right, and something else is the reason.
    why = why_not_again(file.proceeding) if file.proceeding.state in SINCE_EXAMINED else ""
    extra = {"withheld": file.withheld.get("sanctions.examination_reopen", why)}
    return take(request, ref, operations.examination_reopen, ReopenForm, said=said, file=file, extra=extra)


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/panggilan/", summons_issue, name="summons_issue"),
    path("penanganan/<str:ref>/tidak-hadir/", summons_miss, name="summons_miss"),
    path("penanganan/<str:ref>/tim/", team_form, name="team_form"),
    path("penanganan/<str:ref>/pembebasan/", duty_release, name="duty_release"),
    path("penanganan/<str:ref>/berita-acara/", examination_record, name="examination_record"),
    path("penanganan/<str:ref>/laporan-hasil/", examination_report, name="examination_report"),
    path("penanganan/<str:ref>/periksa-kembali/", examination_reopen, name="examination_reopen"),
]
