"""What is compared beside a name in the register of civil servants. Places are compared by code and shown by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from netra.matching.lookup import Attribute, Kind
from netra.registry.models import PositionSpell
from netra.registry.regions import NATION, UnknownRegion, region_index
from netra.registry.states import POSITION_LABELS, Position

AGENCY, UNIT, REGION, POSITION = "agency", "unit", "region", "position"
BIRTH_YEAR, EMPLOYMENT = "birth_year", "employment"
# The columns of a position that `known_of_post` takes.
POST = ("agency__code", "unit__name", "agency__region_code", "position")


def attributes(agency_names: Mapping[str, str], *, on: date) -> tuple[Attribute, ...]:
    """The attributes; `agency_names` says how the agencies of an answer are called."""
    return (
        Attribute(AGENCY, AGENCY, Kind.GROUP, label="instansi", shown=lambda code: agency_names.get(code, code)),
        Attribute(UNIT, UNIT, Kind.GROUP, label="unit kerja"),
        Attribute(REGION, REGION, Kind.REGION, _provinces(), label="wilayah", shown=lambda area: _region(area, on)),
        Attribute(POSITION, POSITION, Kind.OFFICE, label="jenjang jabatan", shown=_position),
        Attribute(BIRTH_YEAR, BIRTH_YEAR, Kind.YEAR, label="tahun lahir"),
        Attribute(EMPLOYMENT, EMPLOYMENT, Kind.OFFICE, label="jenis pegawai"),
    )


def counted(column: str, written: str) -> frozenset[str]:
    """The values of a column under which a person is counted."""
    return _counting()[column].counted(written)


def known_of_person(birth_year: int | str, employment: str) -> dict[str, str]:
    """What the row of a person says beside the name."""
    return {BIRTH_YEAR: str(birth_year), EMPLOYMENT: employment}


def known_of_spell(spell: PositionSpell) -> dict[str, str]:
    """What a position says; it is read together with its agency and unit."""
    return known_of_post(
        spell.agency.code, spell.unit.name if spell.unit else "", spell.agency.region_code, spell.position
    )


def known_of_post(agency_code: str, unit_name: str, region_code: str, position: str) -> dict[str, str]:
    """The same of values that were read without their rows."""
    level = "" if position == Position.UNKNOWN else position
    return {AGENCY: agency_code, UNIT: unit_name, REGION: area(region_code), POSITION: level}


def area(region_code: str) -> str:
    """A code as regions are compared: the province as an area, the regency or city as its number (`W15 71`)."""
    if not region_code or region_code == NATION:
        return ""
    province, *below = region_code.split(".")
    return f"W{province} {below[0]}" if below else f"W{province}"


@cache
def _counting() -> Mapping[str, Attribute]:
    return {attribute.borne: attribute for attribute in attributes({}, on=date.min)}


@cache
def _region(written: str, on: date) -> str:
    code = written.removeprefix("W").replace(" ", ".")
    try:
        return region_index().at(code, on).region.full_name
    except UnknownRegion:
        return code


@cache
def _provinces() -> Mapping[str, str]:
    """The name of each province, so that two of them contradict one another."""
    index, by_name = region_index(), Attribute(REGION, REGION, Kind.REGION)
    return {
        f"w{region.code}": by_name.value(region.name)
        for edition in index.editions
        for region in index.below("", edition=edition)
    }


def _position(code: str) -> str:
    return POSITION_LABELS[Position(code)] if code in set(Position) else code
