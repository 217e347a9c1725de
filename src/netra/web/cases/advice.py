"""A written answer is cited for one accused."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from netra.cases import operations
from netra.cases.access import case_for
from netra.cases.advice import cited_for
from netra.cases.operations.claim import party_of
from netra.web.cases.acting import act_page
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import CiteAdviceForm


@require_http_methods(["GET", "POST"])
@requires("cases.advice_cite")
def advice_cite(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Cites an answer by its number, with why it is about this act."""
    case = case_for(request.user, ref, on=today())
    accused = party_of(case, party, by=request.user, on=today())
    claimed = [each.answer.number for each in cited_for([accused]) if each.row.by_accused]
    form = bind(request, CiteAdviceForm, initial={"number": claimed[-1] if claimed else ""})
    return act_page(
        request,
        case,
        "cases.advice_cite",
        form,
        lambda: operations.advice_cite(case_ref=ref, party=party, **form.cleaned_data, by=request.user, at=now()),
        context={"about": f"T{party}"},
    )


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/terlapor/<int:party>/jawaban-tertulis/", advice_cite, name="advice_cite"),
]
