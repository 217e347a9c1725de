"""Regions by name, code and edition: a name with two meanings is asked back, a code of old still says what it was."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from netra.registry import queries
from netra.registry.regions import Found, Region
from netra.web.doors import SignedInRequest, requires
from netra.web.forms.registry_elections import RegionForm
from netra.web.registry.reach import VIEW


@require_safe
@requires(VIEW)
def region_lookup(request: SignedInRequest) -> HttpResponse:
    """What a name or a code means in an edition, or in any; without a question, the provinces of the newest."""
    newest = queries.region_editions()[-1]
    if "q" not in request.GET:
        context = {"form": RegionForm(), "edition": newest, "below": _below("", newest)}
        return render(request, "registry/region_lookup.html", context)
    form = RegionForm(request.GET)
    if not form.is_valid():
        return render(request, "registry/region_lookup.html", {"form": form}, status=422)
    edition: int | None = form.cleaned_data["edition"]
    answer = queries.region_named(form.cleaned_data["q"], edition=edition)
    context = {"form": form, "edition": edition or newest, "asked_edition": edition}
    if isinstance(answer, Found):
        context |= _found(answer, edition)
    else:
        context["unclear"] = answer
    return render(request, "registry/region_lookup.html", context)


def _found(answer: Found, edition: int | None) -> dict[str, object]:
    region = answer.region
    asked = edition or region.edition
    return {
        "found": region,
        "note": answer.note,
        "parent": queries.region_at(region.parent_code, _day(region.edition)).region if region.parent_code else None,
        "code_then": queries.region_at(region.code, _day(asked)).code_then,
        "changes": queries.region_changes(region.code),
        "below": _below(region.code, region.edition),
    }


def _below(code: str, edition: int) -> list[Region]:
    return queries.regions_below(code, on=_day(edition))


def _day(edition: int) -> date:
    """A day that the registry answers by this edition."""
    return date(edition, 12, 31)


urlpatterns: list[URLPattern] = [path("registri/wilayah/", region_lookup, name="region_lookup")]
