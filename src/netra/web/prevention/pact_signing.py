"""Signing a pact behind a personal link, and what a unit enters of a ceremony or a refusal."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from netra.prevention import operations, queries, rejected_lines
from netra.prevention.pact_access import RECORD
from netra.prevention.personal_links import link_behind
from netra.web.doors import SignedInRequest, attempt, attempt_once, bind, download, form_page, now, requires, today
from netra.web.forms.meetings import file_of
from netra.web.forms.pacts import OwnRefusalForm, RefusalForm, SignersForm
from netra.web.forms.prevention import DigitsForm, NipForm
from netra.web.prevention.attendance import XLSX

SIGN, REFUSE = "tanda_tangan", "tolak"


@sensitive_post_parameters("digits", "reason")
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def pact_sign(request: HttpRequest, token: str) -> HttpResponse:
    """First the last digits of the NIP; then the text, to be signed or refused with a reason."""
    link_behind(token)
    return _closed(_answered(request, token))


@sensitive_post_parameters("nip")
@sensitive_variables("secret")
@require_http_methods(["GET", "POST"])
def pact_code(request: HttpRequest, secret: str) -> HttpResponse:
    """What the code of a ceremony opens: the whole NIP, then the same page as behind a personal link."""
    _link, pact = operations.pact_code_behind(secret, at=now())
    form = bind(request, NipForm)
    if form.is_valid():
        nip = form.cleaned_data["nip"]
        entrant = attempt(form, lambda: operations.pact_enter(secret=secret, nip=nip, at=now()))
        if entrant is not None:
            fresh = OwnRefusalForm(initial={"digits": entrant.digits})
            context = {"reading": entrant.reading, "pact": pact, "action": reverse("pact_sign", args=[entrant.token])}
            return _closed(form_page(request, "prevention/pact_sign.html", fresh, context))
    return _closed(form_page(request, "prevention/pact_code.html", form, {"pact": pact}))


def _closed(response: HttpResponse) -> HttpResponse:
    """The address is half the key and must not travel on with a click; no cache may keep the page."""
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    digits = request.POST.get("digits", "")[:20]
    gate = bind(request, DigitsForm)
    if not gate.is_valid():
        return form_page(request, "prevention/pact_digits.html", gate)
    reading = attempt(gate, lambda: operations.pact_reading(token=token, digits=digits, at=now()))
    if reading is None:
        return form_page(request, "prevention/pact_digits.html", gate)
    if SIGN not in request.POST and REFUSE not in request.POST:
        fresh = OwnRefusalForm(initial={"digits": digits})
        return form_page(request, "prevention/pact_sign.html", fresh, {"reading": reading, "pact": reading.pact})
    form = OwnRefusalForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if SIGN in request.POST:
            done = attempt(form, lambda: operations.pact_sign(token=token, digits=digits, at=now()))
        else:
            done = attempt(form, lambda: operations.pact_refuse(token=token, digits=digits, reason=reason, at=now()))
        reading = done or reading
    return form_page(request, "prevention/pact_sign.html", form, {"reading": reading, "pact": reading.pact})


@sensitive_post_parameters("text")
@require_http_methods(["GET", "POST"])
@requires(RECORD)
def pact_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """A list of those who signed at a ceremony."""
    file = queries.pact_file(request.user, ref, on=today())
    form = bind(request, SignersForm)
    context: dict[str, object] = {"pact": file.pact}
    if form.is_valid():
        told = form.cleaned_data
        result = attempt_once(
            request,
            form,
            lambda: operations.pact_record(
                pact_ref=ref,
                held_date=told["held_date"],
                present=form.present(),
                by=request.user,
                at=now(),
                proof=file_of(told["proof"]),
            ),
        )
        if result is not None and not result.rejected:
            messages.success(request, _written(result.recorded))
            return redirect("pact", ref=ref)
        context |= {"result": result, "written": _written(result.recorded) if result else ""}
    return form_page(request, "prevention/pact_record.html", form, context)


@require_safe
@requires(RECORD)
def pact_rejected(request: SignedInRequest, ref: str) -> HttpResponse:
    """The lines of the last list that were not taken, to be corrected and uploaded again; every cell is text."""
    content = rejected_lines.fetch(ref, by=request.user, at=now())
    return download(content, name=f"ditolak-{ref}.xlsx".lower(), media_type=XLSX)


@sensitive_post_parameters("nip", "reason")
@require_http_methods(["GET", "POST"])
@requires("prevention.pact_refusal_record")
def pact_refusal_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """That somebody refused, and why."""
    file = queries.pact_file(request.user, ref, on=today())
    form = bind(request, RefusalForm)
    if form.is_valid():
        told = form.cleaned_data
        done = attempt_once(
            request,
            form,
            lambda: operations.pact_refusal_record(
                pact_ref=ref,
                nip=told["nip"],
                held_date=told["held_date"],
                reason=told["reason"],
                by=request.user,
                at=now(),
                proof=file_of(told["proof"]),
            ),
        )
        if done is not None:
            messages.success(request, _("Penolakan dicatat dengan alasannya."))
            return redirect("pact", ref=ref)
    return form_page(request, "prevention/pact_refusal_record.html", form, {"pact": file.pact})


def _written(count: int) -> str:
    return ngettext("%(count)d penanda tangan dicatat.", "%(count)d penanda tangan dicatat.", count) % {"count": count}


urlpatterns: list[URLPattern] = [
    path("pakta/kode/<str:secret>/", pact_code, name="pact_code"),
    path("pakta/<str:token>/", pact_sign, name="pact_sign"),
    path("pencegahan/pakta/<str:ref>/daftar/", pact_record, name="pact_record"),
    path("pencegahan/pakta/<str:ref>/daftar/ditolak/", pact_rejected, name="pact_rejected"),
    path("pencegahan/pakta/<str:ref>/penolakan/", pact_refusal_record, name="pact_refusal_record"),
]
