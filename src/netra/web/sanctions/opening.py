"""Opening a proceeding for one accused, and what becomes of a suspected crime: handed over, or set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.states import Route
from netra.web.doors import SignedInRequest, bind, form_page, requires, today
from netra.web.forms.sanctions import CrimeForm, NoCrimeForm, OpenForm
from netra.web.sanctions.acting import Operation, done, who
from netra.web.sanctions.words import ACT_WORDS

if TYPE_CHECKING:
    from netra.cases.models import Case


@require_http_methods(["GET", "POST"])
@requires("sanctions.proceeding_open")
def proceeding_open(request: SignedInRequest, ref: str) -> HttpResponse:
    """Opens the proceeding of one accused on one route."""
    case, found = queries.case_with_routes(request.user, ref, on=today())
    choices = [each for each in found if each.route != Route.CRIME]
    said = _("Penanganan dibuka.")
    return _open(request, case, choices, operations.proceeding_open, OpenForm, said=said)


@require_http_methods(["GET", "POST"])
@requires("sanctions.crime_refer")
def crime_refer(request: SignedInRequest, ref: str) -> HttpResponse:
    """Hands a suspected crime to those who judge it."""
    case, found = queries.case_with_routes(request.user, ref, on=today())
    choices = [each for each in found if each.route == Route.CRIME]
    said = _("Dugaan pidana diteruskan; surat penerusan sudah bernomor.")
    return _open(request, case, choices, operations.crime_refer, CrimeForm, said=said)


@require_http_methods(["GET", "POST"])
@requires("sanctions.crime_decline")
def crime_decline(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the word of the plenary that no crime is seen."""
    case, choices = queries.case_with_crimes_left(request.user, ref, on=today())
    said = _("Pernyataan bahwa tidak terlihat tindak pidana tersimpan.")
    return _open(request, case, choices, operations.crime_decline, NoCrimeForm, said=said, page="case")


def _open(
    request: SignedInRequest,
    case: Case,
    choices: Sequence[queries.RouteChoice],
    operation: Operation,
    form_class: type[OpenForm],
    *,
    said: str,
    page: str = "proceeding",
) -> HttpResponse:
    fitting = [each for each in choices if each.fits]
    form = bind(request, form_class, routes=fitting)
    if form.is_valid():
        opened: list[str] = []

        def act() -> object:
            result = operation(case_ref=case.ref, **form.arguments(), **who(request))
            opened.append(getattr(result, "ref", ""))
            return result

        if done(request, form, act):
            messages.success(request, said)
            return redirect(page, ref=opened[0])
    context = {
        "case": case,
        "words": ACT_WORDS[operation.__name__],
        "fitting": fitting,
        "unfitting": [each for each in choices if not each.fits],
    }
    return form_page(request, "sanctions/proceeding_open.html", form, context)


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/penanganan/", proceeding_open, name="proceeding_open"),
    path("perkara/<str:ref>/pidana/", crime_refer, name="crime_refer"),
    path("perkara/<str:ref>/pidana/tidak/", crime_decline, name="crime_decline"),
]
