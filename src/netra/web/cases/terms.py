"""The terms of a case for the eye: what is due, whose it is, and why that date, as the law said it then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from netra.cases.operations.deadlines import EFFECTS
from netra.law.counting import UNIT_WORDS, Unit
from netra.law.deadline_rules import Silence, silence_after
from netra.web import words
from netra.web.cases.words import CHANGE_WORDS, VERIFICATION_WORDS
from netra.web.doors import now
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Deadline, DeadlineChange, Party
    from netra.sanctions.models import Proceeding

_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The same term by a contradicting reading of the law."""

    due: date
    term: str
    citation: str


@dataclass(frozen=True, slots=True)
class Change:
    """An extension, a pause or a resumption."""

    label: str
    change: DeadlineChange


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `number` is its place among the terms of its case that the reader sees: terms are never taken
    away, so it stays.

    `whose` is the accused it is about, where the case has several, with the proceeding it runs in.
    `silence` is what the law lets follow once the term has passed without an answer: derived, never stored.
    """

    number: int
    deadline: Deadline
    unit: str
    verification: str
    late: bool
    distance: str
    silence: Silence | None
    other_readings: tuple[OtherReading, ...]
    changes: tuple[Change, ...]
    whose: str = ""

    @property
    def is_open(self) -> bool:
        return self.deadline.met_date is None

    @property
    def first_due(self) -> date:
        """The day as the law or the letter said it, before anybody moved it."""
        return self.changes[0].change.old_due_date if self.changes else self.deadline.due_date

    @property
    def was_set_again(self) -> bool:
        """Whether more time was given only after a day of it had passed."""
        return any(each.change.came_too_late for each in self.changes)


def terms_of(deadlines: Iterable[Deadline], *, on: date, whose: Mapping[str, str] = _NOBODY) -> list[Term]:
    """The terms of one case: what is open first, nearest due date first. `whose` is as `subjects_of` tells it."""
    by_age = sorted(deadlines, key=lambda each: each.pk)
    terms = [
        replace(_as_it_is(_term(number, deadline, on)), whose=whose.get(deadline.subject_ref, ""))
        for number, deadline in enumerate(by_age, start=1)
    ]
    return sorted(terms, key=lambda term: (not term.is_open, term.deadline.due_date, term.number))


def subjects_of(people: Iterable[Party], proceedings: Iterable[Proceeding]) -> dict[str, str]:
    """Whom the terms of a case are about, by what they name: `T3`, or `T3 · PNG-…`; of a single accused nothing."""
    parties = list(people)
    if len(parties) < 2:
        return {}
    handled = {each.ref: f"T{each.party.ordinal} · {each.ref}" for each in proceedings}
    return {each.ref: f"T{each.ordinal}" for each in parties} | handled


def _as_it_is(term: Term) -> Term:
    """What passed though nobody was late: a right that was not used, and a decision that took effect by itself.

    The accused may object or appeal, he does not owe it. A decision nobody objected to takes effect on its day whether
    or not somebody writes it down (PP 94/2021 Ps 38(1), PP 53/2010 Ps 44-46).
    """
    if not term.late:
        return term
    if term.deadline.holder == "ACCUSED":
        return replace(term, late=False, distance=_("sudah lewat"))
    if term.deadline.rule in EFFECTS:
        return replace(term, late=False, distance=_("sudah berlaku bila tidak ada keberatan; catat berlakunya"))
    return term


def _term(number: int, deadline: Deadline, on: date) -> Term:
    ends_at = deadline.due_hour if deadline.met_date is None and deadline.paused_date is None else None
    passed = words.is_past(deadline.due_date, ends_at, on=on, at=now())
    distance = words.distance(deadline.due_date, on)
    return Term(
        number=number,
        deadline=deadline,
        unit=translated(UNIT_WORDS[Unit(deadline.unit)]),
        verification=str(VERIFICATION_WORDS[deadline.verification]),
        late=passed or deadline.is_overdue(on),
        distance=words.past_hour(ends_at, deadline.region_code) if passed and ends_at else distance,
        silence=silence_after(deadline.rule, deadline.citation) if deadline.is_overdue(on) else None,
        other_readings=tuple(
            OtherReading(date.fromisoformat(other["due"]), other["term"], other["citation"])
            for other in deadline.alternatives
        ),
        changes=tuple(
            Change(str(CHANGE_WORDS[change.kind]), change)
            for change in sorted(deadline.changes.all(), key=lambda each: each.changed_at)
        ),
    )
