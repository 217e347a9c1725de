"""Deadlines as values: the due date, the article, and every day of the counting.

`compute` answers "by when, and why"; `from_letter` does the same for a term that a letter sets. The answer depends on
its arguments alone, never on today. A room stores what the law said then; changing a rule changes no case silently.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from netra.law.calendar import DEFAULT, Calendar
from netra.law.counting import UNIT_WORDS, Counted, Direction, Step, Unit, count, day_only
from netra.law.dated import Source, Verification
from netra.law.deadline_rules import (
    RULES,
    BeyondTheCalendar,
    Given,
    NoTerm,
    Reading,
    Rule,
    Term,
    check_qualifiers,
    regime_on,
    rule,
)
from netra.law.indonesian_dates import in_words, with_weekday
from netra.law.sentences import Sentence

PROVISIONAL_NOTE = (
    "Sementara: penghitungan melewati hari yang kalender liburnya belum ditetapkan atau masih perkiraan; "
    "hitung ulang setelah keputusan libur terbit."
)
UNVERIFIED_NOTE = "Belum diverifikasi ke naskah asli: %(source)s."
DISPUTED_NOTE = "Libur yang diperselisihkan, dihitung sebagai cuti. %(dispute)s."
TWO_READINGS = (
    "Dua bacaan bertentangan: %(conflict)s %(term)s menurut %(source)s jatuh pada %(due)s; %(other_term)s menurut "
    "%(other_source)s jatuh pada %(other_due)s."
)
AMOUNT = "%(amount)s %(unit)s"
ON_THAT_DATE = "pada tanggal %(event)s"
AFTER_EVENT = "%(amount)s %(unit)s setelah %(event)s"
BEFORE_EVENT = "%(amount)s %(unit)s sebelum %(event)s"


class SourceKind(StrEnum):
    """Whether an article sets the term or a letter does."""

    ARTICLE = "ARTICLE"
    LETTER = "LETTER"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date with its reason. `alternatives` are contradicting readings of the same term, each with its steps."""

    rule: str
    label: str
    counted_from: str
    start: date
    due: date
    due_at: datetime | None
    unit: Unit
    amount: int
    direction: Direction
    source_kind: SourceKind
    citation: Source
    steps: tuple[Step, ...]
    calendar_version: str
    provisional: bool = False
    needs_review: bool = False
    notes: tuple[str, ...] = ()
    alternatives: tuple[Deadline, ...] = ()

    @property
    def term_in_words(self) -> str:
        """ "7 hari kerja setelah laporan diterima", as the citation counts it."""
        if self.amount == 0:
            return Sentence(ON_THAT_DATE, event=self.counted_from)
        template = AFTER_EVENT if self.direction is Direction.AFTER else BEFORE_EVENT
        return Sentence(template, amount=self.amount, unit=UNIT_WORDS[self.unit], event=self.counted_from)


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the data file."""
    return tuple(RULES.values())


@cache
def counted_in_hours() -> frozenset[str]:
    """The keys of the rules that in some law run by the hour, so that their day alone does not say when they end."""
    terms = (
        (each.key, entry.value) for each in rules() for branch in each.branches for entry in branch.timeline.entries
    )
    return frozenset(key for key, term in terms if term.reading and term.reading.unit is Unit.HOUR)


def compute(
    rule_key: str,
    start: date,
    *,
    regime: str | None = None,
    level: str | None = None,
    imposed_by: str | None = None,
    penalty: str | None = None,
    election_kind: str | None = None,
    calendar: Calendar = DEFAULT,
) -> Deadline:
    """When the term of `rule_key` ends that runs from `start` (a day; a moment for terms in hours).

    The law of the day `start` is used. Raises UnknownRule, UnknownQualifier, MissingQualifier (with `names`),
    NotInForce, NoTerm (the law gives none here) or SetByLetter; all are DeadlineError.
    """
    found = rule(rule_key)
    given: Given = {
        "regime": regime,
        "level": level,
        "imposed_by": imposed_by,
        "penalty": penalty,
        "election_kind": election_kind,
    }
    check_qualifiers(given)
    day = day_only(start)
    if found.regime_by_date and regime is None:
        given = {**given, "regime": regime_on(day)}
    term = found.term_on(day, given).value
    if term.reading is None:
        raise NoTerm(rule_key, term.none, term.source)
    main = _read(found, term, term.reading, start, calendar)
    if term.other_reading is None:
        return main
    other = _read(found, term, term.other_reading, start, calendar)
    return _with_conflict(main, other, term.conflict)


def from_letter(
    *,
    start: date,
    amount: int,
    unit: Unit | str,
    issuer: str,
    number: str,
    letter_date: date,
    rule_key: str = "follow_up",
    counted_from: str = "surat diterima",
    calendar: Calendar = DEFAULT,
) -> Deadline:
    """The deadline that a letter (or an agency's archive schedule) sets, cited by its number and date."""
    found = rule(rule_key)
    source = Source(f"Surat {issuer}", f"Nomor {number} tanggal {in_words(letter_date)}", Verification.SEEN)
    reading = Reading(amount, Unit(unit), source)
    term = Term(reading, source, Direction.AFTER, counted_from, (), None, "", "")
    return _read(found, term, reading, start, calendar, kind=SourceKind.LETTER)


def _read(
    found: Rule,
    term: Term,
    reading: Reading,
    start: date,
    calendar: Calendar,
    *,
    kind: SourceKind = SourceKind.ARTICLE,
) -> Deadline:
    try:
        counted = count(start, reading.amount, reading.unit, direction=term.direction, calendar=calendar)
    except OverflowError:
        raise BeyondTheCalendar(found.label, day_only(start)) from None
    unverified = reading.source.verification is Verification.UNVERIFIED
    return Deadline(
        rule=found.key,
        label=found.label,
        counted_from=term.counted_from,
        start=day_only(start),
        due=counted.due,
        due_at=counted.due_at,
        unit=reading.unit,
        amount=reading.amount,
        direction=term.direction,
        source_kind=kind,
        citation=reading.source,
        steps=counted.steps,
        calendar_version=calendar.version,
        provisional=counted.provisional,
        needs_review=unverified or bool(counted.disputes),
        notes=_notes(term, reading, counted, unverified=unverified),
    )


def _notes(term: Term, reading: Reading, counted: Counted, *, unverified: bool) -> tuple[str, ...]:
    notes = [*term.notes, *(term.notes_by_day if counted.due_at is None else ())]
    notes.extend(Sentence(DISPUTED_NOTE, dispute=dispute) for dispute in counted.disputes)
    if counted.provisional:
        notes.append(PROVISIONAL_NOTE)
    if unverified:
        notes.append(Sentence(UNVERIFIED_NOTE, source=reading.source))
    return tuple(notes)


def _with_conflict(main: Deadline, other: Deadline, conflict: str) -> Deadline:
    """Both readings side by side: software does not decide which article wins."""
    sentence = Sentence(
        TWO_READINGS,
        conflict=conflict,
        term=_amount(main),
        source=main.citation,
        due=with_weekday(main.due),
        other_term=_amount(other),
        other_source=other.citation,
        other_due=with_weekday(other.due),
    )
    return replace(main, needs_review=True, notes=(*main.notes, sentence), alternatives=(other,))


def _amount(deadline: Deadline) -> str:
    return Sentence(AMOUNT, amount=deadline.amount, unit=UNIT_WORDS[deadline.unit])
