"""Gugatan: what is brought before a court after an objection or an appeal."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.deviation import penalties_beside_bounds
from netra.sanctions.operations.suits import RULINGS
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.sanctions import CourtRulingForm, SuitForm
from netra.web.sanctions.acting import take
from netra.web.sanctions.decided import decided, levels_in_words


@require_http_methods(["GET", "POST"])
@requires("sanctions.suit_file")
def suit_file(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that a suit was filed."""
    file = queries.proceeding_file(request.user, ref, on=today())
    return take(
        request,
        ref,
        operations.suit_file,
        SuitForm,
        said=_("Gugatan dicatat."),
        template="sanctions/remedy.html",
        extra={**levels_in_words(file.proceeding), **decided(file.proceeding)},
        file=file,
    )


@require_http_methods(["GET", "POST"])
@requires("sanctions.suit_decide")
def suit_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records the ruling of the court."""
    file = queries.proceeding_file(request.user, ref, on=today())
    made = getattr(file.proceeding, "decision", None)
    return take(
        request,
        ref,
        operations.suit_decide,
        CourtRulingForm,
        said=_("Putusan pengadilan dicatat."),
        template="sanctions/remedy.html",
        extra={**levels_in_words(file.proceeding), **decided(file.proceeding)},
        file=file,
        penalties=penalties_beside_bounds(made) if made else (),
        outcomes=RULINGS,
    )


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/gugatan/", suit_file, name="suit_file"),
    path("penanganan/<str:ref>/gugatan/putusan/", suit_decide, name="suit_decide"),
]
