"""The checklists of an agency: read in every version, written as the next one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.supervision import operations, queries
from netra.supervision.access import VIEW, agencies_planned_for, agencies_read, plans_for
from netra.supervision.states import SUBJECT_LABELS, Subject
from netra.web.doors import SignedInRequest, attempt_once, bind, form_page, now, requires, today
from netra.web.forms.supervision import ChecklistForm, first_questions
from netra.web.supervision.visits import AGENCIES_OFFERED


@require_safe
@requires(VIEW)
def checklist_list(request: SignedInRequest) -> HttpResponse:
    """Every subject with the questions in use, and those before them."""
    read = agencies_read(request.user, on=today())
    asked = request.GET.get("instansi", "")
    agency = read.filter(code=asked).first() or agencies_planned_for(request.user, on=today()).first() or read.first()
    context = {
        "agency": agency,
        "rows": queries.checklist_rows(request.user, agency.code, on=today()) if agency else [],
        "subjects": SUBJECT_LABELS,
        "may_write": agency is not None and plans_for(request.user, agency.code, on=today()),
    }
    return render(request, "supervision/checklist_list.html", context)


@require_http_methods(["GET", "POST"])
@requires("supervision.checklist_write")
def checklist_write(request: SignedInRequest) -> HttpResponse:
    """Writes the next version, beginning with the questions in use."""
    planners = list(agencies_planned_for(request.user, on=today())[:AGENCIES_OFFERED])
    form = bind(request, ChecklistForm, planners=planners, initial=_begun(request))
    if form.is_valid():
        written = attempt_once(
            request, form, lambda: operations.checklist_write(entry=form.entry(), by=request.user, at=now())
        )
        if written is not None:
            messages.success(request, _("Daftar periksa versi %(version)d tersimpan.") % {"version": written.version})
            return redirect(f"{reverse('checklist_list')}?instansi={written.agency_code}")
    return form_page(request, "supervision/checklist_write.html", form)


def _begun(request: SignedInRequest) -> dict[str, object]:
    """The questions in use, or first ones that the house proposes."""
    agency, subject = request.GET.get("instansi", ""), request.GET.get("pokok", "")
    if subject not in set(Subject):
        return {"agency_code": agency}
    mine = plans_for(request.user, agency, on=today())
    used = queries.latest_checklist(agency, subject) if mine else None
    questions = used.questions if used else first_questions(Subject(subject))
    return {"agency_code": agency, "subject": subject, "questions": "\n".join(questions)}


urlpatterns: list[URLPattern] = [
    path("pengawasan/daftar-periksa/", checklist_list, name="checklist_list"),
    path("pengawasan/daftar-periksa/tulis/", checklist_write, name="checklist_write"),
]
