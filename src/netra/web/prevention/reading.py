"""The page behind a personal link: read, answer, done. No account, no password, on the cheapest telephone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from netra.prevention import operations
from netra.prevention.personal_links import link_behind
from netra.web.doors import attempt, form_page, now
from netra.web.forms.prevention import DigitsForm, ReaderForm

READ = "sudah_baca"


@sensitive_post_parameters("digits")
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def instrument_acknowledge(request: HttpRequest, token: str) -> HttpResponse:
    """First the last digits of the NIP; then the instrument with its questions; then what was understood."""
    link_behind(token)
    response = _answered(request, token) if READ in request.POST else _opened(request, token)
    # The address is half the key and must not travel on with a click; see `answer_give` for why not "no-referrer".
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    form = DigitsForm(request.POST) if request.method == "POST" else DigitsForm()
    if form.is_valid():
        digits = form.cleaned_data["digits"]
        reading = attempt(form, lambda: operations.instrument_open(token=token, digits=digits, at=now()))
        if reading is not None:
            fresh = ReaderForm(initial={"digits": digits}, questions=reading.questions)
            return form_page(request, "prevention/instrument_acknowledge.html", fresh, {"reading": reading})
    return form_page(request, "prevention/instrument_digits.html", form)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    digits = request.POST.get("digits", "")[:20]
    gate = DigitsForm({"digits": digits})
    gate.is_valid()
    before = attempt(gate, lambda: operations.instrument_open(token=token, digits=digits, at=now()))
    if before is None:
        return form_page(request, "prevention/instrument_digits.html", gate)
    form = ReaderForm(request.POST, questions=before.questions)
    context: dict[str, object] = {"reading": before}
    if form.is_valid():
        reading = attempt(
            form,
            lambda: operations.instrument_acknowledge(token=token, digits=digits, choices=form.choices(), at=now()),
        )
        if reading is not None:
            context |= {"reading": reading, "answered": True, "said": _said(bool(reading.mistakes))}
    return form_page(request, "prevention/instrument_acknowledge.html", form, context)


def _said(mistaken: bool) -> str:
    if mistaken:
        return _("Tercatat: Anda sudah membaca. Ada jawaban yang belum benar; baca penjelasannya, lalu coba lagi.")
    return _("Tercatat: Anda sudah membaca dan memahami surat ini. Terima kasih; halaman ini boleh ditutup.")


urlpatterns: list[URLPattern] = [
    path("baca/<str:token>/", instrument_acknowledge, name="instrument_acknowledge"),
]
