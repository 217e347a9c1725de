"""Integrity pacts: the list, one version with who signed, refused or has not answered, its links and papers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.pact_access import VIEW
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download,
    download_original,
    file_stem,
    form_page,
    now,
    public_address,
    requires,
    today,
)
from netra.web.forms.pacts import PactForm
from netra.web.forms.prevention import WithdrawForm
from netra.web.prevention.handed_out import drawn_code, links_csv
from netra.web.prevention.reach import writes_somewhere
from netra.web.prevention.writing import for_writers

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def pact_list(request: SignedInRequest) -> HttpResponse:
    """The pacts that the reader sees."""
    rows = queries.pact_rows(request.user, on=today())
    context = {"rows": rows, "may_open": writes_somewhere(request)}
    return render(request, "prevention/pact_list.html", context)


@require_safe
@requires(VIEW)
def pact(request: SignedInRequest, ref: str) -> HttpResponse:
    """One version: its text, its units, those who refused."""
    file = queries.pact_file(request.user, ref, on=today())
    return render(request, "prevention/pact.html", {"file": file, "pact": file.pact})


@require_safe
@requires(VIEW)
def pact_pending(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who has not answered."""
    file = queries.pact_file(request.user, ref, on=today())
    rows, next_key = queries.pact_pending(request.user, ref, on=today(), after=_after(request))
    context = {"file": file, "pact": file.pact, "rows": rows, "next_key": next_key}
    return render(request, "prevention/pact_pending.html", context)


@require_safe
@requires(VIEW)
def pact_signatures(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who signed, with the proof and the paper of each."""
    file = queries.pact_file(request.user, ref, on=today())
    rows, next_key = queries.pact_signatures(request.user, ref, on=today(), after=_after(request))
    context = {"file": file, "pact": file.pact, "rows": rows, "next_key": next_key}
    return render(request, "prevention/pact_signatures.html", context)


@GET_OR_POST
@requires("prevention.pact_open")
def pact_open(request: SignedInRequest) -> HttpResponse:
    """A new pact, or the next version of one."""
    written = list(access.agencies_written_for(request.user, on=today()))
    earlier_ref = request.GET.get("versi", "")
    earlier = queries.pact_file(request.user, earlier_ref, on=today()).pact if earlier_ref else None
    initial: dict[str, object] = {}
    if earlier is not None:
        for_writers(access.writes_for(request.user, earlier.agency_code, on=today()))
        initial = {
            "agency_code": earlier.agency_code,
            "unit_code": earlier.unit.code if earlier.unit else "",
            "title": earlier.title,
            "points": "\n".join(earlier.points),
            "legal_basis": "\n".join(earlier.legal_basis),
        }
    form = bind(request, PactForm, agencies=written, initial=initial)
    if form.is_valid():
        made = attempt_once(
            request,
            form,
            lambda: operations.pact_open(entry=form.entry(earlier_ref), by=request.user, at=now()),
        )
        if made is not None:
            messages.success(request, _("Pakta dibuka. Siapa yang belum menandatangani terlihat dengan sendirinya."))
            return redirect("pact", ref=made.ref)
    return form_page(request, "prevention/pact_open.html", form, {"earlier": earlier})


@GET_OR_POST
@requires("prevention.pact_withdraw")
def pact_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """From today on nobody signs it, and why."""
    file = queries.pact_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, WithdrawForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        done = attempt(form, lambda: operations.pact_withdraw(pact_ref=ref, reason=reason, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Pakta dicabut; yang sudah ditandatangani tetap tercatat."))
            return redirect("pact", ref=ref)
    return form_page(request, "prevention/pact_withdraw.html", form, {"pact": file.pact})


@require_POST
@requires("prevention.pact_links")
def pact_links(request: SignedInRequest, ref: str) -> HttpResponse:
    """The personal links of those who have not answered, as CSV for the unit to hand out."""
    links = operations.pact_links(pact_ref=ref, by=request.user, at=now())
    rows = (
        (
            (spell.civil_servant.name, spell.unit.name if spell.unit else ""),
            public_address(reverse("pact_sign", args=[link.token])),
        )
        for spell, link in links
    )
    return links_csv(ref, [_("Nama"), _("Unit")], rows)


@sensitive_variables("secret")
@require_POST
@requires("prevention.pact_code_open")
def pact_code_open(request: SignedInRequest, ref: str) -> HttpResponse:
    """A code for everybody at a ceremony, large enough for the back row. It is shown once."""
    link, secret = operations.pact_code_open(pact_ref=ref, by=request.user, at=now())
    address = public_address(reverse("pact_code", args=[secret]))
    pact = queries.pact_file(request.user, ref, on=today()).pact
    context = {"pact": pact, "until": link.until_at, "address": address, "qr": drawn_code(address)}
    return render(request, "prevention/pact_code_open.html", context)


@require_POST
@requires("prevention.pact_letter")
def pact_letter(request: SignedInRequest, ref: str, person: str) -> HttpResponse:
    """Draws the signed pact of one person as a numbered paper; pressed twice it is the same paper."""
    operations.pact_letter(pact_ref=ref, person_ref=person, by=request.user, at=now())
    messages.success(request, _("Pakta bertanda tangan sudah dicetak; buka PDF-nya di bawah."))
    return redirect("pact_signatures", ref=ref)


@require_safe
@requires(VIEW)
def pact_paper(request: SignedInRequest, ref: str, person: str) -> HttpResponse:
    """The signed pact of one person as PDF."""
    content = queries.pact_paper(request.user, ref, person, on=today())
    return download(content, name=f"{file_stem(ref)}.pdf", media_type="application/pdf", inline=True)


@require_POST
@requires(VIEW)
def pact_proof(request: SignedInRequest, ref: str, proof: str) -> HttpResponse:
    """The scan or photo of a list; opening it is recorded."""
    content, media_type = queries.pact_proof(request.user, ref, proof, by=request.user, at=now(), on=today())
    return download_original(content, stem=f"bukti-{file_stem(ref)}", media_type=media_type)


def _after(request: SignedInRequest) -> int:
    text = request.GET.get("after", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


urlpatterns: list[URLPattern] = [
    path("pencegahan/pakta/", pact_list, name="pact_list"),
    path("pencegahan/pakta/baru/", pact_open, name="pact_open"),
    path("pencegahan/pakta/<str:ref>/", pact, name="pact"),
    path("pencegahan/pakta/<str:ref>/belum/", pact_pending, name="pact_pending"),
    path("pencegahan/pakta/<str:ref>/penanda-tangan/", pact_signatures, name="pact_signatures"),
    path("pencegahan/pakta/<str:ref>/cabut/", pact_withdraw, name="pact_withdraw"),
    path("pencegahan/pakta/<str:ref>/tautan/", pact_links, name="pact_links"),
    path("pencegahan/pakta/<str:ref>/kode/", pact_code_open, name="pact_code_open"),
    path("pencegahan/pakta/<str:ref>/cetak/<str:person>/", pact_letter, name="pact_letter"),
    path("pencegahan/pakta/<str:ref>/naskah/<str:person>/", pact_paper, name="pact_paper"),
    path("pencegahan/pakta/<str:ref>/bukti/<str:proof>/", pact_proof, name="pact_proof"),
]
