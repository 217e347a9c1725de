"""Civil servants: found by NIP or name, known by an opaque reference, saved with their first position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from netra.registry import operations, queries
from netra.registry.access import KEEP_TIES
from netra.registry.nip import parse
from netra.trust import access
from netra.web.doors import SignedInRequest, attempt, bind, form_page, may_any, now, requires, today
from netra.web.forms.registry_people import NewPersonForm, PersonForm, SearchForm
from netra.web.registry.reach import VIEW, agencies_to_write, attempt_here, may

if TYPE_CHECKING:
    from netra.registry.models import CivilServant

SAVE, START, END = "registry.civil_servant_save", "registry.position_start", "registry.position_end"
MOST_FOUND = 50


@sensitive_post_parameters("text")
@require_http_methods(["GET", "POST"])
@requires(VIEW)
def civil_servant_search(request: SignedInRequest) -> HttpResponse:
    """People by NIP or name; what was looked for is sent in the body, and the answer names people by reference."""
    form = bind(request, SearchForm)
    context: dict[str, object] = {"may_save": may_any(request.user, (SAVE,))}
    if form.is_valid():
        people = queries.find_people(request.user, form.cleaned_data["text"], on=today(), limit=MOST_FOUND)
        positions = queries.primary_positions(people, today())
        context["found"] = [(person, positions.get(person.ref)) for person in people]
        context["is_cut"] = len(people) == MOST_FOUND
    return form_page(request, "registry/civil_servant_search.html", form, context)


@require_safe
@requires(VIEW)
def civil_servant(request: SignedInRequest, ref: str) -> HttpResponse:
    """One person and the positions they held."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    positions = list(queries.positions_of(person, on=today()))
    home = positions[0].agency.code if positions else ""
    context = {
        "person": person,
        "nip": parse(person.nip).formatted(),
        "positions": positions,
        "may_save": may(request, SAVE, home),
        "may_start": may(request, START, home),
        "may_end": any(spell.until_date is None and may(request, END, spell.agency.code) for spell in positions),
        "may_tie": may(request, KEEP_TIES, home),
        "day": today(),
    }
    return render(request, "registry/civil_servant.html", context)


@sensitive_post_parameters("nip", "name", "superior_nip")
@require_http_methods(["GET", "POST"])
@requires(SAVE)
def civil_servant_save(request: SignedInRequest) -> HttpResponse:
    """Somebody new in an agency, with the position that brings them there."""
    agencies = agencies_to_write(request, SAVE)
    codes = list(agencies.values_list("code", flat=True)[:2])
    form = bind(request, NewPersonForm, initial={"agency_code": codes[0] if len(codes) == 1 else ""})
    if form.is_valid():
        saved = attempt_here(form, lambda: _enter(request, form))
        if saved is not None:
            messages.success(request, _("Pegawai tersimpan."))
            return redirect("civil_servant", ref=saved.ref)
    return form_page(request, "registry/civil_servant_save.html", form, {"agencies": agencies})


@sensitive_post_parameters("name")
@require_http_methods(["GET", "POST"])
@requires(SAVE)
def civil_servant_change(request: SignedInRequest, ref: str) -> HttpResponse:
    """Name or kind of employment, told better."""
    person = queries.civil_servant_by_ref(ref, user=request.user, on=today())
    home = home_code(person)
    access.require(request.user, SAVE, agency_code=home, at=now())
    form = bind(request, PersonForm, initial={"name": person.name, "employment": person.employment})
    if form.is_valid():
        entry = form.entry(person.nip)
        saved = attempt(
            form, lambda: operations.civil_servant_save(entry=entry, agency_code=home, by=request.user, at=now())
        )
        if saved is not None:
            messages.success(request, _("Data pegawai tersimpan."))
            return redirect("civil_servant", ref=ref)
    return form_page(request, "registry/civil_servant_change.html", form, {"person": person})


def home_code(person: CivilServant) -> str:
    """The agency of the newest position; empty where there is none."""
    newest = queries.positions_of(person, on=today()).first()
    return newest.agency.code if newest else ""


def _enter(request: SignedInRequest, form: NewPersonForm) -> CivilServant:
    """Both acts or none: a person without a position would be in nobody's reach."""
    entry, position, at = form.entry(form.cleaned_data["nip"]), form.position_entry(), now()
    with transaction.atomic():
        person = operations.civil_servant_save(entry=entry, agency_code=position.agency_code, by=request.user, at=at)
        operations.position_start(person_ref=person.ref, entry=position, by=request.user, at=at)
    return person


urlpatterns: list[URLPattern] = [
    path("registri/pegawai/", civil_servant_search, name="civil_servant_search"),
    path("registri/pegawai/baru/", civil_servant_save, name="civil_servant_save"),
    path("registri/pegawai/<str:ref>/", civil_servant, name="civil_servant"),
    path("registri/pegawai/<str:ref>/ubah/", civil_servant_change, name="civil_servant_change"),
]
