"""Who has the door to a proceeding as its examiner: named by the agency that handles it, and let go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from netra.sanctions import operations, queries
from netra.sanctions.ties import ties_here
from netra.web.doors import SignedInRequest, bind, form_page, requires, today
from netra.web.forms.sanctions import ExaminerForm, ExaminerReleaseForm
from netra.web.sanctions.acting import about, done, who
from netra.web.sanctions.seats import seats_of

if TYPE_CHECKING:
    from netra.trust.models import RoleGrant


@require_http_methods(["GET", "POST"])
@requires("trust.examiner_assign")
def examiner_assign(request: SignedInRequest, ref: str) -> HttpResponse:
    """Lets an account into this one proceeding as its examiner."""
    form = bind(request, ExaminerForm)
    if form.is_valid() and done(
        request, form, lambda: operations.examiner_assign(ref=ref, **form.cleaned_data, **who(request))
    ):
        messages.success(request, _("Pemeriksa ditugaskan."))
        return redirect("proceeding", ref=ref)
    return _page(request, ref, form)


@require_POST
@requires("trust.examiner_release")
def examiner_release(request: SignedInRequest, ref: str) -> HttpResponse:
    """Ends an assignment from today on."""
    form = bind(request, ExaminerReleaseForm)
    if form.is_valid() and done(
        request, form, lambda: operations.examiner_release(ref=ref, **form.cleaned_data, **who(request))
    ):
        messages.success(request, _("Penugasan pemeriksa diakhiri."))
        return redirect("proceeding", ref=ref)
    return _page(request, ref, form)


def _page(request: SignedInRequest, ref: str, form: ExaminerForm | ExaminerReleaseForm) -> HttpResponse:
    file = queries.proceeding_file(request.user, ref, on=today())
    examiners = queries.examiners_of(file.proceeding, on=today())
    deciders = queries.deciders_among(examiners, file.proceeding, on=today())
    ending = form if isinstance(form, ExaminerReleaseForm) else None
    context = {
        **about(file),
        "rows": [(each, _ending_of(each, ending)) for each in examiners],
        "assigning": ExaminerForm() if ending else form,
        "nobody": ending is not None and ending.data.get("username") not in {each.user.username for each in examiners},
        "deciders": deciders,
        **seats_of(file.proceeding),
        "ties": ties_here(file.proceeding, request.user, on=today()),
    }
    return form_page(request, "sanctions/examiners.html", form, context)


def _ending_of(held: RoleGrant, sent: ExaminerReleaseForm | None) -> ExaminerReleaseForm:
    """The form that ends this assignment, with what was sent about it."""
    if sent is not None and sent.data.get("username") == held.user.username:
        return sent
    return ExaminerReleaseForm(initial={"username": held.user.username}, auto_id=f"id_{held.pk}_%s")


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/pemeriksa/", examiner_assign, name="examiner_assign"),
    path("penanganan/<str:ref>/pemeriksa/akhiri/", examiner_release, name="examiner_release"),
]
