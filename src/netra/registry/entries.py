"""What an agency, a unit, a person, a position, an election is told to be: values on their way into a table.

A form or a row of a file makes an entry; `checks` cleans it and says what is wrong; an operation writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.law.dated import Verification
from netra.registry.states import AgencyKind, ElectionKind, Employment, Fate, Office, Position, TieKind, TieSource


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """`since` is the first day of this name and parent; without it they are told better, for as long as they held.

    `former_name` is the name until that day, where it is to be told as well.
    """

    code: str
    name: str
    kind: AgencyKind
    parent_code: str = ""
    region_code: str = ""
    address: str = ""
    phone: str = ""
    city: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    since: date | None = None
    former_name: str = ""


@dataclass(frozen=True, slots=True)
class AppointingAuthorityEntry:
    """`start_date` is the first day in office, `until_date` the first day out of it."""

    agency_code: str
    office_title: str
    holder_name: str
    start_date: date
    holder_nip: str = ""
    superior_title: str = ""
    superior_name: str = ""
    until_date: date | None = None


@dataclass(frozen=True, slots=True)
class RetentionEntry:
    """An archive schedule from `start_date` on; `document` is the agency's decree by number and date."""

    agency_code: str
    start_date: date
    active_years: int
    inactive_years: int
    fate: Fate
    document: str


@dataclass(frozen=True, slots=True)
class UnitEntry:
    agency_code: str
    code: str
    name: str
    parent_code: str = ""


@dataclass(frozen=True, slots=True)
class CivilServantEntry:
    nip: str
    name: str
    employment: Employment


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """A position to be started. `superior_nip` is empty where nobody said who the direct superior is, `leads_unit`
    None where nobody said whether it is the head of its unit.
    """

    agency_code: str
    title: str
    start_date: date
    unit_code: str = ""
    position: Position = Position.UNKNOWN
    grade: str = ""
    superior_nip: str = ""
    until_date: date | None = None
    is_primary: bool = True
    leads_unit: bool | None = None


@dataclass(frozen=True, slots=True)
class TieEntry:
    """What binds somebody to the person with `other_nip`: `degree` says it in words, `declared_by` names who else said
    so, `document` names a paper by number and day, and `was_read` says that whoever records it read that paper.
    """

    other_nip: str
    kind: TieKind
    degree: str
    source: TieSource
    start_date: date | None = None
    until_date: date | None = None
    declared_by: str = ""
    document: str = ""
    was_read: bool = False


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage of an election with its source; `region_code` is empty for the date that holds everywhere."""

    stage: str
    start_date: date
    source_instrument: str
    verification: Verification
    until_date: date | None = None
    source_article: str = ""
    region_code: str = ""
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class TicketEntry:
    office: Office
    number: int
    head_name: str
    source: str
    verification: Verification
    deputy_name: str = ""
    parties: str = ""
    region_code: str = ""


@dataclass(frozen=True, slots=True)
class ElectionEntry:
    """`start_date` and `until_date` bound the time in which acts are read as aiming at this election."""

    code: str
    kind: ElectionKind
    name: str
    voting_date: date
    start_date: date
    until_date: date
    office: Office | None = None
    region_code: str = ""
    stages: tuple[StageEntry, ...] = ()
    tickets: tuple[TicketEntry, ...] = ()
