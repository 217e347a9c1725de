"""Ties of a civil servant: listed, recorded, ended, struck; for whoever keeps the register of one side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from netra.registry import operations, queries
from netra.registry.access import KEEP_TIES
from netra.registry.queries.ties import source_words
from netra.trust import access
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.registry_ties import TieEndForm, TieForm, TieReasonForm
from netra.web.registry.people import home_code
from netra.web.registry.reach import may

if TYPE_CHECKING:
    from netra.registry.models import CivilServant, Tie

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(KEEP_TIES)
def tie_list(request: SignedInRequest, ref: str) -> HttpResponse:
    """What is recorded of one person, from whichever side."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    found = queries.ties_of(person, user=request.user, on=today())
    rows = [(tie, tie.other if tie.one == person else tie.one, source_words(tie)) for tie in found]
    context = {"person": person, "rows": rows, "may_record": may(request, KEEP_TIES, home_code(person))}
    return render(request, "registry/tie_list.html", context)


@sensitive_post_parameters("other_nip", "degree", "declared_by", "document")
@GET_OR_POST
@requires(KEEP_TIES)
def tie_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """One more tie of this person."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    access.require(request.user, KEEP_TIES, agency_code=home_code(person), at=now())
    form = bind(request, TieForm)
    if form.is_valid():
        entry = form.entry()
        if attempt(form, lambda: operations.tie_record(person_ref=ref, entry=entry, by=request.user, at=now())):
            messages.success(request, _("Hubungan tercatat."))
            return redirect("tie_list", ref=ref)
    return form_page(request, "registry/tie_record.html", form, {"person": person})


@sensitive_post_parameters("reason")
@GET_OR_POST
@requires("registry.tie_end")
def tie_end(request: SignedInRequest, ref: str) -> HttpResponse:
    """A marriage or a team is no more from a day on."""
    return _closing(request, ref, TieEndForm, operations.tie_end, _("Akhiri hubungan"), _("Hubungan berakhir."))


@sensitive_post_parameters("reason")
@GET_OR_POST
@requires("registry.tie_strike")
def tie_strike(request: SignedInRequest, ref: str) -> HttpResponse:
    """A tie was declared wrongly."""
    return _closing(request, ref, TieReasonForm, operations.tie_strike, _("Coret hubungan"), _("Hubungan dicoret."))


def _closing(
    request: SignedInRequest,
    ref: str,
    form_class: type[TieReasonForm],
    operation: Callable[..., Tie],
    title: str,
    said: str,
) -> HttpResponse:
    tie = queries.tie_for(ref, user=request.user, on=today())
    form = bind(request, form_class)
    if form.is_valid():
        closed = attempt(form, lambda: operation(ref=ref, **form.cleaned_data, by=request.user, at=now()))
        if closed is not None:
            messages.success(request, said)
            return redirect("tie_list", ref=_side_seen(request, tie).ref)
    context = {"tie": tie, "person": _side_seen(request, tie), "title": title}
    return form_page(request, "registry/tie_close.html", form, context)


def _side_seen(request: SignedInRequest, tie: Tie) -> CivilServant:
    """The side whose page this reader may open; the other may serve elsewhere."""
    sides = (tie.one, tie.other)
    seen = queries.seen_among(sides, user=request.user, on=today())
    return next((side for side in sides if side.ref in seen), tie.one)


urlpatterns: list[URLPattern] = [
    path("registri/pegawai/<str:ref>/hubungan/", tie_list, name="tie_list"),
    path("registri/pegawai/<str:ref>/hubungan/catat/", tie_record, name="tie_record"),
    path("registri/hubungan/<str:ref>/akhiri/", tie_end, name="tie_end"),
    path("registri/hubungan/<str:ref>/coret/", tie_strike, name="tie_strike"),
]
