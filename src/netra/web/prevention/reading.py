"""The page behind a personal link: read, answer, done. No account, no password, on the cheapest telephone."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from netra.prevention import operations
from netra.prevention.personal_links import link_behind
from netra.web.doors import attempt, bind, form_page, now
from netra.web.forms.prevention import DigitsForm, NipForm, ReaderForm
from netra.web.prevention.answered_page import answered_page

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


@sensitive_post_parameters("nip")
@sensitive_variables("secret")
@require_http_methods(["GET", "POST"])
def roll_call(request: HttpRequest, secret: str) -> HttpResponse:
    """What the code of a roll call opens: the whole NIP, then the same reading as behind a personal link."""
    _link, instrument, agency = operations.roll_call_behind(secret, at=now())
    form = bind(request, NipForm)
    context: dict[str, object] = {"instrument": instrument, "agency": agency}
    response = None
    if form.is_valid():
        entered = attempt(form, lambda: operations.roll_call_enter(secret, form.cleaned_data["nip"], at=now()))
        if entered is not None:
            fresh = ReaderForm(initial={"digits": entered.digits}, questions=entered.reading.questions)
            address = reverse("instrument_acknowledge", args=[entered.token])
            page = {"reading": entered.reading, "action": address, "token": entered.token, "digits": entered.digits}
            response = form_page(request, "prevention/instrument_acknowledge.html", fresh, page)
    response = response or form_page(request, "prevention/roll_call.html", form, context)
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    form = DigitsForm(request.POST) if request.method == "POST" else DigitsForm()
    if form.is_valid():
        digits = form.cleaned_data["digits"]
        reading = attempt(form, lambda: operations.instrument_open(token=token, digits=digits, at=now()))
        if reading is not None:
            fresh = ReaderForm(initial={"digits": digits}, questions=reading.questions)
            page = {"reading": reading, "token": token, "digits": digits}
            return form_page(request, "prevention/instrument_acknowledge.html", fresh, page)
    return form_page(request, "prevention/instrument_digits.html", form)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    digits, choices = request.POST.get("digits", "")[:20], ReaderForm.chosen(request.POST)
    gate = DigitsForm({"digits": digits})
    gate.is_valid()
    act = partial(operations.instrument_acknowledge, token=token, digits=digits, choices=choices, at=now())
    reading = attempt(gate, act)
    if reading is None:
        return form_page(request, "prevention/instrument_digits.html", gate)
    context: dict[str, object] = {"reading": reading, "token": token, "digits": digits}
    if not reading.left_out:
        said = _said(bool(reading.mistakes))
        page = answered_page(request, reading, said, token=token, digits=digits)
        if page is not None:
            return page
        context |= {"answered": True, "said": said}
    form = ReaderForm(request.POST, questions=reading.questions)
    return form_page(request, "prevention/instrument_acknowledge.html", form, context)


def _said(mistaken: bool) -> str:
    if mistaken:
        return _("Tercatat: Anda sudah membaca. Ada jawaban yang belum benar; baca penjelasannya, lalu coba lagi.")
    return _("Tercatat: Anda sudah membaca dan memahami surat ini. Terima kasih; halaman ini boleh ditutup.")


urlpatterns: list[URLPattern] = [
    path("apel/<str:secret>/", roll_call, name="roll_call"),
    path("baca/<str:token>/", instrument_acknowledge, name="instrument_acknowledge"),
]
