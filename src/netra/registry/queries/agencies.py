"""Questions about agencies, their units and their appointing authority."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.law.local_time import zone_of
from netra.law.vocabulary import Tier
from netra.registry.access import agencies_visible_to
from netra.registry.models import Agency, AppointingAuthority, FormerAgency, OrgUnit, PositionSpell
from netra.registry.models.agencies import AgencyQuerySet, name_before
from netra.registry.regions import NATION
from netra.trust.access import Person
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound

# Deeper than any ministry; ends the climb where a circle was forced into the table by hand.
_LEVELS = 12
_OFFERED = 10
# What people write instead of "Pemerintah Kota" and its like.
_WRITTEN_OUT = {"pemkot": "kota", "pemkab": "kabupaten", "kab": "kabupaten", "pemprov": "provinsi", "prov": "provinsi"}


_BY_CODE = AskedAgain(lambda code: Agency.objects.filter(code=code))
_NAMED = AskedAgain(lambda code, end: Agency.objects.before(end).filter(code=code))
_NAMES = AskedAgain(lambda codes, end: Agency.objects.filter(code__among=codes).values_list("code", name_before(end)))
_MOVED = AskedAgain(
    lambda children, day: (
        FormerAgency.objects.filter(agency__among=children, until_date__gt=day)
        .order_by("-until_date")
        .values_list("agency_id", "parent_id")
    )
)
_ABOVE = AskedAgain(lambda keys, end: Agency.objects.before(end).filter(pk__among=keys))
_HEADS = AskedAgain(lambda code, day: AppointingAuthority.objects.on(day).filter(agency__code=code))


def agency(code: str) -> Agency:
    """The agency with that code; raises NotFound."""
    found = known_agency(code)
    if found is None:
        raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % code[:60])
    return found


def known_agency(code: str) -> Agency | None:
    """The agency with that code, or None."""
    return _BY_CODE.first(code=code)


def known_agency_on(code: str, on: date) -> Agency | None:
    """It with its name of that day."""
    return _NAMED.first(code=code, end=on + timedelta(days=1))


def tier_of(code: str) -> Tier | None:
    """How far an office reaches by its region: the nation, a province, a regency or city; None for an unknown code."""
    found = known_agency(code)
    if found is None:
        return None
    region = found.region_code
    if region in {"", NATION}:
        return Tier.NATIONAL
    return Tier.REGENCY if "." in region else Tier.PROVINCE


def zone_at(code: str) -> str:
    """By whose clocks an office lives: WIB, WITA or WIT, by its region."""
    found = known_agency(code)
    return zone_of(found.region_code if found else "")


def agency_name(code: str, on: date) -> str:
    """What an agency was called on a day; raises NotFound."""
    name = agency_names((code,), on=on).get(code)
    if name is None:
        raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % code[:60])
    return name


def agency_names(codes: Collection[str], *, on: date) -> dict[str, str]:
    """What each of these agencies was called on a day, whether or not it still existed; one query."""
    return dict(_NAMES(codes=codes, end=on + timedelta(days=1)))


def former_names_of(agency: Agency) -> QuerySet[FormerAgency]:
    """What an agency was called before, and under whom, newest first; each with `parent_name`, that of its last day."""
    named = {"parent_name": name_before(OuterRef("until_date"), agency="parent")}
    return FormerAgency.objects.filter(agency=agency).annotate(**named).order_by("-until_date")


def parents_on(children: Iterable[Agency], day: date) -> dict[str, Agency]:
    """The agency above each of these on a day, with its name then, by the code of the child; two queries."""
    below = {child.pk: child for child in children}
    above: dict[int, int | None] = {key: child.parent_id for key, child in below.items()}
    above |= dict(_MOVED(children=below, day=day))
    rows = {each.pk: each for each in _ABOVE(keys={key for key in above.values() if key}, end=day + timedelta(days=1))}
    return {below[key].code: rows[parent] for key, parent in above.items() if parent}


def agencies(*, on: date, kind: str = "", region_code: str = "") -> AgencyQuerySet:
    """The agencies that exist on a day, by code, with their names then; narrowed to a kind or to one region."""
    rows = Agency.objects.as_of(on).filter(_existing(on))
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(region_code=region_code) if region_code else rows
    return rows.order_by("code")


def find_agencies(user: Person, *, on: date, existing_on: date, kind: str = "", text: str = "") -> AgencyQuerySet:
    """The agencies in this person's scope that exist on a day, by code, with their names then.

    `text` is a part of the code or of any name that they bore.
    """
    rows = agencies_visible_to(user, on=on).as_of(existing_on).filter(_existing(existing_on))
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(Q(code__icontains=text) | called(text, "icontains")) if text else rows
    return rows.order_by("code")


def agencies_like(text: str, *, on: date) -> list[Agency]:
    """Agencies that a name written by hand may mean, at most ten: all words of the one stand in the other, or a unit
    of theirs is called so. Names that they bore before count too. For somebody to choose from; "Pemkot" and the like
    are written out.
    """
    said = _words(text)
    if not said:
        return []
    existing = Agency.objects.as_of(on).filter(_existing(on))
    near = existing.filter(reduce(or_, (called(word, "icontains") for word in said))).order_by("code")
    far = {each: _distance(each, said) for each in near.prefetch_related("former")}
    alike = sorted((each for each in far if far[each] is not None), key=lambda each: far[each] or 0)
    by_unit = existing.filter(Q(code=text) | Q(units__name__iexact=" ".join(text.split()))).distinct().order_by("code")
    found = {each.code: each for each in (*by_unit[:_OFFERED], *alike)}
    return list(found.values())[:_OFFERED]


def agency_on(code: str, on: date) -> Agency:
    """The agency with its name of that day, whoever asks; rooms ask their own access. Fails with NotFound."""
    found = known_agency_on(code, on)
    if found is None:
        raise NotFound(_("Instansi “%s” tidak ada dalam registri.") % code[:60])
    return found


def agency_by_code(code: str, *, user: Person, on: date) -> Agency:
    """The agency with that code and its name on the day, if this person serves it; raises NotFound otherwise."""
    found = agencies_visible_to(user, on=on).as_of(on).filter(code=code).first()
    if found is None:
        raise NotFound(_("Instansi ini tidak ada dalam registri, atau di luar kewenangan Anda."))
    return found


def appointing_authority_of(agency_code: str, on: date) -> AppointingAuthority | None:
    """The appointing authority on a day, the agency's own or the one of the agency above; None where nobody is known.

    Raises NotFound for an unknown agency.
    """
    authority = _HEADS.first(code=agency_code, day=on)
    here: Agency | None = None if authority else agency(agency_code)
    for _level in range(_LEVELS):
        here = parents_on([here], on).get(here.code) if here else None
        if authority or here is None:
            break
        authority = _HEADS.first(code=here.code, day=on)
    return authority


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


def first_days_in_units(agency_code: str) -> dict[int, date]:
    """By key of a unit, the first day on which the registry knows somebody in it or beneath it; one query beside the
    tree. A unit in which nobody was ever registered is left out: it has no dates of its own.
    """
    spells = PositionSpell.objects.filter(agency__code=agency_code, unit__isnull=False)
    found = dict(spells.values_list("unit").annotate(first=Min("start_date")))
    for _depth, each in reversed(unit_tree(agency_code)):
        if each.parent_id is not None and each.pk in found:
            found[each.parent_id] = min(found[each.pk], found.get(each.parent_id, found[each.pk]))
    return found


def called(text: str, comparison: str) -> Q:
    """Agencies that bear or bore a name; `comparison` is a lookup such as `iexact`."""
    former = FormerAgency.objects.filter(agency=OuterRef("pk"), **{f"name__{comparison}": text})
    return Q(**{f"name__{comparison}": text}) | Q(Exists(former))


def _distance(agency: Agency, said: frozenset[str]) -> int | None:
    """By how many words the nearest of its names differs; None where no name holds all words or is held by them."""
    names = [_words(name) for name in (agency.name, *(former.name for former in agency.former.all()))]
    return min((len(name ^ said) for name in names if name <= said or said <= name), default=None)


def units_beneath(top: OrgUnit) -> list[int]:
    """The keys of a unit and of all that lie beneath it; one query."""
    children: dict[int | None, list[int]] = {}
    for key, parent in OrgUnit.objects.filter(agency=top.agency_id).values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(key)
    found, waiting = [], [top.pk]
    while waiting:
        key = waiting.pop()
        found.append(key)
        waiting.extend(children.pop(key, []))
    return found


def units_above(low: OrgUnit) -> list[int]:
    """The keys of the units above a unit, the nearest first; one query."""
    above = dict(OrgUnit.objects.filter(agency=low.agency_id).values_list("pk", "parent_id"))
    found: list[int] = []
    key = above.get(low.pk)
    while key is not None and key not in found:
        found.append(key)
        key = above.get(key)
    return found


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
