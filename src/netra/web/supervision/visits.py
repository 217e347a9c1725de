"""The months of a plan, and one visit from its plan to its letter or its end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.cases.queries import proven_lately
from netra.cases.sources import finding_terms
from netra.prevention.queries import hardly_read
from netra.supervision import operations, queries
from netra.supervision.access import VIEW, agencies_planned_for, agencies_read
from netra.supervision.election_stages import PHASE_LABELS
from netra.supervision.states import SUBJECT_LABELS, Subject
from netra.trust.access import NotAllowed
from netra.web.doors import SignedInRequest, attempt, attempt_once, bind, download, form_page, now, requires, today
from netra.web.forms.supervision import AssignForm, CancelVisitForm, VisitForm

if TYPE_CHECKING:
    from netra.registry.models import Agency
    from netra.supervision.queries import MonthFile, Proposal, VisitFile

GET_OR_POST = require_http_methods(["GET", "POST"])
AGENCIES_OFFERED = 100


@require_safe
@requires(VIEW)
def visit_list(request: SignedInRequest) -> HttpResponse:
    """A month: what the stages ask for, what was planned and done, where to look next; and the year around it."""
    month = month_of(request.GET.get("bulan", ""))
    asked, after = request.GET.get("instansi", ""), request.GET.get("after", "")
    file = queries.month_file(request.user, asked, month, on=today(), after=after)
    context = {
        "file": file,
        "agencies": list(agencies_read(request.user, on=today())[:AGENCIES_OFFERED]),
        "proposals": _proposals(request, file),
        "phases": PHASE_LABELS,
        "subjects": SUBJECT_LABELS,
        "on": today(),
    }
    return render(request, "supervision/visit_list.html", context)


@require_safe
@requires(VIEW)
def visit(request: SignedInRequest, ref: str) -> HttpResponse:
    """One visit: why, who went, what was seen, what came of it."""
    file = queries.visit_file(request.user, ref, on=today())
    seen = file.observation
    terms = finding_terms(seen.observed_date, on=today()) if seen and file.may_register else ()
    context = {
        "file": file,
        "visit": file.visit,
        "terms": terms,
        "checklist": queries.latest_checklist(file.visit.agency_code, file.visit.subject),
    }
    return render(request, "supervision/visit.html", context)


@GET_OR_POST
@requires("supervision.visit_plan")
def visit_plan(request: SignedInRequest) -> HttpResponse:
    """A new visit, empty or begun from a proposal."""
    planners = list(agencies_planned_for(request.user, on=today())[:AGENCIES_OFFERED])
    offered = {"planners": planners, "targets": _targets(request, planners)}
    form = bind(request, VisitForm, **offered, initial=_begun(request, planners))
    if form.is_valid():
        made = attempt_once(request, form, lambda: operations.visit_plan(entry=form.entry(), by=request.user, at=now()))
        if made is not None:
            messages.success(
                request, _("Pengawasan direncanakan. Terbitkan surat tugasnya, atau langsung catat hasilnya.")
            )
            return redirect("visit", ref=made.ref)
    return form_page(request, "supervision/visit_plan.html", form)


@GET_OR_POST
@requires("supervision.visit_assign")
def visit_assign(request: SignedInRequest, ref: str) -> HttpResponse:
    """Issues the letter of assignment."""
    file = for_planners(queries.visit_file(request.user, ref, on=today()))
    form = bind(request, AssignForm)
    if form.is_valid():
        done = attempt_once(
            request,
            form,
            lambda: operations.visit_assign(visit_ref=ref, officers=form.officers(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Surat tugas diterbitkan dengan nomor surat."))
            return redirect("visit", ref=ref)
    return form_page(request, "supervision/visit_assign.html", form, {"visit": file.visit, "file": file})


@require_POST
@requires(VIEW)
def visit_assignment(request: SignedInRequest, ref: str) -> HttpResponse:
    """The letter of assignment as PDF."""
    content = queries.assignment_paper(request.user, ref, on=today())
    return download(content, name=f"surat-tugas-{ref}.pdf".lower(), media_type="application/pdf", inline=True)


@GET_OR_POST
@requires("supervision.visit_cancel")
def visit_cancel(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says why it does not take place."""
    file = for_planners(queries.visit_file(request.user, ref, on=today()))
    form = bind(request, CancelVisitForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.visit_cancel(
                visit_ref=ref, reason=form.cleaned_data["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Pengawasan dibatalkan; alasannya tercatat pada bulannya."))
            return redirect("visit", ref=ref)
    return form_page(request, "supervision/visit_cancel.html", form, {"visit": file.visit, "file": file})


def for_planners(file: VisitFile) -> VisitFile:
    """Let those through who plan for the agency of a visit. Fails with NotAllowed."""
    if not file.may_write:
        raise NotAllowed(_("Halaman ini diisi oleh instansi yang merencanakannya. Anda dapat membacanya saja."))
    return file


def month_of(text: str) -> date:
    """2018-03 as its first day; this month where the text is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today().replace(day=1)


def _proposals(request: SignedInRequest, file: MonthFile | None) -> list[Proposal]:
    """For whoever plans, and not for a month that is over."""
    if file is None or not file.may_plan or file.after <= today():
        return []
    return _proposed(request, file.agency, file.month)


def _proposed(request: SignedInRequest, agency: Agency, month: date) -> list[Proposal]:
    """With what the rooms of cases and of prevention know of the places."""
    watched = [each.code for each in queries.targets_of(agency, on=today())[:AGENCIES_OFFERED]]
    unread = hardly_read(request.user, watched, on=today())
    return queries.proposals_for(
        agency,
        month,
        earlier=proven_lately(request.user, on=today()),
        unread={code: (each.subject, each.percent) for code, each in unread.items()},
        on=today(),
    )


def _targets(request: SignedInRequest, planners: list[Agency]) -> list[tuple[str, str]]:
    found = {each.code: each.name_then for planner in planners for each in queries.targets_of(planner, on=today())}
    return sorted(found.items(), key=lambda pair: pair[1])


def _begun(request: SignedInRequest, planners: list[Agency]) -> dict[str, object]:
    """What a proposal tells, asked anew: nothing of it was stored, and no reason stands in an address."""
    asked = request.GET
    agency = next((each for each in planners if each.code == asked.get("instansi")), None)
    if agency is None:
        return {}
    month = month_of(asked.get("bulan", ""))
    place = (asked.get("tujuan", ""), asked.get("unit", ""))
    chosen = next(
        (each for each in _proposed(request, agency, month) if (each.target_code, each.unit_code) == place), None
    )
    begun: dict[str, object] = {"agency_code": agency.code, "planned_date": max(month, today())}
    if chosen is None:
        return begun
    return begun | {
        "target_code": chosen.target_code,
        "unit_code": chosen.unit_code,
        "subject": asked.get("pokok", "") if asked.get("pokok", "") in set(Subject) else chosen.subjects[0],
        "reasons": "\n".join(chosen.reasons),
        "follows_ref": chosen.follows_ref,
    }


urlpatterns: list[URLPattern] = [
    path("pengawasan/", visit_list, name="visit_list"),
    path("pengawasan/baru/", visit_plan, name="visit_plan"),
    path("pengawasan/<str:ref>/", visit, name="visit"),
    path("pengawasan/<str:ref>/tugas/", visit_assign, name="visit_assign"),
    path("pengawasan/<str:ref>/surat-tugas/", visit_assignment, name="visit_assignment"),
    path("pengawasan/<str:ref>/batal/", visit_cancel, name="visit_cancel"),
]
