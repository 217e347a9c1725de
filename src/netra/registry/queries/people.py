"""Questions about civil servants: who, where, and whose subordinate on that day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from netra.registry.access import visible_to
from netra.registry.models import Agency, CivilServant, PositionSpell
from netra.registry.wording import search_key
from netra.trust.access import Person
from netra.trust.errors import NotFound

# Shorter than this, a search would list half an office.
SHORTEST_SEARCH = 3
MOST_FOUND = 50


def civil_servant(nip: str) -> CivilServant:
    """The civil servant with that NIP, for rooms that act by themselves; raises NotFound. Doors use `find_people`."""
    return _found(CivilServant.objects.filter(nip=nip))


def registered(nip: str) -> CivilServant | None:
    """The civil servant with that NIP, where the registry knows one."""
    return CivilServant.objects.filter(nip=nip).first() if nip else None


def civil_servant_by_ref(ref: str, *, user: Person, on: date) -> CivilServant:
    """The civil servant behind a reference, if this person may see them; raises NotFound otherwise."""
    return _found(visible_to(user, on=on).filter(ref=ref))


def find_people(user: Person, text: str, *, on: date, limit: int = 20) -> list[CivilServant]:
    """People in this person's scope whose NIP begins with the digits, or a part of whose name begins with the text."""
    digits = re.sub(r"[\s.\-]", "", text)
    name = search_key(text)
    if len(name) < SHORTEST_SEARCH:
        return []
    condition = (
        Q(nip__startswith=digits)
        if digits.isdecimal()
        else Q(search_name__startswith=name) | Q(search_name__contains=f" {name}")
    )
    rows = visible_to(user, on=on).filter(condition).order_by("search_name", "nip")
    return list(rows[: min(limit, MOST_FOUND)])


def positions_of(person: CivilServant, *, on: date) -> QuerySet[PositionSpell]:
    """All positions of a person, newest first, each with the name that the agency had on the day or at its end."""
    rows = (
        PositionSpell.objects.as_of(on).filter(civil_servant=person).select_related("agency", "unit", "direct_superior")
    )
    return rows.order_by("-start_date", "-is_primary")


def position_of(person: CivilServant, on: date) -> PositionSpell | None:
    """The primary position on a day; there is at most one."""
    rows = PositionSpell.objects.as_of(on).on(on).filter(civil_servant=person, is_primary=True)
    return rows.select_related("agency", "unit", "direct_superior").first()


def primary_positions(people: Iterable[CivilServant], on: date) -> dict[str, PositionSpell]:
    """The primary position of each of these people on a day, by their reference; one query."""
    rows = PositionSpell.objects.as_of(on).on(on).filter(civil_servant__in=list(people), is_primary=True)
    return {row.civil_servant.ref: row for row in rows.select_related("civil_servant", "agency")}


def titles_held(nips: Collection[str], on: date) -> dict[str, str]:
    """What each of these NIPs holds as primary position on a day, where the registry knows it; one query."""
    rows = PositionSpell.objects.on(on).filter(civil_servant__nip__in=nips, is_primary=True)
    return dict(rows.values_list("civil_servant__nip", "title"))


def out_of_office(nips: Collection[str], on: date) -> dict[str, date]:
    """Since when these NIPs hold no primary position any more; who holds one, or never did here, is left out. Why it
    ended the registry does not say: they may have died, retired or moved.
    """
    asked = [nip for nip in nips if nip]
    if not asked:
        return {}
    spells = PositionSpell.objects.filter(civil_servant__nip__in=asked, is_primary=True, start_date__lte=on)
    ends: dict[str, date] = {}
    holding = set()
    for nip, until in spells.values_list("civil_servant__nip", "until_date"):
        if until is None or until > on:
            holding.add(nip)
        else:
            ends[nip] = max(until, ends.get(nip, until))
    return {nip: until for nip, until in ends.items() if nip not in holding}


def agency_of(person: CivilServant, on: date) -> Agency | None:
    """The agency in which the person holds the primary position on a day."""
    position = position_of(person, on)
    return position.agency if position else None


def direct_superior_of(person: CivilServant, on: date) -> CivilServant | None:
    """Whom the registry knows as direct superior on a day."""
    position = position_of(person, on)
    return position.direct_superior if position else None


def people_to_compare(*, on: date) -> Iterator[dict[str, str]]:
    """Everybody who holds a primary position on a day, as a file of a register would say it; for the operator of the
    server, who compares the whole register with a list. `region` is the code of the agency's region.
    """
    held = PositionSpell.objects.on(on).filter(civil_servant=OuterRef("pk"), is_primary=True)
    rows = CivilServant.objects.annotate(region=Subquery(held.values("agency__region_code")[:1]))
    serving = rows.filter(region__isnull=False).order_by("pk")
    for ref, name, nip, birth, region in serving.values_list("ref", "name", "nip", "birth_date", "region").iterator():
        yield {"ref": ref, "name": name, "nip": nip, "birth": birth.isoformat(), "region": region}


def _found(rows: QuerySet[CivilServant]) -> CivilServant:
    person = rows.first()
    if person is None:
        raise NotFound(_("Pegawai ini tidak ada dalam registri, atau di luar kewenangan Anda."))
    return person
