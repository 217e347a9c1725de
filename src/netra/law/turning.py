"""Which conducts the law answers differently from one day of an election to the next.

The determination of candidates turns support from a breach of ethics into one of discipline, often of the severe
level. Whoever warns people has to know the day and the conducts before it comes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from netra.law.assess import assess_case
from netra.law.conducts import CONDUCTS
from netra.law.dated import Source
from netra.law.record import Case, read_record
from netra.law.vocabulary import ADMINISTRATIVE, Category, ElectionKind, Level, Office, Phase


@dataclass(frozen=True, slots=True)
class Side:
    """What one conduct of a PNS is on one day: category, floor and ceiling, and the articles that say so."""

    category: Category
    floor: Level | None
    ceiling: Level | None
    sources: tuple[Source, ...]
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """One conduct whose category or level is another from a day on."""

    conduct: str
    label: str
    before: Side
    after: Side


def turns_at_determination(
    kind: ElectionKind, office: Office, day: date, *, region: str, voting: date
) -> tuple[Turn, ...]:
    """The conducts that change category or level on the day on which candidates for an office are determined.

    Asked of a PNS who acts the day before and of one who acts on that day, everything else being the same. A conduct
    that no row names on one of the two days is told too: not named is not allowed. What is a crime alone, on both days
    or on one, is left out: it says nothing of what the service itself answers.
    """
    found = []
    for code, conduct in CONDUCTS.items():
        case_on = _case(code, kind, office, region, voting)
        before = _side(case_on(day - timedelta(days=1), Phase.PROSPECTIVE))
        after = _side(case_on(day, Phase.CANDIDATE))
        differs = (before.category, before.floor, before.ceiling) != (after.category, after.floor, after.ceiling)
        if differs and (before.category in ADMINISTRATIVE or after.category in ADMINISTRATIVE):
            found.append(Turn(code, conduct.label, before, after))
    return tuple(found)


def forbidden_on(
    kind: ElectionKind, office: Office, day: date, *, region: str, voting: date, phase: Phase
) -> tuple[tuple[str, Side], ...]:
    """What the service itself answers if a PNS does it on that day: label and answer of each conduct, in their order.

    Left out is what no row names, what asks for review, and what is a crime alone: said aloud, a rule has to stand.
    """
    asked = (
        (conduct.label, _side(_case(code, kind, office, region, voting)(day, phase)))
        for code, conduct in CONDUCTS.items()
    )
    return tuple(
        (label, side)
        for label, side in asked
        if side.category in ADMINISTRATIVE and side.floor and not side.needs_review
    )


def _case(conduct: str, kind: ElectionKind, office: Office, region: str, voting: date) -> Callable[[date, Phase], Case]:
    def on(day: date, phase: Phase) -> Case:
        return read_record(
            {
                "id": conduct,
                "act_date": day,
                "conduct": conduct,
                "election_kind": kind.value,
                "office": office.value,
                # A ministry lies in no region.
                **({"region": region} if region else {}),
                "election_date": voting,
                "phase": phase.value,
            }
        )

    return on


def _side(case: Case) -> Side:
    answer = assess_case(case)
    judgement = answer.judgement
    sources = dict.fromkeys(source for row in judgement.rows if row.is_administrative for source in row.basis.sources)
    return Side(judgement.category, judgement.floor, judgement.ceiling, tuple(sources), answer.needs_review)
