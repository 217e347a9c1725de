"""The invented civil servants of `data/people.csv`: one row per position, the first of a person first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netra.cases.operations import NewParty
from netra.demo.sheets import csv_sheet
from netra.intake.submission import Person
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.states import Employment, Position


@dataclass(frozen=True, slots=True)
class Servant:
    """One row: a person in one position. Whoever has no NIP (a village head) is no civil servant and not registered."""

    key: str
    nip: str
    name: str
    employment: str
    agency: str
    unit: str
    title: str
    position: Position
    grade: str
    superior: str
    start: date
    heads: bool

    def entry(self) -> CivilServantEntry:
        return CivilServantEntry(self.nip, self.name, Employment(self.employment))

    def spell(self, superiors: Mapping[str, Servant]) -> PositionEntry:
        return PositionEntry(
            agency_code=self.agency,
            title=self.title,
            start_date=self.start,
            unit_code=self.unit,
            position=self.position,
            grade=self.grade,
            superior_nip=superiors[self.superior].nip if self.superior else "",
            leads_unit=self.heads,
        )

    def as_party(self, *, unit_name: str) -> NewParty:
        """The accused as an officer writes him down; the NIP follows when somebody checked a second attribute."""
        return NewParty(
            name=self.name,
            position_title=self.title,
            position=self.position.value,
            employment=self.employment,
            grade=self.grade,
            agency_code=self.agency,
            unit_name=unit_name,
        )

    def as_reported(self, agency_name: str, *, is_superior: bool = False) -> Person:
        """The person as a reporter knows him: name, position, agency, no number."""
        return Person(name=self.name, position=self.title, agency=agency_name, is_superior=is_superior)


def spells() -> tuple[Servant, ...]:
    """All rows, in the order of the file."""
    return tuple(_servant(row) for row in csv_sheet("people.csv"))


def first_spells() -> dict[str, Servant]:
    """Everybody once, in the position they came with."""
    found: dict[str, Servant] = {}
    for servant in spells():
        found.setdefault(servant.key, servant)
    return found


def _servant(row: dict[str, str]) -> Servant:
    return Servant(
        key=row["key"],
        nip=row["nip"],
        name=row["name"],
        employment=row["employment"],
        agency=row["agency"],
        unit=row["unit"],
        title=row["title"],
        position=Position(row["position"]),
        grade=row["grade"],
        superior=row["superior"],
        start=date.fromisoformat(row["start"]),
        heads=row["heads"] == "ya",
    )
