"""Evidence that an officer adds to a case: what was found in the field, or handed in after the report."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations
from netra.cases.access import case_for
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import EvidenceForm
from netra.web.intake.files import limit_words


@GET_OR_POST
@requires("cases.evidence_add")
def evidence_add(request: SignedInRequest, ref: str) -> HttpResponse:
    """Adds files to the case: all of them or none, since a form is done within one transaction."""
    case = case_for(request.user, ref, on=today())
    form = bind(request, EvidenceForm, limit=limit_words())
    return act_page(
        request,
        case,
        "cases.evidence_add",
        form,
        lambda: [
            operations.evidence_add(
                case_ref=ref,
                content=file.content,
                name=file.name,
                note=form.cleaned_data["note"],
                by=request.user,
                at=now(),
            )
            for file in form.new_files()
        ],
    )


# Before the address of one piece of evidence, which takes any word that is left.
urlpatterns: list[URLPattern] = [path("perkara/<str:ref>/bukti/tambah/", evidence_add, name="evidence_add")]
