"""When a case is over: why it happened, and the destruction of what proved nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations
from netra.cases.access import case_for
from netra.cases.papers import sees_all
from netra.cases.queries import erasures_of
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.erasures import erasures_of_case
from netra.web.forms.case_followup import CausesForm
from netra.web.forms.case_study import NothingForm, ReasonForm


@GET_OR_POST
@requires("cases.cause_code")
def cause_code(request: SignedInRequest, ref: str) -> HttpResponse:
    """One coder's view of why it happened."""
    case = case_for(request.user, ref, on=today())
    form = bind(request, CausesForm)
    return act_page(
        request,
        case,
        "cases.cause_code",
        form,
        lambda: operations.cause_code(case_ref=ref, causes=form.causes(), by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.erasure_request")
def erasure_request(request: SignedInRequest, ref: str) -> HttpResponse:
    """Asks for the erasure of a sealed case on its date."""
    case = case_for(request.user, ref, on=today())
    form = bind(request, ReasonForm)
    return act_page(
        request,
        case,
        "cases.erasure_request",
        form,
        lambda: operations.erasure_request(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.erasure_approve")
def erasure_approve(request: SignedInRequest, ref: str) -> HttpResponse:
    """A second person destroys what names people."""
    do = operations.erasure_approve
    return _answer(
        request, ref, "cases.erasure_approve", NothingForm, lambda _form: do(case_ref=ref, by=request.user, at=now())
    )


@GET_OR_POST
@requires("cases.erasure_refuse")
def erasure_refuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """A second person leaves everything as it is, and says why."""
    do = operations.erasure_refuse
    return _answer(
        request,
        ref,
        "cases.erasure_refuse",
        ReasonForm,
        lambda form: do(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.erasure_withdraw")
def erasure_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who asked takes it back."""
    do = operations.erasure_withdraw
    return _answer(
        request, ref, "cases.erasure_withdraw", NothingForm, lambda _form: do(case_ref=ref, by=request.user, at=now())
    )


def _answer(
    request: SignedInRequest, ref: str, act: str, form_class: type[Form], do: Callable[[Form], object]
) -> HttpResponse:
    """The page of what becomes of a request, beneath the requests themselves: who asked, and why."""
    case, form = case_for(request.user, ref, on=today()), bind(request, form_class)
    asked = erasures_of_case(erasures_of(case)) if sees_all(request.user, case, on=today()) else []
    context = {"erasures": asked}
    return act_page(request, case, act, form, lambda: do(form), template="cases/erasing_act.html", context=context)


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/penyebab/", cause_code, name="cause_code"),
    path("perkara/<str:ref>/penghapusan/", erasure_request, name="erasure_request"),
    path("perkara/<str:ref>/penghapusan/setujui/", erasure_approve, name="erasure_approve"),
    path("perkara/<str:ref>/penghapusan/tolak/", erasure_refuse, name="erasure_refuse"),
    path("perkara/<str:ref>/penghapusan/tarik/", erasure_withdraw, name="erasure_withdraw"),
]
