"""When a case is over: why it happened, and the destruction of what proved nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations
from netra.cases.access import case_for
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
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
    case = case_for(request.user, ref, on=today())
    return act_page(
        request,
        case,
        "cases.erasure_approve",
        bind(request, NothingForm),
        lambda: operations.erasure_approve(case_ref=ref, by=request.user, at=now()),
        context={"asked": getattr(case, "erasure", None)},
    )


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/penyebab/", cause_code, name="cause_code"),
    path("perkara/<str:ref>/penghapusan/", erasure_request, name="erasure_request"),
    path("perkara/<str:ref>/penghapusan/setujui/", erasure_approve, name="erasure_approve"),
]
