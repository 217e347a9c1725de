"""Consultations: asked, answered, found again and cited."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.meeting_access import CONSULTATION_VIEW as VIEW
from netra.web.cases.searches import keep, kept_words
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download_original,
    form_page,
    now,
    requires,
    today,
)
from netra.web.forms.consultations import AnswerForm, ConsultationForm, ConsultationSearchForm, WithdrawalForm
from netra.web.prevention.reach import writes_somewhere
from netra.web.prevention.writing import for_writers

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def consultation_list(request: SignedInRequest) -> HttpResponse:
    """What the reader's agencies asked, the latest first, narrowed by a search that no address shows."""
    token = request.GET.get("cari", "")
    text = kept_words(request.session, token)
    search = ConsultationSearchForm({"text": text}) if text else ConsultationSearchForm()
    return _list(request, search, text=text, forgotten=bool(token) and not text)


@sensitive_post_parameters("text")
@require_POST
@requires(VIEW)
def consultation_search(request: SignedInRequest) -> HttpResponse:
    """Keeps the words in the session and sends on to the list; words too long to keep are given back."""
    form = ConsultationSearchForm(request.POST)
    if not form.is_valid():
        return _list(request, form)
    if not form.cleaned_data["text"]:
        return redirect("consultation_list")
    token = keep(request.session, form.cleaned_data["text"])
    return redirect(f"{reverse('consultation_list')}?cari={token}")


@require_safe
@requires(VIEW)
def consultation(request: SignedInRequest, ref: str) -> HttpResponse:
    """One consultation, and how it is cited."""
    file = queries.consultation_file(request.user, ref, on=today())
    return render(request, "prevention/consultation.html", {"file": file, "consultation": file.row.consultation})


@GET_OR_POST
@requires("prevention.consultation_ask")
def consultation_ask(request: SignedInRequest) -> HttpResponse:
    """A new question."""
    form = bind(request, ConsultationForm, agencies=list(access.agencies_written_for(request.user, on=today())))
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.consultation_ask(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(request, _("Konsultasi tercatat. Catat jawabannya begitu datang."))
            return redirect("consultation", ref=made.ref)
    return form_page(request, "prevention/consultation_ask.html", form)


@GET_OR_POST
@requires("prevention.consultation_answer")
def consultation_answer(request: SignedInRequest, ref: str) -> HttpResponse:
    """What the body said."""
    file = queries.consultation_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, AnswerForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.consultation_answer(consultation_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Jawaban tercatat dan dapat dikutip."))
            return redirect("consultation", ref=ref)
    return form_page(request, "prevention/consultation_answer.html", form, {"consultation": file.row.consultation})


@GET_OR_POST
@requires("prevention.consultation_withdraw")
def consultation_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """No answer is waited for."""
    file = queries.consultation_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, WithdrawalForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.consultation_withdraw(
                consultation_ref=ref, reason=form.cleaned_data["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Konsultasi ditarik; alasannya tercatat."))
            return redirect("consultation", ref=ref)
    return form_page(request, "prevention/consultation_withdraw.html", form, {"consultation": file.row.consultation})


@require_POST
@requires(VIEW)
def consultation_paper(request: SignedInRequest, ref: str) -> HttpResponse:
    """The paper of the answer; opening it is recorded."""
    content, media_type = queries.consultation_paper(request.user, ref, by=request.user, at=now(), on=today())
    return download_original(content, stem=f"jawaban-{ref}".lower(), media_type=media_type)


def _list(
    request: SignedInRequest, search: ConsultationSearchForm, *, text: str = "", forgotten: bool = False
) -> HttpResponse:
    before = request.GET.get("after", "")
    rows, next_key = queries.consultation_page(request.user, on=today(), before=before, text=text)
    context = {
        "rows": rows,
        "next_key": next_key,
        "narrowed": bool(text),
        "forgotten": forgotten,
        "may_ask": writes_somewhere(request),
    }
    return form_page(request, "prevention/consultation_list.html", search, context)


urlpatterns: list[URLPattern] = [
    path("pencegahan/konsultasi/", consultation_list, name="consultation_list"),
    path("pencegahan/konsultasi/cari/", consultation_search, name="consultation_search"),
    path("pencegahan/konsultasi/baru/", consultation_ask, name="consultation_ask"),
    path("pencegahan/konsultasi/<str:ref>/", consultation, name="consultation"),
    path("pencegahan/konsultasi/<str:ref>/jawab/", consultation_answer, name="consultation_answer"),
    path("pencegahan/konsultasi/<str:ref>/tarik/", consultation_withdraw, name="consultation_withdraw"),
    path("pencegahan/konsultasi/<str:ref>/naskah/", consultation_paper, name="consultation_paper"),
]
