"""Keeping a handler from a case: oneself, or somebody of one's own side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations
from netra.cases.access import case_even_own, people_read
from netra.cases.own_case import may_be_accused
from netra.registry.queries import KnownTie, Named, ties_between
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_study import RecuseForm

if TYPE_CHECKING:
    from netra.cases.models import Case


@GET_OR_POST
@requires("cases.handler_recuse")
def handler_recuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps a handler from this case for good; whoever leaves it himself goes back to the list."""
    case = case_even_own(request.user, ref, on=today())
    form = bind(request, RecuseForm)
    return act_page(
        request,
        case,
        "cases.handler_recuse",
        form,
        lambda: operations.handler_recuse(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        template="cases/handler_recuse.html",
        context={"ties": _own_ties(request, case)},
    )


def _own_ties(request: SignedInRequest, case: Case) -> list[KnownTie]:
    """What binds the reader himself to those of the accused of whom he may read; nothing where he is one of them."""
    if may_be_accused(case, request.user):
        return []
    own = [Named(name) for name in request.user.names]
    shown = people_read(request.user, on=today()).filter(case=case)
    return ties_between(own, [Named(name, nip) for name, nip in shown.values_list("name", "nip")], on=today())


urlpatterns: list[URLPattern] = [path("perkara/<str:ref>/pengecualian/", handler_recuse, name="handler_recuse")]
