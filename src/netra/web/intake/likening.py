"""Which reports may be about the same: proposed with the words they share, judged by the officer, one or many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from netra.intake import operations, queries
from netra.intake.copies import sketches_ready
from netra.intake.states import ApartReason, DuplicateReason, label
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms import intake_officer as forms
from netra.web.intake import act_pages as pages
from netra.web.intake.facts import facts

if TYPE_CHECKING:
    from netra.intake.duplicates import Suspicion
    from netra.intake.queries import ReportDetail
    from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class Likened:
    """What the page of a report shows of others: judged alike or apart, and proposed; copies stand by themselves.

    `whole` is whether all reports are in the index, so that copies are not missed.
    """

    alike: list[tuple[str, str]]
    apart: list[tuple[str, str]]
    copies: list[Suspicion]
    suspected: list[Suspicion]
    whole: bool

    @property
    def is_empty(self) -> bool:
        return self.whole and not (self.alike or self.apart or self.copies or self.suspected)


def likened(user: User, detail: ReportDetail) -> Likened:
    """What is judged of this report, and what is proposed where it is neither sealed nor erased."""
    found = queries.suspected_of(user, detail.report, seal=detail.seal, known=detail.judged, on=today())
    return Likened(
        alike=[(ref, label(DuplicateReason(reason))) for ref, reason in detail.judged.alike],
        apart=[(ref, label(ApartReason(reason))) for ref, reason in detail.judged.apart],
        copies=[one for one in found if one.copy],
        suspected=[one for one in found if not one.copy],
        whole=sketches_ready(),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_link_duplicate")
def report_link_duplicate(request: SignedInRequest, ref: str, other: str) -> HttpResponse:
    """Two reports side by side; an officer judges that they are about the same."""
    form = bind(request, forms.DuplicateForm)
    if form.is_valid():
        given = {"report_ref": ref, "other_ref": other, **form.cleaned_data}
        if attempt(form, lambda: operations.report_link_duplicate(**given, by=request.user, at=now())) is not None:
            messages.success(request, str(pages.DUPLICATE.done))
            return redirect("report", ref=ref)
    return _side_by_side(request, ref, other, alike=form, apart=forms.ApartForm(auto_id="beda_%s"))


@require_http_methods(["GET", "POST"])
@requires("intake.report_tell_apart")
def report_tell_apart(request: SignedInRequest, ref: str, other: str) -> HttpResponse:
    """Two reports side by side; an officer judges that they are not about the same."""
    form = bind(request, forms.ApartForm, auto_id="beda_%s")
    if form.is_valid():
        given = {"report_ref": ref, "other_ref": other, **form.cleaned_data}
        if attempt(form, lambda: operations.report_tell_apart(**given, by=request.user, at=now())) is not None:
            messages.success(request, str(pages.APART.done))
            return redirect("report", ref=ref)
    return _side_by_side(request, ref, other, alike=forms.DuplicateForm(), apart=form)


@require_http_methods(["GET", "POST"])
@requires("intake.report_link_duplicate")
def report_copies(request: SignedInRequest, ref: str) -> HttpResponse:
    """All reports that tell the same in the same words; those the officer chooses are marked alike, one event each."""
    copies = [one for one in queries.suspected_duplicates(request.user, ref, at=now()) if one.copy]
    form = bind(request, forms.CopiesForm, copies=[(one.ref, f"{one.ref}: {one.reasons[0]}") for one in copies])
    if form.is_valid() and attempt(form, lambda: _mark_all(request, ref, form)) is not None:
        messages.success(request, str(pages.COPIES.done))
        return redirect("report", ref=ref)
    return form_page(request, "intake/report_copies.html", form, {"ref": ref, "page": pages.COPIES, "copies": copies})


def _mark_all(request: SignedInRequest, ref: str, form: forms.CopiesForm) -> int:
    """All of them or none: a refusal leaves nothing half done."""
    others, reason = form.cleaned_data["others"], form.cleaned_data["reason"]
    with transaction.atomic():
        for other in others:
            operations.report_link_duplicate(report_ref=ref, other_ref=other, reason=reason, by=request.user, at=now())
    return len(others)


def _side_by_side(
    request: SignedInRequest, ref: str, other: str, *, alike: forms.DuplicateForm, apart: forms.ApartForm
) -> HttpResponse:
    pair = [queries.report_detail(request.user, each, at=now()) for each in (ref, other)]
    judged = {of: reason for of, reason in pair[0].judged.alike}
    context = {
        "ref": ref,
        "other": other,
        "page": pages.DUPLICATE,
        "apart_page": pages.APART,
        "pair": [(detail, facts(detail.report)) for detail in pair],
        "why": queries.why_alike(request.user, ref, other, at=now()),
        "judged": label(DuplicateReason(judged[other])) if other in judged else "",
        "alike": alike,
        "apart": apart,
    }
    return form_page(request, "intake/report_compare.html", apart if apart.errors else alike, context)


urlpatterns: list[URLPattern] = [
    path("laporan/<str:ref>/salinan/", report_copies, name="report_copies"),
    path("laporan/<str:ref>/serupa/<str:other>/", report_link_duplicate, name="report_link_duplicate"),
    path("laporan/<str:ref>/berbeda/<str:other>/", report_tell_apart, name="report_tell_apart"),
]
