"""Keeping a handler from a case: oneself, or somebody of one's own side."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations
from netra.cases.access import case_even_own
from netra.registry.queries import Named, ties_between
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_study import RecuseForm


@GET_OR_POST
@requires("cases.handler_recuse")
def handler_recuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps a handler from this case for good; whoever leaves it himself goes back to the list."""
    case = case_even_own(request.user, ref, on=today())
    form = bind(request, RecuseForm)
    # His own ties alone: whom they bind knows of them, and nobody else needs them here.
    own = [Named(name) for name in request.user.names]
    accused = [Named(name, nip) for name, nip in case.parties.values_list("name", "nip")]
    return act_page(
        request,
        case,
        "cases.handler_recuse",
        form,
        lambda: operations.handler_recuse(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        template="cases/handler_recuse.html",
        context={"ties": ties_between(own, accused, on=today())},
    )


urlpatterns: list[URLPattern] = [path("perkara/<str:ref>/pengecualian/", handler_recuse, name="handler_recuse")]
