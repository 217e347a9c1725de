"""The units of an agency, as a tree of any depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.registry import operations, queries
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.registry_agencies import UnitForm
from netra.web.registry.reach import VIEW, agency_here, may

if TYPE_CHECKING:
    from netra.registry.models import Agency, OrgUnit, PositionSpell

SAVE = "registry.unit_save"


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit, who heads it today, whether a list of units opens below it, and how many lists end after it."""

    unit: OrgUnit
    head: PositionSpell | None
    opens: bool
    closes: range


@require_safe
@requires(VIEW)
def unit_tree(request: SignedInRequest, code: str) -> HttpResponse:
    """All units of an agency from the top down."""
    found = agency_here(request, code)
    branches = list(branched(queries.unit_tree(code), queries.unit_heads(code, on=today())))
    context = {"agency": found, "branches": branches, "may_save": may(request, SAVE, code)}
    return render(request, "registry/unit_tree.html", context)


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def unit_save(request: SignedInRequest, code: str) -> HttpResponse:
    """A new unit."""
    found = agency_here(request, code, SAVE)
    return _unit_page(request, found, bind(request, UnitForm), {"title": _("Unit baru")})


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def unit_change(request: SignedInRequest, code: str, unit_code: str) -> HttpResponse:
    """Another name or another place in the tree."""
    found = agency_here(request, code, SAVE)
    unit = queries.unit(code, unit_code)
    initial = {"name": unit.name, "parent_code": unit.parent.code if unit.parent else ""}
    form = bind(request, UnitForm, known_code=unit_code, initial=initial)
    return _unit_page(request, found, form, {"title": _("Ubah unit"), "unit": unit})


def branched(tree: Sequence[tuple[int, OrgUnit]], heads: Mapping[int, PositionSpell]) -> Iterator[Branch]:
    """The tree as nested lists are written: what opens and what closes around each unit."""
    following = [*(depth for depth, _unit in tree[1:]), 0]
    for (depth, unit), later in zip(tree, following, strict=False):
        yield Branch(unit, heads.get(unit.pk), later > depth, range(max(depth - later, 0)))


def _unit_page(request: SignedInRequest, agency: Agency, form: UnitForm, context: dict[str, object]) -> HttpResponse:
    if form.is_valid():
        entry = form.entry(agency.code)
        saved = attempt(form, lambda: operations.unit_save(entry=entry, by=request.user, at=now()))
        if saved is not None:
            messages.success(request, _("Unit kerja tersimpan."))
            return redirect("unit_tree", code=agency.code)
    units = [unit for _depth, unit in queries.unit_tree(agency.code)]
    return form_page(request, "registry/unit_save.html", form, {**context, "agency": agency, "units": units})


urlpatterns: list[URLPattern] = [
    path("registri/instansi/<code:code>/unit/", unit_tree, name="unit_tree"),
    path("registri/instansi/<code:code>/unit/baru/", unit_save, name="unit_save"),
    path("registri/instansi/<code:code>/unit/<code:unit_code>/ubah/", unit_change, name="unit_change"),
]
