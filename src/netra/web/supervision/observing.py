"""What was seen: by the checklist in use, with its evidence; handing a suspicion to the supervisors."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from netra.supervision import operations, queries
from netra.supervision.access import VIEW
from netra.supervision.checks import SupervisionRefused
from netra.web.doors import SignedInRequest, attempt_once, bind, download_original, form_page, now, requires, today
from netra.web.forms.supervision import ObservationForm
from netra.web.supervision.visits import for_planners


@require_http_methods(["GET", "POST"])
@requires("supervision.observation_record")
def observation_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """Answers the questions, says what it came to, adds evidence."""
    file = for_planners(queries.visit_file(request.user, ref, on=today()))
    checklist = queries.latest_checklist(file.visit.agency_code, file.visit.subject)
    if checklist is None:
        raise SupervisionRefused(
            _("Instansi Anda belum mempunyai daftar periksa untuk pokok ini. Tulis dahulu, lalu catat hasilnya.")
        )
    # Whoever opened the page before a newer version was written answers the one he saw.
    version = request.POST.get("version", "")
    if version.isdecimal() and len(version) < 5 and int(version) != checklist.version:
        place = (file.visit.agency_code, file.visit.subject)
        checklist = queries.checklist_shown(request.user, *place, int(version), on=today())
    initial = {"observed_date": min(file.visit.planned_date, today()), "version": checklist.version}
    form = bind(request, ObservationForm, questions=checklist.questions, initial=initial)
    if form.is_valid():
        done = attempt_once(
            request,
            form,
            lambda: operations.observation_record(visit_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Hasil pengawasan tercatat dan tidak berubah lagi."))
            return redirect("visit", ref=ref)
    context = {"visit": file.visit, "file": file, "checklist": checklist}
    return form_page(request, "supervision/observation_record.html", form, context)


@require_POST
@requires("supervision.observation_pass")
def observation_pass(request: SignedInRequest, ref: str) -> HttpResponse:
    """Hands a suspicion of the agency's own supervision to the supervisors of its region."""
    operations.observation_pass(visit_ref=ref, by=request.user, at=now())
    messages.success(request, _("Dugaan disampaikan. Pengawas pemilu kini membacanya dan mengawasi sendiri."))
    return redirect("visit", ref=ref)


@require_POST
@requires(VIEW)
def observation_evidence(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """One piece of evidence; opening it is recorded."""
    content, media_type = queries.observation_proof(request.user, ref, number, at=now(), on=today())
    return download_original(content, stem=f"bukti-{ref}-{number}".lower(), media_type=media_type)


urlpatterns: list[URLPattern] = [
    path("pengawasan/<str:ref>/hasil/", observation_record, name="observation_record"),
    path("pengawasan/<str:ref>/sampaikan/", observation_pass, name="observation_pass"),
    path("pengawasan/<str:ref>/bukti/<int:number>/", observation_evidence, name="observation_evidence"),
]
