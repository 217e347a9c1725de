"""Questions about agencies, their units and their appointing authority."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.registry.access import agencies_visible_to
from netra.registry.models import Agency, AppointingAuthority, OrgUnit
from netra.trust.access import Person
from netra.trust.errors import NotFound

# Deeper than any ministry; ends the climb where a circle was forced into the table by hand.
_LEVELS = 12
_OFFERED = 10
# What people write instead of "Pemerintah Kota" and its like.
_WRITTEN_OUT = {"pemkot": "kota", "pemkab": "kabupaten", "kab": "kabupaten", "pemprov": "provinsi", "prov": "provinsi"}


def agency(code: str) -> Agency:
    """The agency with that code; raises NotFound."""
    found = Agency.objects.select_related("parent").filter(code=code).first()
    if found is None:
        raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % code[:60])
    return found


def agency_names(codes: Iterable[str]) -> dict[str, str]:
    """What the agencies of these codes are called, in one query; a code without an agency is left out."""
    return dict(Agency.objects.filter(code__in=set(codes)).values_list("code", "name"))


def agencies(*, on: date, kind: str = "", region_code: str = "") -> QuerySet[Agency]:
    """The agencies that exist on a day, by code; narrowed to a kind or to one region."""
    rows = Agency.objects.filter(_existing(on))
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(region_code=region_code) if region_code else rows
    return rows.order_by("code")


def find_agencies(user: Person, *, on: date, existing_on: date, kind: str = "", text: str = "") -> QuerySet[Agency]:
    """The agencies in this person's scope that exist on a day, by code; `text` is a part of the code or the name."""
    rows = agencies_visible_to(user, on=on).filter(_existing(existing_on)).select_related("parent")
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(Q(code__icontains=text) | Q(name__icontains=text)) if text else rows
    return rows.order_by("code")


def agencies_like(text: str, *, on: date) -> list[Agency]:
    """Agencies that a name written by hand may mean, at most ten: all words of the one stand in the other, or a unit
    of theirs is called so. For somebody to choose from; "Pemkot" and the like are written out.
    """
    said = _words(text)
    if not said:
        return []
    existing = Agency.objects.filter(_existing(on))
    near = existing.filter(reduce(or_, (Q(name__icontains=word) for word in said))).order_by("code")
    alike = [each for each in near if _words(each.name) <= said or said <= _words(each.name)]
    alike.sort(key=lambda each: len(_words(each.name) ^ said))
    by_unit = existing.filter(Q(code=text) | Q(units__name__iexact=" ".join(text.split()))).distinct().order_by("code")
    found = {each.code: each for each in (*by_unit[:_OFFERED], *alike)}
    return list(found.values())[:_OFFERED]


def agency_by_code(code: str, *, user: Person, on: date) -> Agency:
    """The agency with that code, if this person serves it; raises NotFound otherwise."""
    found = agencies_visible_to(user, on=on).select_related("parent").filter(code=code).first()
    if found is None:
        raise NotFound(_("Instansi ini tidak ada dalam registri, atau di luar kewenangan Anda."))
    return found


def appointing_authority_of(agency_code: str, on: date) -> AppointingAuthority | None:
    """The appointing authority on a day, the agency's own or the one of the agency above; None where nobody is known.

    Raises NotFound for an unknown agency.
    """
    here: Agency | None = agency(agency_code)
    for _level in range(_LEVELS):
        if here is None:
            break
        authority = AppointingAuthority.objects.on(on).filter(agency=here).first()
        if authority is not None:
            return authority
        here = here.parent
    return None


def authorities_of(agency_code: str) -> QuerySet[AppointingAuthority]:
    """Everybody who was or is the agency's own appointing authority, newest first."""
    return AppointingAuthority.objects.filter(agency__code=agency_code).order_by("-start_date")


def unit(agency_code: str, unit_code: str) -> OrgUnit:
    """One unit of an agency; raises NotFound."""
    found = OrgUnit.objects.select_related("agency", "parent").filter(agency__code=agency_code, code=unit_code).first()
    if found is None:
        raise NotFound(_("Unit “%s” tidak ada pada instansi ini.") % unit_code[:60])
    return found


def unit_tree(agency_code: str) -> list[tuple[int, OrgUnit]]:
    """All units of an agency from the top down, each with its depth; one query."""
    children: dict[int | None, list[OrgUnit]] = {}
    for row in OrgUnit.objects.filter(agency__code=agency_code).order_by("code"):
        children.setdefault(row.parent_id, []).append(row)
    return list(_downwards(children))


def _words(name: str) -> frozenset[str]:
    """The words that tell one agency from another."""
    words = (_WRITTEN_OUT.get(word, word) for word in re.findall(r"\w+", name.casefold()))
    return frozenset(words) - {"pemerintah"}


def _existing(day: date) -> Q:
    begun, not_ended = Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gt=day)
    return begun & not_ended


def _downwards(children: dict[int | None, list[OrgUnit]]) -> Iterator[tuple[int, OrgUnit]]:
    waiting = [(0, row) for row in reversed(children.get(None, []))]
    while waiting:
        depth, row = waiting.pop()
        yield depth, row
        waiting.extend((depth + 1, child) for child in reversed(children.get(row.pk, [])))
