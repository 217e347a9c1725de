"""Agencies, and who appoints their civil servants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from netra.registry import operations, queries
from netra.web import converters  # noqa: F401 -- registers <code:…>
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.registry_agencies import AgencyFilter, AgencyForm, AuthorityForm, RetentionForm
from netra.web.intake.regions import region_words
from netra.web.registry.reach import VIEW, agencies_to_write, agency_here, may
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.registry.models import Agency

SAVE, APPOINT = "registry.agency_save", "registry.appointing_authority_set"
KEEP = "registry.retention_set"
PAGE = 50


@require_safe
@requires(VIEW)
def agency_list(request: SignedInRequest) -> HttpResponse:
    """The agencies that this reader serves, as they were on a day."""
    form = AgencyFilter(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    day = asked.get("on") or today()
    rows = queries.find_agencies(
        request.user,
        on=today(),
        existing_on=day,
        kind=asked.get("kind", ""),
        text=asked.get("text", ""),
    )
    after = request.GET.get("after", "")
    found = list((rows.filter(code__gt=after) if after else rows)[: PAGE + 1])
    parents = queries.parents_on(found, day)
    context = {
        "filter": form,
        "agencies": [(each, parents.get(each.code)) for each in found[:PAGE]],
        "next_key": found[PAGE - 1].code if len(found) > PAGE else None,
        "may_save": may(request, SAVE),
    }
    return render(request, "registry/agency_list.html", context)


@require_safe
@requires(VIEW)
def agency(request: SignedInRequest, code: str) -> HttpResponse:
    """One agency: what it is, who appoints there, what stands below it."""
    found = agency_here(request, code)
    context = {
        "agency": found,
        "parent": _parent(found),
        "former": queries.former_names_of(found),
        "region": region_words(found.region_code, today()) if found.region_code else "",
        "authority": queries.appointing_authority_of(code, today()),
        "authorities": queries.authorities_of(code),
        "unit_count": found.units.count(),
        "may_save": may(request, SAVE, code),
        "schedules": [(each, translated(each.get_fate_display())) for each in queries.retention_schedules_of(code)],
        "may_keep": may(request, KEEP, code),
        "may_appoint": may(request, APPOINT, code),
        "may_number": may(request, "letters.number_format_save", code),
    }
    return render(request, "registry/agency.html", context)


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def agency_save(request: SignedInRequest) -> HttpResponse:
    """A new agency."""
    return _agency_page(request, bind(request, AgencyForm), {"title": _("Instansi baru")})


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def agency_change(request: SignedInRequest, code: str) -> HttpResponse:
    """What is known of an agency, told better."""
    found = agency_here(request, code, SAVE)
    parent = _parent(found)
    initial = {
        "name": found.name_then,
        "kind": found.kind,
        "region_code": found.region_code,
        "parent_code": parent.code if parent else "",
        "address": found.address,
        "phone": found.phone,
        "city": found.city,
        "valid_from": found.valid_from,
        "valid_until": found.valid_until,
    }
    form = bind(request, AgencyForm, known_code=code, initial=initial)
    return _agency_page(request, form, {"title": _("Ubah instansi"), "agency": found})


@sensitive_post_parameters("holder_nip", "holder_name")
@require_http_methods(["GET", "POST"])
@requires(APPOINT)
def appointing_authority_set(request: SignedInRequest, code: str) -> HttpResponse:
    """Who appoints the civil servants of an agency from a day on."""
    found = agency_here(request, code, APPOINT)
    form = bind(request, AuthorityForm)
    if form.is_valid():
        entry = form.entry(code)
        done = attempt(form, lambda: operations.appointing_authority_set(entry=entry, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Pejabat pembina kepegawaian tersimpan."))
            return redirect("agency", code=code)
    context = {"agency": found, "authority": queries.appointing_authority_of(code, today())}
    return form_page(request, "registry/appointing_authority_set.html", form, context)


@require_http_methods(["GET", "POST"])
@requires(KEEP)
def retention_set(request: SignedInRequest, code: str) -> HttpResponse:
    """How long the agency keeps the files of closed cases, from a day on."""
    found = agency_here(request, code, KEEP)
    form = bind(request, RetentionForm)
    if form.is_valid():
        entry = form.entry(code)
        done = attempt(form, lambda: operations.retention_set(entry=entry, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Jadwal retensi arsip tersimpan."))
            return redirect("agency", code=code)
    return form_page(request, "registry/retention_set.html", form, {"agency": found})


def _parent(found: Agency) -> Agency | None:
    return queries.parents_on([found], today()).get(found.code)


def _agency_page(request: SignedInRequest, form: AgencyForm, context: dict[str, object]) -> HttpResponse:
    if form.is_valid():
        saved = attempt(form, lambda: operations.agency_save(entry=form.entry(), by=request.user, at=now()))
        if saved is not None:
            messages.success(request, _("Instansi tersimpan."))
            return redirect("agency", code=saved.code)
    return form_page(
        request, "registry/agency_save.html", form, {**context, "agencies": agencies_to_write(request, SAVE)}
    )


urlpatterns: list[URLPattern] = [
    path("registri/instansi/", agency_list, name="agency_list"),
    path("registri/instansi/baru/", agency_save, name="agency_save"),
    path("registri/instansi/<code:code>/", agency, name="agency"),
    path("registri/instansi/<code:code>/ubah/", agency_change, name="agency_change"),
    path("registri/instansi/<code:code>/pejabat/", appointing_authority_set, name="appointing_authority_set"),
    path("registri/instansi/<code:code>/retensi/", retention_set, name="retention_set"),
]
