"""Windows in which heads of regions may not replace officials or use programmes for or against a ticket.

UU 10/2016 Pasal 71: the window opens six months before the determination of candidates. The ban on transfers lasts to
the end of the term of office, the ban on using powers and programmes until the winner is determined. Before
2016-07-01 both were counted from the end of the incumbent's term (UU 1/2015). Who asks gives the days of the contest;
what is not given is asked for by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from netra.law.calendar import DEFAULT
from netra.law.counting import Step, count
from netra.law.data_files import Entry, MalformedData, day_of, read_data, refuse_unknown_keys, until_of
from netra.law.dated import Dated, Source, Timeline
from netra.law.deadline_rules import rule
from netra.law.elections import Election, ElectionKind, RegionalDetermination
from netra.law.instruments import cited_source

WINDOW_KEYS = ("key", "label", "opens_rule", "values")
VALUE_KEYS = ("from", "until", "opens_from", "closes_at", "bound", "exception", "source")


class Anchor(StrEnum):
    """An event of the contest from which a window is measured."""

    DETERMINATION = "DETERMINATION"
    END_OF_TERM = "END_OF_TERM"
    WINNER_DETERMINED = "WINNER_DETERMINED"


ANCHOR_LABELS = {
    Anchor.DETERMINATION: "penetapan pasangan calon",
    Anchor.END_OF_TERM: "akhir masa jabatan",
    Anchor.WINNER_DETERMINED: "penetapan pasangan calon terpilih",
}


class MissingAnchor(LookupError):
    """The window is measured from an event whose day was not given; `anchor` names it."""

    def __init__(self, label: str, anchor: Anchor) -> None:
        self.anchor = anchor
        super().__init__(f"{label}: sebutkan tanggal {ANCHOR_LABELS[anchor]} ({anchor}).")


class UnknownWindow(LookupError):
    """No window has that key."""


@dataclass(frozen=True, slots=True)
class Window:
    """When a ban holds: `closes` is its last day, None while the event that ends it has no known day."""

    key: str
    label: str
    bound: str
    exception: str
    opens: date
    closes: date | None
    closes_at: Anchor
    source: Source
    opens_source: Source
    steps: tuple[Step, ...]

    def covers(self, day: date) -> bool | None:
        """True inside, False outside, None after the opening while the end is not known."""
        if day < self.opens:
            return False
        return None if self.closes is None else day <= self.closes


@dataclass(frozen=True, slots=True)
class Ban:
    """A ban as one law words it: the events between which it holds, whom it binds, and who is excepted."""

    opens_from: Anchor
    closes_at: Anchor
    bound: str
    exception: str


@dataclass(frozen=True, slots=True)
class _Family:
    key: str
    label: str
    opens_rule: str
    timeline: Timeline[Ban]


def window(
    key: str,
    *,
    determination: date,
    end_of_term: date | None = None,
    winner_determined: date | None = None,
) -> Window:
    """The window `key` of a contest, by the law in force on the day of determination.

    Raises UnknownWindow, MissingAnchor (the law of that day counts from the end of the term) or NothingInForce.
    """
    family, ban = _family(key), ban_on(key, determination)
    days = {
        Anchor.DETERMINATION: determination,
        Anchor.END_OF_TERM: end_of_term,
        Anchor.WINNER_DETERMINED: winner_determined,
    }
    anchor = days[ban.value.opens_from]
    if anchor is None:
        raise MissingAnchor(family.label, ban.value.opens_from)
    term = rule(family.opens_rule).term_on(determination, {}).value
    if term.reading is None:
        raise MalformedData(f"windows.yaml, {key}: {family.opens_rule} has no term")
    counted = count(anchor, term.reading.amount, term.reading.unit, direction=term.direction, calendar=DEFAULT)
    return Window(
        key=key,
        label=family.label,
        bound=ban.value.bound,
        exception=ban.value.exception,
        opens=counted.due,
        closes=days[ban.value.closes_at],
        closes_at=ban.value.closes_at,
        source=ban.source,
        opens_source=ban.source,
        steps=counted.steps,
    )


def window_of(
    key: str,
    contest: Election,
    *,
    region: str | None = None,
    end_of_term: date | None = None,
    own: RegionalDetermination | None = None,
) -> Window:
    """The window of a regional election, from its stages; a published opening day prevails over the computed one.

    `own` is the region's own determination as the caller knows it; it prevails over every determination known here.
    """
    if contest.kind is not ElectionKind.REGIONAL:
        raise UnknownWindow(f"{contest.name}: larangan ini hanya ada pada pemilihan kepala daerah.")
    own = own or contest.own_determination(region)
    determination = own.day if own else contest.determinations()[0]
    found = window(key, determination=determination, end_of_term=end_of_term)
    published = PUBLISHED.get(contest.code)
    return replace(found, opens=published[0], opens_source=published[1], steps=()) if published else found


def ban_on(key: str, day: date) -> Dated[Ban]:
    """The ban in force on that day: what it is measured from, when it ends, and where that is written."""
    return _family(key).timeline.on(day)


def _family(key: str) -> _Family:
    if key not in WINDOWS:
        raise UnknownWindow(f'Larangan "{key}" tidak dikenal. Yang dikenal: {", ".join(WINDOWS)}.')
    return WINDOWS[key]


def _load_family(entry: Entry) -> _Family:
    where = f"windows.yaml, {entry.get('key')}"
    refuse_unknown_keys(entry, WINDOW_KEYS, where=where)
    values = [_load_ban(value, where=where) for value in entry["values"]]
    return _Family(entry["key"], entry["label"], entry["opens_rule"], Timeline(entry["key"], values))


def _load_ban(value: Entry, *, where: str) -> Dated[Ban]:
    refuse_unknown_keys(value, VALUE_KEYS, where=where)
    ban = Ban(Anchor(value["opens_from"]), Anchor(value["closes_at"]), value["bound"], value["exception"])
    return Dated(
        ban, day_of(value, "from", where=where), until_of(value, where=where), cited_source(value, where=where)
    )


def _load_published(entry: Entry) -> tuple[date, Source]:
    where = f"windows.yaml, published {entry.get('election')}"
    return day_of(entry, "opens", where=where), cited_source(entry, where=where)


_DATA = read_data("windows.yaml")
WINDOWS: Mapping[str, _Family] = {entry["key"]: _load_family(entry) for entry in _DATA["windows"]}
PUBLISHED: Mapping[str, tuple[date, Source]] = {
    entry["election"]: _load_published(entry) for entry in _DATA["published"]
}
