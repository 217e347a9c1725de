"""What a participant of an outreach sees: behind the code at the door or a personal link; no account, no password."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from netra.prevention import operations, queries
from netra.prevention.outreach_states import Moment
from netra.prevention.personal_links import link_behind
from netra.trust.actors import LinkActor
from netra.web.doors import attempt, bind, download, download_original, file_stem, form_page, now
from netra.web.forms.prevention import DigitsForm, NipForm, ReaderForm

if TYPE_CHECKING:
    from netra.prevention.operations import Visit

ANSWERED = "sudah_jawab"
GET_OR_POST = require_http_methods(["GET", "POST"])


@sensitive_post_parameters("digits")
@sensitive_variables("token")
@GET_OR_POST
def outreach_visit(request: HttpRequest, token: str) -> HttpResponse:
    """First the last digits of the NIP; then the test that is open, the materials, the certificate."""
    link_behind(token)
    return _closed(_answered(request, token) if ANSWERED in request.POST else _opened(request, token))


@sensitive_post_parameters("nip")
@sensitive_variables("secret")
@GET_OR_POST
def outreach_code(request: HttpRequest, secret: str) -> HttpResponse:
    """What the code at the door opens: the whole NIP, then the same page as behind a personal link."""
    _link, found = operations.outreach_code_behind(secret, at=now())
    form = bind(request, NipForm)
    if form.is_valid():
        arrived = attempt(
            form, lambda: operations.outreach_attend(secret=secret, nip=form.cleaned_data["nip"], at=now())
        )
        if arrived is not None:
            return _closed(_page(request, arrived.visit, arrived.token, arrived.digits, arrived=True))
    return _closed(form_page(request, "prevention/outreach_code.html", form, {"outreach": found}))


@sensitive_post_parameters("digits")
@sensitive_variables("token")
@GET_OR_POST
def outreach_own_certificate(request: HttpRequest, token: str) -> HttpResponse:
    """The certificate as PDF; whoever comes without the digits is asked for them."""

    def handed(visit: Visit) -> HttpResponse:
        content, number = queries.certificate_of(visit.participant)
        return download(content, name=f"{file_stem(number)}.pdf", media_type="application/pdf", inline=True)

    return _proved(request, token, handed)


@sensitive_post_parameters("digits")
@sensitive_variables("token")
@GET_OR_POST
def outreach_material(request: HttpRequest, token: str, evidence: str) -> HttpResponse:
    """A material; whoever comes without the digits is asked for them."""

    def handed(visit: Visit) -> HttpResponse:
        by = LinkActor(visit.person.ref)
        content, kind = queries.content_of(visit.outreach, evidence, by=by, at=now(), materials_only=True)
        return download_original(content, stem=f"materi-{evidence}".lower(), media_type=kind)

    return _proved(request, token, handed)


def _proved(request: HttpRequest, token: str, handed: Callable[[Visit], HttpResponse]) -> HttpResponse:
    link_behind(token)
    form = bind(request, DigitsForm)
    if form.is_valid():
        digits = form.cleaned_data["digits"]
        visit = attempt(form, lambda: operations.outreach_visit(token=token, digits=digits, at=now()))
        if visit is not None:
            return _closed(handed(visit))
    return _closed(form_page(request, "prevention/outreach_digits.html", form))


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    form = bind(request, DigitsForm)
    if form.is_valid():
        digits = form.cleaned_data["digits"]
        visit = attempt(form, lambda: operations.outreach_visit(token=token, digits=digits, at=now()))
        if visit is not None:
            return _page(request, visit, token, digits)
    return form_page(request, "prevention/outreach_digits.html", form)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    digits = request.POST.get("digits", "")[:20]
    gate = DigitsForm({"digits": digits})
    gate.is_valid()
    before = attempt(gate, lambda: operations.outreach_visit(token=token, digits=digits, at=now()))
    if before is None:
        return form_page(request, "prevention/outreach_digits.html", gate)
    form = ReaderForm(request.POST, questions=before.questions)
    if form.is_valid():
        visit = attempt(
            form, lambda: operations.outreach_answer(token=token, digits=digits, choices=form.choices(), at=now())
        )
        if visit is not None:
            return _page(request, visit, token, digits, said=_said(visit))
    return form_page(request, "prevention/outreach_visit.html", form, _context(before, token, digits))


def _page(
    request: HttpRequest, visit: Visit, token: str, digits: str, *, arrived: bool = False, said: str = ""
) -> HttpResponse:
    form = ReaderForm(initial={"digits": digits}, questions=visit.questions if visit.moment else ())
    context = {**_context(visit, token, digits), "arrived": arrived, "said": said}
    return form_page(request, "prevention/outreach_visit.html", form, context)


def _context(visit: Visit, token: str, digits: str) -> dict[str, object]:
    return {
        "visit": visit,
        "outreach": visit.outreach,
        "action": reverse("outreach_visit", args=[token]),
        "token": token,
        "digits": digits,
        "materials": queries.materials_of(visit.outreach),
        "is_after": visit.moment is Moment.AFTER,
    }


def _said(visit: Visit) -> str:
    if visit.mistakes:
        return _("Jawaban Anda tercatat. Ada yang belum benar; baca penjelasannya.")
    return _("Jawaban Anda tercatat. Terima kasih.")


def _closed(response: HttpResponse) -> HttpResponse:
    """The address is half the key: it does not travel on with a click, and no cache keeps what it opens."""
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


urlpatterns: list[URLPattern] = [
    path("sosialisasi/kode/<str:secret>/", outreach_code, name="outreach_code"),
    path("sosialisasi/<str:token>/", outreach_visit, name="outreach_visit"),
    path("sosialisasi/<str:token>/sertifikat/", outreach_own_certificate, name="outreach_own_certificate"),
    path("sosialisasi/<str:token>/materi/<str:evidence>/", outreach_material, name="outreach_material"),
]
