"""The page behind the code of a question: the answers, their letters, and what both sides write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from netra.letters import queries as letters
from netra.prevention import operations, queries
from netra.prevention.advisory_access import own_question
from netra.trust.errors import NotFound
from netra.trust.form_secrets import new_secret
from netra.web.doors import attempt, bind, download, form_page, now, today
from netra.web.forms.advisory import AdvisoryMessageForm
from netra.web.intake import visit as visits
from netra.web.intake.asking_again import ask_again
from netra.web.intake.visit import AskerVisit, asker_visit_of

Parameters = ParamSpec("Parameters")
AskerView = Callable[Concatenate[HttpRequest, AskerVisit, Parameters], HttpResponseBase]


def asking(view: AskerView[Parameters]) -> Callable[..., HttpResponseBase]:
    """For whoever proved the code of a question a moment ago; others are asked for it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs) -> HttpResponseBase:
        visit = asker_visit_of(request)
        if visit is None:
            return ask_again(request)
        response = view(request, visit, *args, **kwargs)
        visits.remember(response, visit)
        return response

    return guarded


@require_safe
@asking
def advisory_status(request: HttpRequest, visit: AskerVisit) -> HttpResponse:
    """Where the question stands, what was answered, and what the asker can do."""
    return asked_page(request, visit)


@require_POST
@asking
def advisory_write(request: HttpRequest, visit: AskerVisit) -> HttpResponse:
    """The asker writes; pressed twice it is one message."""
    form = bind(request, AdvisoryMessageForm)
    if form.is_valid():
        sent = attempt(
            form,
            lambda: operations.advisory_write(
                advisory_ref=visit.question_ref, **form.cleaned_data, by=visit.by, at=now()
            ),
        )
        if sent is not None:
            messages.success(request, _("Pesan terkirim kepada petugas."))
            return redirect("advisory_status")
    return _page(request, visit, form)


@require_safe
@asking
def advisory_own_letter(request: HttpRequest, visit: AskerVisit, letter: str) -> HttpResponse:
    """The letter of an answer, for who asked."""
    question = own_question(visit.question_ref, by=visit.by)
    if not question.answers.filter(letter_ref=letter).exists():
        raise NotFound(_("Surat itu tidak ada pada pertanyaan ini."))
    return download(letters.pdf(letter), name="jawaban.pdf", media_type="application/pdf")


def asked_page(request: HttpRequest, visit: AskerVisit, written: str = "") -> HttpResponse:
    """The page with an empty message form, or with what was written before the code was asked for again."""
    form = AdvisoryMessageForm(initial={"token": new_secret(), "body": written})
    return _page(request, visit, form)


def _page(request: HttpRequest, visit: AskerVisit, form: AdvisoryMessageForm) -> HttpResponse:
    page = queries.asked_page(own_question(visit.question_ref, by=visit.by), on=today())
    return form_page(request, "prevention/advisory_status.html", form, {"page": page, "question": page.question})


urlpatterns: list[URLPattern] = [
    path("lacak/pertanyaan/", advisory_status, name="advisory_status"),
    path("lacak/pertanyaan/pesan/", advisory_write, name="advisory_write"),
    path("lacak/pertanyaan/surat/<str:letter>/", advisory_own_letter, name="advisory_own_letter"),
]
