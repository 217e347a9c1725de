"""What the trail told of a row beside what the row says now: rooms say how to compare, the check of the trail asks.

The trail proves itself; whether the tables still say what it says is another question. A room registers a `Mirror` for
each kind of row: which events make or change it, what of it they carry, and how to read it. Chains are compared as they
are walked, a few hundred at a time, so that the check needs no more memory for a nation than for an office.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import DataError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.law.procedure import Step
from netra.trust.asked_again import AskedAgain
from netra.trust.erased_words import ERASED
from netra.trust.language import long_date

# What a payload holds; the trail itself has tables, and rooms speak of theirs before any table can be imported.
Value = str | int | bool | None

# What an erasure leaves instead of words; only of a chain in which two people erased.
_ERASED = (ERASED, "", None)
# What comes of a value that no operation writes: a code without words, a list where there are agencies, no JSON at all.
_UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, DataError)
_NOT_READ = gettext_noop("tidak terbaca: di basis data ada nilai yang tidak pernah ditulis Netra")


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a chain, as far as a row is compared with it."""

    seq: int
    verb: str
    payload: Mapping[str, Value]
    actor: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the database has it now: whose chain it belongs to, by which key events name it, and its columns."""

    chain: str
    key: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column in words: its name, the words of its codes, and whether an erasure may have emptied it."""

    label: str
    words: Mapping[str, str] = field(default_factory=dict)
    erasable: bool = False


Says = Callable[[Mapping[str, Value]], Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Mirror:
    """A kind of row that events make and change.

    `what` names it. `tells` gives per verb what an event says about the columns; the events in `makes` make a row, one
    each, and a row that none of them made was put in by hand (`by_hand`: rows of this kind come without an event too).
    `key` names the row in the words of the payload. Where one key has several rows (`several`) they are numbered in the
    order in which they came. `ends` are events after which there is no such row. `also` says in words what else of a
    row cannot be, seen with the events of its chain, for which it asks in `reads`; `unknown` whether something of it
    stands in no event, so that nobody can tell whether it is as it was.
    """

    what: str
    key: Callable[[Told], str | None]
    makes: frozenset[str]
    tells: Mapping[str, Says]
    rows: Callable[[Collection[str]], Iterable[Row]]
    columns: Mapping[str, Column]
    several: bool = False
    by_hand: bool = False
    ends: Callable[[Told], bool] = lambda _told: False
    reads: frozenset[str] = frozenset()
    also: Callable[[Row, Sequence[Told]], Iterable[str]] = lambda _row, _events: ()
    unknown: Callable[[Row, Sequence[Told]], bool] = lambda _row, _events: False

    @property
    def verbs(self) -> frozenset[str]:
        return self.makes | self.tells.keys() | self.reads


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a row and the trail disagree."""

    chain: str
    seq: int
    message: str


@dataclass(slots=True)
class Comparison:
    """In what rows differ from what was told of them, how many were compared, and of how many not all can be told."""

    found: list[Difference] = field(default_factory=list)
    compared: int = 0
    unknown: int = 0

    def add(self, other: Comparison) -> None:
        """Count the rows of another part as well."""
        self.found += other.found
        self.compared += other.compared
        self.unknown += other.unknown


@dataclass(slots=True)
class _Expected:
    seq: int
    columns: dict[str, tuple[int, Value]]


_mirrors: dict[str, tuple[Mirror, ...]] = {}
# By these a room erases what names people; afterwards its words are gone and nobody compares them.
_erasing: set[str] = set()


def compare_rows(room: str, mirrors: Iterable[Mirror], *, erased_by: Iterable[str] = ()) -> None:
    """Have the rows of a room compared whenever the whole trail is checked; rooms say it when they start."""
    _mirrors[room] = tuple(mirrors)
    _erasing.update(erased_by)


def verbs_of_interest() -> frozenset[str]:
    """The events that any comparison asks for."""
    wanted: set[str] = set(_erasing)
    for mirrors in _mirrors.values():
        for mirror in mirrors:
            wanted |= mirror.verbs
    return frozenset(wanted)


def differences(chains: Mapping[str, Sequence[Told]]) -> Comparison:
    """The rows of these chains beside what was told of them."""
    whole = Comparison()
    for room in sorted(_mirrors):
        for mirror in _mirrors[room]:
            whole.add(_held_against(mirror, chains))
    return whole


def by_payload(*names: str) -> Callable[[Told], str]:
    """Rows that events name by these values of their payload."""
    return lambda event: "/".join(str(event.payload.get(name, "")) for name in names)


def in_order(_event: Told) -> str:
    """Rows that nothing but their order tells apart."""
    return ""


def refs_in(chains: Collection[str], prefix: str) -> list[str]:
    """What the chains of one kind are named after: `agency:JAMBI-KOTA` under `agency:` is JAMBI-KOTA."""
    return [chain.removeprefix(prefix) for chain in chains if chain.startswith(prefix)]


def rows_of(
    model: type[Model],
    *,
    prefix: str,
    ref: str,
    key: Callable[[Mapping[str, Any]], str],
    columns: Collection[str],
    named: Mapping[str, Any] = MappingProxyType({}),
) -> Callable[[Collection[str]], Iterator[Row]]:
    """The rows of a table in the order in which they came; `ref` is the way to the reference that names their chain."""

    kept = AskedAgain(
        lambda refs: (
            model._default_manager.filter(**{f"{ref}__among": refs}).order_by("pk").values(*{ref, *columns}, **named)
        )
    )

    def rows(chains: Collection[str]) -> Iterator[Row]:
        for row in kept(refs=refs_in(chains, prefix)):
            yield Row(f"{prefix}{row[ref]}", key(row), row)

    return rows


def carries(**columns: str) -> Says:
    """What an event says of a row: each column under the key of its payload, as far as the payload has it."""
    return lambda payload: {column: payload[key] for column, key in columns.items() if key in payload}


def always(**columns: Value) -> Says:
    """What an event says by having happened, whatever its payload."""
    return lambda _payload: columns


def wrong_state(now: str, possible: Collection[str], labels: Mapping[str, str]) -> Iterator[str]:
    """The words for a state to which the events do not lead; nothing where they do."""
    if possible and now not in possible:
        yield _("tahap menurut jejak «%(told)s», di basis data «%(now)s»") % {
            "told": _(" atau ").join(sorted(_(labels[state]) for state in possible)),
            "now": _(labels.get(now, now)),
        }


def erasing_verbs() -> frozenset[str]:
    """The events by which two people erase what a chain names."""
    return frozenset(_erasing)


def was_erased(events: Iterable[Told]) -> bool:
    """Whether two people erased what this chain names."""
    return any(event.verb in _erasing for event in events)


def state_after(
    steps: Iterable[Step], events: Iterable[Told], *, target: Callable[[Told], str | None]
) -> frozenset[str]:
    """The states in which a matter may stand after these events, by the table of steps.

    `target` names the state where the payload tells it. An act that the table does not know from that state (the table
    was another one then) is trusted to have led where it leads from anywhere.
    """
    table = list(steps)
    states: frozenset[str | None] = frozenset({None})
    for event in events:
        taken = [step for step in table if step.act == event.verb and target(event) in {None, step.target}]
        here = frozenset(step.target for step in taken if step.source in states)
        states = here or frozenset(step.target for step in taken) or states
    return frozenset(state for state in states if state is not None)


def _by_place(mirror: Mirror, chains: Mapping[str, Sequence[Told]]) -> dict[tuple[str, str], Row]:
    numbers: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str], Row] = {}
    for row in mirror.rows(list(chains)):
        numbers[row.chain, row.key] += 1
        found[row.chain, _place(mirror, row.key, numbers[row.chain, row.key])] = row
    return found


def _place(mirror: Mirror, key: str, number: int) -> str:
    return (_("%(key)s ke-%(number)d") % {"key": key, "number": number}).strip() if mirror.several else key


def _expected(mirror: Mirror, events: Sequence[Told]) -> dict[str, _Expected]:
    """What the events of one chain say there must be, by the place of the row."""
    numbers: Counter[str] = Counter()
    expected: dict[str, _Expected] = {}
    for event in events:
        if event.verb not in mirror.makes and event.verb not in mirror.tells:
            continue
        key = mirror.key(event)
        if key is None:
            continue
        numbers[key] += event.verb in mirror.makes
        place = _place(mirror, key, numbers[key])
        if mirror.ends(event):
            expected.pop(place, None)
            continue
        row = expected.setdefault(place, _Expected(event.seq, {}))
        says = mirror.tells.get(event.verb)
        row.columns |= {name: (event.seq, value) for name, value in says(event.payload).items()} if says else {}
    return expected


def _held_against(mirror: Mirror, chains: Mapping[str, Sequence[Told]]) -> Comparison:
    """What this mirror finds; whose rows it cannot read is a finding, and the rest is read.

    Where something cannot be read the chains are read one by one: one broken row must hide no other.
    """
    try:
        with transaction.atomic():
            rows = _by_place(mirror, chains)
            unknown = sum(mirror.unknown(row, chains[row.chain]) for row in rows.values())
            return Comparison(list(_compare(mirror, chains, rows)), len(rows), unknown)
    except _UNREADABLE:
        if len(chains) == 1:
            ((chain, events),) = chains.items()
            return Comparison([Difference(chain, _last(events), _unreadable(mirror))])
    whole = Comparison()
    for chain, events in chains.items():
        whole.add(_held_against(mirror, {chain: events}))
    return whole


def _compare(
    mirror: Mirror, chains: Mapping[str, Sequence[Told]], rows: Mapping[tuple[str, str], Row]
) -> Iterator[Difference]:
    mine: dict[str, dict[str, Row]] = defaultdict(dict)
    for (chain, place), row in rows.items():
        mine[chain][place] = row
    for chain, events in chains.items():
        expected = _expected(mirror, events)
        erased = was_erased(events)
        for place, told_of in expected.items():
            if place not in mine[chain]:
                yield Difference(chain, told_of.seq, _gone(mirror, place))
                continue
            row = mine[chain].pop(place)
            yield from _columns(mirror, chain, place, told_of, row, erased=erased)
            yield from _also(mirror, chain, place, row, events)
        for place, row in mine[chain].items():
            if mirror.by_hand:
                yield from _also(mirror, chain, place, row, events)
            else:
                yield Difference(chain, _last(events), _unknown(mirror, place))


def _columns(
    mirror: Mirror, chain: str, place: str, told_of: _Expected, row: Row, *, erased: bool
) -> Iterator[Difference]:
    for name, (seq, value) in told_of.columns.items():
        now = _plain(row.columns[name])
        column = mirror.columns[name]
        if now == value or (erased and column.erasable and now in _ERASED):
            continue
        yield Difference(chain, seq, _otherwise(mirror, place, column, value, now))


def _also(mirror: Mirror, chain: str, place: str, row: Row, events: Sequence[Told]) -> Iterator[Difference]:
    """Where a row cannot be read, all else that is compared of its chain is still told."""
    try:
        for words in mirror.also(row, events):
            yield Difference(chain, _last(events), f"{_(mirror.what)} {place}: {words}")
    except _UNREADABLE:
        yield Difference(chain, _last(events), f"{_(mirror.what)} {place}: {_(_NOT_READ)}")


def _last(events: Sequence[Told]) -> int:
    return events[-1].seq if events else 0


def _unreadable(mirror: Mirror) -> str:
    return f"{_(mirror.what)}: {_(_NOT_READ)}"


def _plain(value: Value | date) -> Value:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _gone(mirror: Mirror, place: str) -> str:
    return _("%(what)s %(place)s: jejak mencatatnya, tetapi di basis data tidak ada lagi") % {
        "what": _(mirror.what),
        "place": place,
    }


def _unknown(mirror: Mirror, place: str) -> str:
    return _("%(what)s %(place)s: ada di basis data, tetapi tidak ada peristiwa yang membuatnya") % {
        "what": _(mirror.what),
        "place": place,
    }


def _otherwise(mirror: Mirror, place: str, column: Column, told_value: Value, now: Value) -> str:
    return _("%(what)s %(place)s: %(column)s menurut jejak «%(told)s», di basis data «%(now)s»") % {
        "what": _(mirror.what),
        "place": place,
        "column": _(column.label),
        "told": _in_words(column, told_value),
        "now": _in_words(column, now),
    }


def _in_words(column: Column, value: Value) -> str:
    if value is None or value == "":
        return _("kosong")
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    text = str(value)
    if text in column.words:
        return _(column.words[text])
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text
