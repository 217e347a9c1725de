"""The page behind the code: where the report stands, messages and files both ways, the name, the end. The same
page of the code opens a question about a planned act; what follows there is `question.py`.

The code is sent by POST and kept nowhere; what follows hangs on the visit (`visit.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.cases.progress import progress_of_report
from netra.intake import access, operations, queries
from netra.intake.states import Capacity, Mode
from netra.intake.submission import Reporter, read_reporter
from netra.letters import queries as letters
from netra.prevention import advisory_access
from netra.trust.codes import InvalidCode
from netra.trust.errors import NotFound
from netra.trust.form_secrets import new_secret
from netra.trust.senders import TooManyWrongCodes, by_code
from netra.web.doors import attempt, bind, download, form_page, now, today
from netra.web.forms.intake import CodeForm, LateIdentityForm, MessageForm
from netra.web.intake import visit as visits
from netra.web.intake.asking_again import ask_again
from netra.web.intake.files import given_back, limit_words, new_files
from netra.web.intake.question import asked_page
from netra.web.intake.visit import AskerVisit, Visit, visit_of

Parameters = ParamSpec("Parameters")
VisitView = Callable[Concatenate[HttpRequest, Visit, Parameters], HttpResponseBase]
DoorView = Callable[..., HttpResponseBase]
_LETTER_NAME = "surat.pdf"


def visiting(view: VisitView[Parameters]) -> DoorView:
    """For whoever proved the code a moment ago; others are asked for it, and what they wrote waits on that page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs) -> HttpResponseBase:
        visit = visit_of(request)
        if visit is None:
            return ask_again(request)
        try:
            response = view(request, visit, *args, **kwargs)
        except NotFound as gone:
            if _still_there(visit):
                raise
            return ask_again(request, str(gone))
        if visits.NAME not in response.cookies:
            visits.remember(response, visit)
        return response

    return guarded


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def report_follow(request: HttpRequest) -> HttpResponse:
    """Asks for the code. Too many wrong ones from one connection must wait."""
    form = bind(request, CodeForm)
    written = request.POST.get("body", "")
    if request.method == "GET" or not form.is_valid():
        context = {"visit": visit_of(request), "asking": visits.asker_visit_of(request)}
        return form_page(request, "intake/report_follow.html", form, context)
    try:
        found = by_code(form.cleaned_data["code"], _visit_behind, sender=visits.sender_of(request), at=now())
    except TooManyWrongCodes as enough:
        form.add_error(None, str(enough))
        response = form_page(request, "intake/report_follow.html", form, {"written": written})
        response.status_code = 429
        response.headers["Retry-After"] = "3600"
        return response
    except (InvalidCode, NotFound) as wrong:
        form.add_error("code", str(wrong))
        return form_page(request, "intake/report_follow.html", form, {"written": written})
    # A checker joins the two kinds of visit to their common ancestor.
    visit = cast("Visit | AskerVisit", found)
    response = _opened(request, visit, written)
    visits.remember(response, visit)
    return response


@require_safe
@visiting
def report_status(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where it stands, why, what comes next and until when, and what the reporter can do."""
    return _status(request, visit, _message_form())


@require_POST
@visiting
def report_message_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The reporter writes or adds files; pressed twice it is one message."""
    form = bind(request, MessageForm)
    if form.is_valid():
        sent = attempt(
            form,
            lambda: operations.report_message_add(
                report_ref=visit.report_ref,
                body=form.cleaned_data["body"],
                token=form.cleaned_data["token"],
                files=new_files(request),
                by=visit.by,
                at=now(),
            ),
        )
        if sent is not None:
            messages.success(request, _("Pesan terkirim kepada petugas."))
            return redirect("report_status")
    return _status(request, visit, form)


@require_POST
@visiting
def report_file(request: HttpRequest, visit: Visit, evidence: str) -> HttpResponse:
    """A file of one's own report, or one that an officer sent."""
    opened = operations.evidence_read(report_ref=visit.report_ref, evidence_ref=evidence, by=visit.by, at=now())
    return given_back(opened)


@require_safe
@visiting
def report_letter(request: HttpRequest, visit: Visit, letter: str) -> HttpResponse:
    """A letter that is meant for the reporter."""
    page = queries.status_page(access.own_report(visit.report_ref, by=visit.by), at=now())
    if letter not in {each.ref for each in page.letters}:
        raise NotFound(_("Surat itu tidak ada pada laporan ini."))
    return download(letters.pdf(letter), name=_LETTER_NAME, media_type="application/pdf")


@require_http_methods(["GET", "POST"])
@visiting
def report_withdraw(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Asks once what withdrawing means, then withdraws."""
    page = queries.status_page(access.own_report(visit.report_ref, by=visit.by), at=now())
    if request.method == "GET":
        return render(request, "intake/report_withdraw.html", {"status": page})
    operations.report_withdraw(report_ref=visit.report_ref, by=visit.by, at=now())
    messages.success(request, _("Laporan dicabut."))
    return redirect("report_status")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@visiting
def report_identify(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Somebody who reported without a name gives it."""
    access.own_report(visit.report_ref, by=visit.by)
    initial = {"mode": Mode.CONFIDENTIAL, "capacity": Capacity.UNKNOWN}
    form = LateIdentityForm(request.POST) if request.method == "POST" else LateIdentityForm(initial=initial)
    reporter = _reporter(form) if form.is_valid() else None
    if reporter is not None:
        known_as = attempt(
            form,
            lambda: operations.report_identify(report_ref=visit.report_ref, reporter=reporter, by=visit.by, at=now()),
        )
        if known_as is not None:
            messages.success(request, _("Nama Anda disegel terpisah dari laporan."))
            response = redirect("report_status")
            visits.remember(response, Visit(visit.report_ref, known_as))
            return response
    return form_page(request, "intake/report_identify.html", form)


@require_POST
def follow_end(request: HttpRequest) -> HttpResponse:
    """Closes the report or the question in this browser."""
    messages.success(request, _("Halaman ditutup di peramban ini. Untuk membukanya lagi, masukkan kodenya."))
    response = redirect("report_follow")
    visits.forget(response)
    return response


def _visit_behind(fingerprint: str) -> Visit | AskerVisit | None:
    """What the code of this fingerprint opens: a report, or a question about a planned act."""
    report = access.report_of_code(fingerprint)
    if report is not None:
        return Visit(report.ref, access.reporter_of(report))
    question = advisory_access.question_of_code(fingerprint)
    return AskerVisit(question.ref, advisory_access.asker_of(question)) if question else None


def _opened(request: HttpRequest, visit: Visit | AskerVisit, written: str) -> HttpResponse:
    """The page behind the code; a message that was written before stands in its form again."""
    if isinstance(visit, AskerVisit):
        return asked_page(request, visit, written) if written else redirect("advisory_status")
    return _status(request, visit, _message_form(written)) if written else redirect("report_status")


def _status(request: HttpRequest, visit: Visit, form: MessageForm) -> HttpResponse:
    report = access.own_report(visit.report_ref, by=visit.by)
    context = {
        "status": queries.status_page(report, at=now()),
        "progress": progress_of_report(report.ref),
        "limit": limit_words(),
    }
    return form_page(request, "intake/report_status.html", form, context)


def _message_form(body: str = "") -> MessageForm:
    return MessageForm(initial={"token": new_secret(), "body": body})


def _still_there(visit: Visit) -> bool:
    try:
        access.own_report(visit.report_ref, by=visit.by)
    except NotFound:
        return False
    return True


def _reporter(form: LateIdentityForm) -> Reporter | None:
    reporter, errors = read_reporter(form.cleaned_data, today=today())
    for name, message in errors.items():
        form.add_error(name, message)
    return None if errors else reporter


urlpatterns: list[URLPattern] = [
    path("lacak/", report_follow, name="report_follow"),
    path("lacak/laporan/", report_status, name="report_status"),
    path("lacak/pesan/", report_message_add, name="report_message_add"),
    path("lacak/berkas/<str:evidence>/", report_file, name="report_file"),
    path("lacak/surat/<str:letter>/", report_letter, name="report_letter"),
    path("lacak/cabut/", report_withdraw, name="report_withdraw"),
    path("lacak/nama/", report_identify, name="report_identify"),
    path("lacak/tutup/", follow_end, name="follow_end"),
]
