"""The acts of an officer on a report, one page each: what it does, the form, and back to the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.intake import access, operations, queries
from netra.intake.completeness import Coaching
from netra.registry.queries import region_or_nation
from netra.registry.regions import Ambiguous, Found
from netra.trust.form_secrets import new_secret
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.erasures import erasures_without_names
from netra.web.forms import intake_officer as forms
from netra.web.forms.intake import MessageForm
from netra.web.intake import act_pages as pages
from netra.web.intake.act_pages import ActPage
from netra.web.intake.coach_page import points
from netra.web.intake.files import limit_words, new_files
from netra.web.intake.named_regions import region_meant
from netra.web.intake.regions import choices_for, region_as_typed

if TYPE_CHECKING:
    from netra.intake.models import Report


@require_http_methods(["GET", "POST"])
@requires("intake.report_check")
def report_check(request: SignedInRequest, ref: str) -> HttpResponse:
    """The officer's judgement on every requirement."""
    coaching = queries.report_detail(request.user, ref, at=now()).coaching
    form = bind(request, forms.CheckForm, initial={"missing": list(coaching.missing)})
    return _act(
        request,
        ref,
        pages.CHECK,
        form,
        lambda: operations.report_check(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        _advice(coaching),
        said=lambda: pages.checked(form.cleaned_data["missing"]),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_ask_completion")
def report_ask_completion(request: SignedInRequest, ref: str) -> HttpResponse:
    """Asks the reporter for what is missing."""
    detail = queries.report_detail(request.user, ref, at=now())
    form = bind(request, forms.CompletionForm, initial={"missing": detail.report.missing or detail.coaching.missing})
    return _act(
        request,
        ref,
        pages.COMPLETION,
        form,
        lambda: operations.report_ask_completion(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        _advice(detail.coaching),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_reply")
def report_reply(request: SignedInRequest, ref: str) -> HttpResponse:
    """Writes to the reporter, with files."""
    _seen(request, ref)
    form = bind(request, MessageForm, initial={"token": new_secret()})
    return _act(
        request,
        ref,
        pages.REPLY,
        form,
        lambda: operations.report_reply(
            report_ref=ref,
            body=form.cleaned_data["body"],
            token=form.cleaned_data["token"],
            files=new_files(request),
            by=request.user,
            at=now(),
        ),
        {"limit": limit_words()},
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_reroute")
def report_reroute(request: SignedInRequest, ref: str) -> HttpResponse:
    """Hands the report to another office; a region with two meanings is asked back."""
    meant = region_meant(request, queries.report_detail(request.user, ref, at=now()))
    form = bind(request, forms.RerouteForm, initial={"region": region_as_typed(meant, today()) if meant else ""})
    region = _region(request, form)
    return _act(
        request,
        ref,
        pages.REROUTE,
        form,
        lambda: operations.report_reroute(
            report_ref=ref, region_code=region, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_bypass_set")
def report_bypass_set(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says which agencies a report of pressure is kept from."""
    detail = queries.report_detail(request.user, ref, at=now())
    meant = queries.agencies_meant(detail.persons, on=today())
    form = bind(request, forms.BypassForm, meant=meant, named=detail.bypassed)
    return _act(
        request,
        ref,
        pages.BYPASS,
        form,
        lambda: operations.report_bypass_set(
            report_ref=ref, agency_codes=form.agency_codes(), by=request.user, at=now()
        ),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_close")
def report_close(request: SignedInRequest, ref: str) -> HttpResponse:
    """Ends the report without a case."""
    _seen(request, ref)
    form = bind(request, forms.CloseForm)
    return _act(
        request,
        ref,
        pages.CLOSE,
        form,
        lambda: operations.report_close(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_withdraw_record")
def report_withdraw_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records the letter by which the reporter takes back what is a case already."""
    _seen(request, ref)
    form = bind(request, forms.WithdrawalForm)
    return _act(
        request,
        ref,
        pages.WITHDRAWAL,
        form,
        lambda: operations.report_withdraw_record(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.receipt_issue")
def receipt_issue(request: SignedInRequest, ref: str) -> HttpResponse:
    """Numbers and stores the receipt of the office."""
    _seen(request, ref)
    initial = {"name": request.user.full_name, "position": _("Petugas penerima laporan")}
    form = bind(request, forms.SignerForm, initial=initial)
    return _act(
        request,
        ref,
        pages.RECEIPT,
        form,
        lambda: operations.receipt_issue(report_ref=ref, signer=form.cleaned_data, by=request.user, at=now()),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_erase_request")
def report_erase_request(request: SignedInRequest, ref: str) -> HttpResponse:
    """The first of two people asks for the erasure of a report whose date has come."""
    _seen(request, ref)
    form = bind(request, forms.EraseForm)
    return _act(
        request,
        ref,
        pages.ERASE_REQUEST,
        form,
        lambda: operations.report_erase_request(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_erase_approve")
def report_erase_approve(request: SignedInRequest, ref: str) -> HttpResponse:
    """The second of two people erases it."""
    _seen(request, ref)
    form = bind(request, forms.ConfirmForm)
    return _act(
        request,
        ref,
        pages.ERASE_APPROVE,
        form,
        lambda: operations.report_erase_approve(report_ref=ref, by=request.user, at=now()),
        _asked(ref),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_erase_refuse")
def report_erase_refuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """The second of two people leaves it as it is, and says why."""
    _seen(request, ref)
    form = bind(request, forms.EraseForm)
    return _act(
        request,
        ref,
        pages.ERASE_REFUSE,
        form,
        lambda: operations.report_erase_refuse(report_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        _asked(ref),
    )


@require_http_methods(["GET", "POST"])
@requires("intake.report_erase_withdraw")
def report_erase_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who asked for the erasure takes it back."""
    _seen(request, ref)
    form = bind(request, forms.ConfirmForm)
    return _act(
        request,
        ref,
        pages.ERASE_WITHDRAW,
        form,
        lambda: operations.report_erase_withdraw(report_ref=ref, by=request.user, at=now()),
        _asked(ref),
    )


def _act(
    request: SignedInRequest,
    ref: str,
    page: ActPage,
    form: BaseForm,
    act: Callable[[], object],
    context: Mapping[str, object] | None = None,
    *,
    said: Callable[[], str] | None = None,
) -> HttpResponse:
    """Shows the form; when it is sent and accepted, does the act and goes back to the report.

    `said` tells what came of it, where the words of the page do not know.

    A report that went to another office by it may be here no more; then back to the list.
    """
    if form.is_valid() and attempt(form, act) is not None:
        messages.success(request, said() if said else str(page.done))
        still_here = access.visible_to(request.user, on=today()).filter(ref=ref).exists()
        return redirect("report", ref=ref) if still_here else redirect("report_list")
    return form_page(request, "intake/report_act.html", form, {**(context or {}), "ref": ref, "page": page})


def _seen(request: SignedInRequest, ref: str) -> Report:
    """The report, for who may read it; everybody else gets 404 before any form is shown."""
    return access.report_for(request.user, ref, on=today())


def _asked(ref: str) -> dict[str, object]:
    return {"erasures": erasures_without_names(queries.erasures_of(ref))}


def _advice(coaching: Coaching) -> dict[str, object]:
    return {"formal": points(coaching.formal), "material": points(coaching.material)}


def _region(request: SignedInRequest, form: forms.RerouteForm) -> str:
    """The code that was meant, or an empty text with the question on the form."""
    if not form.is_valid():
        return ""
    text = form.cleaned_data["region"]
    choices = choices_for(text, today())
    chosen = request.POST.get("region_choice", "")
    if chosen in dict(choices):
        return chosen
    found = region_or_nation(text)
    if isinstance(found, Found):
        return found.code
    form.offer(choices)
    form.add_error("region", found.question if isinstance(found, Ambiguous) else found.message)
    return ""


urlpatterns: list[URLPattern] = [
    path("laporan/<str:ref>/periksa/", report_check, name="report_check"),
    path("laporan/<str:ref>/kelengkapan/", report_ask_completion, name="report_ask_completion"),
    path("laporan/<str:ref>/balas/", report_reply, name="report_reply"),
    path("laporan/<str:ref>/alihkan/", report_reroute, name="report_reroute"),
    path("laporan/<str:ref>/instansi-atasan/", report_bypass_set, name="report_bypass_set"),
    path("laporan/<str:ref>/tutup/", report_close, name="report_close"),
    path("laporan/<str:ref>/pencabutan/", report_withdraw_record, name="report_withdraw_record"),
    path("laporan/<str:ref>/tanda-bukti/", receipt_issue, name="receipt_issue"),
    path("laporan/<str:ref>/musnahkan/minta/", report_erase_request, name="report_erase_request"),
    path("laporan/<str:ref>/musnahkan/", report_erase_approve, name="report_erase_approve"),
    path("laporan/<str:ref>/musnahkan/tolak/", report_erase_refuse, name="report_erase_refuse"),
    path("laporan/<str:ref>/musnahkan/tarik/", report_erase_withdraw, name="report_erase_withdraw"),
]
