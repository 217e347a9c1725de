"""What the registry knows of the people and places of a batch, in light rows: a national list has 4.7 million."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from netra.registry.models import Agency, CivilServant, OrgUnit, PositionSpell


@dataclass(slots=True)
class KnownPerson:
    """A civil servant of the registry, as far as a row of an import may tell of one."""

    pk: int
    nip: str
    name: str
    employment: str
    birth_date: date


@dataclass(slots=True)
class KnownSpell:
    """A primary position of the registry; `superior_nip` and `unit_code` are empty where there is none."""

    pk: int
    agency_code: str
    unit_id: int | None
    unit_code: str
    title: str
    position: str
    grade: str
    superior_id: int | None
    superior_nip: str
    leads_unit: bool
    start_date: date
    start_is_assumed: bool
    until_date: date | None


@dataclass(frozen=True, slots=True)
class KnownAgency:
    pk: int
    region_code: str


@dataclass(frozen=True, slots=True)
class KnownUnit:
    pk: int
    name: str


@dataclass(slots=True)
class Places:
    """Agencies by code, and units by the codes of their agency and their own; each is asked for once per import."""

    agencies: dict[str, KnownAgency] = field(default_factory=dict)
    units: dict[tuple[str, str], KnownUnit] = field(default_factory=dict)

    def meet(self, named: Collection[tuple[str, str]]) -> None:
        """Ask for those among these agencies and units (empty for none) that were not met before."""
        codes = {agency for agency, _unit in named} - self.agencies.keys()
        if codes:
            rows = Agency.objects.filter(code__in=codes).values_list("code", "pk", "region_code")
            self.agencies.update((code, KnownAgency(pk, region)) for code, pk, region in rows)
        unmet = {(agency, unit) for agency, unit in named if unit and agency in self.agencies} - self.units.keys()
        if unmet:
            units = OrgUnit.objects.filter(
                agency__in={self.agencies[agency].pk for agency, _unit in unmet}, code__in={unit for _, unit in unmet}
            ).values_list("agency__code", "code", "pk", "name")
            self.units.update(((agency, code), KnownUnit(pk, name)) for agency, code, pk, name in units)


def people_of(nips: Collection[str]) -> dict[str, KnownPerson]:
    """Those of these numbers who are in the registry."""
    rows = CivilServant.objects.filter(nip__among=nips)
    columns = rows.values_list("pk", "nip", "name", "employment", "birth_date")
    return {row[1]: KnownPerson(*row) for row in columns}


def spells_of(people: Collection[KnownPerson]) -> dict[str, list[KnownSpell]]:
    """The primary positions of each of them by number, oldest first."""
    nips = {person.pk: person.nip for person in people}
    rows = PositionSpell.objects.filter(is_primary=True, civil_servant__among=list(nips)).order_by("start_date")
    found: dict[str, list[KnownSpell]] = defaultdict(list)
    for (
        person,
        pk,
        agency,
        unit,
        unit_code,
        *told,
        superior,
        superior_nip,
        leads,
        start,
        assumed,
        until,
    ) in rows.values_list(
        "civil_servant",
        "pk",
        "agency__code",
        "unit",
        "unit__code",
        "title",
        "position",
        "grade",
        "direct_superior",
        "direct_superior__nip",
        "leads_unit",
        "start_date",
        "start_is_assumed",
        "until_date",
    ):
        title, position, grade = told
        found[nips[person]].append(
            KnownSpell(
                pk=pk,
                agency_code=agency,
                unit_id=unit,
                unit_code=unit_code or "",
                title=title,
                position=position,
                grade=grade,
                superior_id=superior,
                superior_nip=superior_nip or "",
                leads_unit=leads,
                start_date=start,
                start_is_assumed=assumed,
                until_date=until,
            )
        )
    return found
