"""The stories as their YAML tells them: what happened, to whom, how it was handled, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from netra.demo.pace import before_working_days
from netra.demo.sheets import yaml_sheet

CASE_FILES = ("kota_jambi_2018.yaml", "muaro_jambi_2019.yaml", "pilkada_2024.yaml", "lately.yaml")
REPORT_FILE = "reports.yaml"
# From the act to the referral, as these tales are told.
TO_REFERRAL = timedelta(days=9)


@dataclass(frozen=True, slots=True)
class Deed:
    """An act; its day is written, or lies so many days, or working days of an agency, before the demo is loaded."""

    conduct: str
    narrative: str
    day: date
    place: str = ""
    channel: str = "OTHER"
    phase: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporting:
    """How the matter was reported. `identity` says what became of a request to know who reported."""

    mode: str = "CONFIDENTIAL"
    channel: str = "WEB"
    files: int = 1
    identity: str = ""
    messages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """An answer of the advisory desk, by the key of its question, that an officer cites for the first accused."""

    question: str
    note: str


@dataclass(frozen=True, slots=True)
class OwnReading:
    """An officer's own reading of the law for every allegation of a story; without a category it is dropped."""

    reason: str
    category: str = ""
    floor: str = ""
    ceiling: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """An extension or a pause of the follow-up term; a pause of so many days, or one that still lasts."""

    kind: str
    reason: str
    document: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class Remedy:
    """An objection or appeal, and how it was decided; without outcome it still waits.

    `after_execution` is one that was filed in time and recorded only when the decision had been carried out. `suit` is
    the seat of the court before which the answer was brought when everything was closed.
    """

    grounds: str
    outcome: str = ""
    reason: str = ""
    sanction_after: str = ""
    after_execution: bool = False
    suit: str = ""


@dataclass(frozen=True, slots=True)
class Handling:
    """What happens to one person on one route. `deviation` is the written reason of a decision off the law's range.

    `stays_away` is from the day set for the delivery of the decision; who missed both summonses does so too.
    `late` is an objection that comes when its term is over; `official` is who imposes it instead of the authority.
    `again` says why a team examines again what the superior had examined alone; `replaced` why the inspector leaves the
    team or council and somebody else of his office takes the seat. `dies` is the accused, soon after the opening.
    """

    route: str
    party: int = 1
    until: str = "CLOSED"
    last: int | None = None
    wait: int = 1
    link: bool = False
    team: bool = False
    again: str = ""
    replaced: str = ""
    dies: bool = False
    examiner: bool = False
    missed: int = 0
    stays_away: bool = False
    proven: bool = True
    proposes: str = ""
    sanction: str = ""
    deviation: str = ""
    official: str = ""
    mode: str = ""
    released: bool = False
    change: Change | None = None
    remedy: Remedy | None = None
    late: bool = False
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ended without a proceeding, and what became of its erasure."""

    how: str
    reason: str
    erasure: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One case from the act to where it stands."""

    key: str
    title: str
    region: str
    election: str
    office: str
    people: tuple[str, ...]
    deeds: tuple[Deed, ...]
    report: Reporting | None = None
    until: str = ""
    last: int | None = None
    clarify: tuple[str, ...] = ()
    answer: str = ""
    reading: OwnReading | None = None
    cited: Cited | None = None
    advice: str = ""
    advised: bool = True
    reminders: int = 0
    block: bool = False
    handlings: tuple[Handling, ...] = ()
    ending: Ending | None = None
    causes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bypass: str = ""

    @property
    def day(self) -> date:
        """The day of the last act: from then on somebody could know."""
        return max(deed.day for deed in self.deeds)


@dataclass(frozen=True, slots=True)
class LooseReport:
    """A report that did not (yet) become a case. `notice` is a letter to its reporter: DRAFT, or FINAL and numbered."""

    key: str
    what: str
    region: str
    until: str
    day: date
    reporting: Reporting
    kind: str = "VIOLATION"
    conduct: str = ""
    place: str = ""
    election: str = ""
    who: str = ""
    known: bool = True
    how: str = ""
    like: str = ""
    reason: str = ""
    explanation: str = ""
    missing: tuple[str, ...] = ()
    notice: str = ""
    reroute: str = ""
    erasure: str = ""
    names_self: bool = False


def case_stories(today: date) -> tuple[Story, ...]:
    """Every case of the packaged files, seen from that day."""
    return tuple(_story(row, sheet, today) for sheet in map(yaml_sheet, CASE_FILES) for row in sheet["stories"])


def loose_reports(today: date) -> tuple[LooseReport, ...]:
    """Every report without a case."""
    return tuple(_loose(row, today) for row in yaml_sheet(REPORT_FILE)["reports"])


def _story(row: dict[str, Any], sheet: dict[str, Any], today: date) -> Story:
    told = {**sheet.get("all", {}), **row}
    built: dict[str, Any] = {
        "people": tuple(told.pop("people")),
        "deeds": tuple(_deed(each, today) for each in told.pop("deeds")),
        "handlings": tuple(_handling(each) for each in told.pop("handlings", ())),
        "clarify": tuple(told.pop("clarify", ())),
        "causes": {coder: tuple(codes) for coder, codes in told.pop("causes", {}).items()},
    }
    if "report" in told:
        built["report"] = _reporting(told.pop("report"))
    if "reading" in told:
        built["reading"] = OwnReading(**told.pop("reading"))
    if "cited" in told:
        built["cited"] = Cited(**told.pop("cited"))
    if "ending" in told:
        built["ending"] = Ending(**told.pop("ending"))
    return Story(**told, **built)


def _deed(row: dict[str, Any], today: date) -> Deed:
    others = tuple(row.pop("others", ()))
    return Deed(**_dated(row, today), others=others)


def _dated(row: dict[str, Any], today: date) -> dict[str, Any]:
    """The row with `day`, written as `day`, as `ago` or as `work`.

    `work` counts the working days that the oversight body and the agency have had since the referral, so that a matter
    is as far, and its terms as near, after a week of holidays as after an ordinary one.
    """
    if "ago" in row:
        row["day"] = today - timedelta(days=row.pop("ago"))
    if "work" in row:
        row["day"] = before_working_days(today, row.pop("work")) - TO_REFERRAL
    return row


def _reporting(row: dict[str, Any]) -> Reporting:
    messages = tuple((side, text) for side, text in row.pop("messages", ()))
    return Reporting(**row, messages=messages)


def _handling(row: dict[str, Any]) -> Handling:
    if "remedy" in row:
        row["remedy"] = Remedy(**row["remedy"])
    if "change" in row:
        row["change"] = Change(**row["change"])
    return Handling(**row)


def _loose(row: dict[str, Any], today: date) -> LooseReport:
    reporting = _reporting(row.pop("report"))
    missing = tuple(row.pop("missing", ()))
    return LooseReport(**_dated(row, today), reporting=reporting, missing=missing)
