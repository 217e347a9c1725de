"""Positions of civil servants: one begins, one ends."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from netra.registry import operations, queries
from netra.trust import access
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.registry_people import PRIMARY, PositionEndForm, PositionForm
from netra.web.registry.people import END, START, home_code
from netra.web.registry.reach import agencies_to_write, attempt_here, may
from netra.web.words import long_date


@sensitive_post_parameters("superior_nip")
@require_http_methods(["GET", "POST"])
@requires(START)
def position_start(request: SignedInRequest, ref: str) -> HttpResponse:
    """A new position; the definitive one that is open ends on the day on which it begins."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    home = home_code(person)
    access.require(request.user, START, agency_code=home, at=now())
    form = bind(request, PositionForm, initial={"agency_code": home})
    if form.is_valid():
        entry = form.position_entry()
        started = attempt_here(
            form, lambda: operations.position_start(person_ref=ref, entry=entry, by=request.user, at=now())
        )
        if started is not None:
            messages.success(request, _("Jabatan baru tersimpan."))
            return redirect("civil_servant", ref=ref)
    context = {
        "person": person,
        "open": queries.position_of(person, today()),
        "agencies": agencies_to_write(request, START),
        "units": [unit for _depth, unit in queries.unit_tree(home)],
    }
    return form_page(request, "registry/position_start.html", form, context)


@require_http_methods(["GET", "POST"])
@requires(END)
def position_end(request: SignedInRequest, ref: str) -> HttpResponse:
    """The last day of an open position has come."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    spells = [spell for spell in queries.positions_of(person, on=today()) if spell.until_date is None]
    mine = [spell for spell in spells if may(request, END, spell.agency.code)]
    if spells and not mine:
        access.require(request.user, END, agency_code=spells[0].agency.code, at=now())
    titles = [
        (
            spell.is_primary,
            _("%(title)s, %(agency)s, sejak %(start)s")
            % {"title": spell.title, "agency": spell.agency_then, "start": long_date(spell.start_date)},
        )
        for spell in mine
    ]
    form = bind(request, PositionEndForm, open_positions=titles)
    if form.is_valid():
        told = {"until_date": form.cleaned_data["until_date"], "is_primary": form.cleaned_data["which"] == PRIMARY}
        ended = attempt(form, lambda: operations.position_end(**told, person_ref=ref, by=request.user, at=now()))
        if ended is not None:
            messages.success(request, _("Jabatan berakhir."))
            return redirect("civil_servant", ref=ref)
    return form_page(request, "registry/position_end.html", form, {"person": person, "has_open": bool(mine)})


urlpatterns: list[URLPattern] = [
    path("registri/pegawai/<str:ref>/jabatan/", position_start, name="position_start"),
    path("registri/pegawai/<str:ref>/jabatan/akhir/", position_end, name="position_end"),
]
