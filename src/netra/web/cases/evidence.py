"""Evidence that an officer adds to a case: what was found in the field, or handed in after the report."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path

from netra.cases import operations, papers
from netra.cases.access import case_for
from netra.web.cases.acting import act_page
from netra.web.cases.names import agency_names
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import EvidenceForm, ReleaseForm
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


@GET_OR_POST
@requires("cases.evidence_release")
def evidence_release(request: SignedInRequest, ref: str) -> HttpResponse:
    """Lets the agency that handles the accused read files of the report, chosen one by one."""
    case = case_for(request.user, ref, on=today())
    held, agencies = papers.report_evidence(case), papers.reading_agencies(case)
    closed = papers.withheld(case, held)
    files = [item for item in held if item.ref in closed and not item.is_destroyed]
    names = agency_names(set(agencies), on=case.received_date)
    form = bind(
        request,
        ReleaseForm,
        evidence=[(item.ref, f"{item.ref} ({item.media_type})") for item in files],
        agencies=[(code, names.get(code, code)) for code in agencies],
    )
    return act_page(
        request,
        case,
        "cases.evidence_release",
        form,
        lambda: operations.evidence_release(
            case_ref=ref,
            refs=form.cleaned_data["released"],
            agencies=form.cleaned_data["agencies"],
            by=request.user,
            at=now(),
        ),
        template="cases/evidence_release.html",
        context={"files": files, "may_open": papers.may_open_papers(request.user, case, on=today())},
    )


# Before the address of one piece of evidence, which takes any word that is left.
urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/bukti/tambah/", evidence_add, name="evidence_add"),
    path("perkara/<str:ref>/bukti/buka/", evidence_release, name="evidence_release"),
]
