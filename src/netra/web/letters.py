"""Pages of the room `letters`: the verification of a letter by its code, and how an agency numbers its letters."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.letters import operations, queries
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.numbering import PatternRefused, written_number
from netra.registry.queries import agency_by_code
from netra.trust.errors import Refused
from netra.web import converters  # noqa: F401 -- registers <code:…>
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.letters import NumberFormatForm
from netra.web.words import translated


class CodeForm(forms.Form):
    """The code as it is printed on the letter, in whatever spacing somebody types it."""

    code = forms.CharField(
        label=_("Kode pemeriksaan"),
        max_length=60,
        help_text=_("Tercetak di bawah kode QR pada surat."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


@require_safe
def letter_verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What a code proves: number, date and issuer; never a name, never what the letter is about."""
    asked = code or request.GET.get("code", "")
    form = CodeForm({"code": asked}) if asked else CodeForm()
    letter = None
    if form.is_valid():
        try:
            letter = queries.verify(form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
    status = 404 if form.errors else 200
    return render(request, "letters/letter_verify.html", {"form": form, "letter": letter}, status=status)


@require_http_methods(["GET", "POST"])
@requires("letters.number_format_save")
def number_format_save(request: SignedInRequest, code: str) -> HttpResponse:
    """How an agency writes its numbers from now on; numbers given out stay as they are."""
    agency = agency_by_code(code, user=request.user, on=today())
    saved = queries.number_format(code)
    initial = {"agency_label": code[:40]}
    if saved is not None:
        initial = NumberFormatForm.initial_of(saved.pattern, saved.agency_label, saved.classification)
    form = bind(request, NumberFormatForm, initial=initial)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.number_format_save(
                agency_code=code,
                pattern=form.cleaned_data["pattern"],
                agency_label=form.cleaned_data["agency_label"],
                classification=form.classification(),
                by=request.user,
                at=now(),
            ),
        )
        if done is not None:
            messages.success(request, gettext("Format nomor surat tersimpan."))
            return redirect("number_format_save", code=code)
    context = {"agency": agency, **_example(code)}
    return form_page(request, "letters/number_format_save.html", form, context)


def _example(code: str) -> dict[str, str]:
    """The first number of this year; or why there is none, on the very page where that is mended."""
    form = FORMS[LetterKind.SUMMONS_1]
    try:
        return {"example": written_number(form, code, 1, today()), "example_kind": translated(form.label)}
    except PatternRefused as refusal:
        return {"unusable": str(refusal)}


urlpatterns: list[URLPattern] = [
    path("verifikasi/", letter_verify, name="letter_verify"),
    path("verifikasi/<str:code>", letter_verify, name="letter_verify_code"),
    path("registri/instansi/<code:code>/nomor-surat/", number_format_save, name="number_format_save"),
]
