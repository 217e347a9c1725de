"""A planned act as the law room is asked it: kept with the question, asked anew on any day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from netra.law import may_i
from netra.law.intentions import INTENTIONS, Circumstance, Ruling
from netra.law.may_i import Answer, CannotAnswer, Question
from netra.law.vocabulary import ElectionKind, Employment, Office, Phase
from netra.registry.queries import in_its_region


def kept(question: Question | None) -> dict[str, Any]:
    """The question as a row keeps it, without its day; nothing where nothing was picked."""
    if question is None:
        return {}
    return {
        "intention": question.intention,
        "election_kind": question.election_kind.value,
        "office": question.office.value if question.office else "",
        "region": question.region or "",
        "phase": question.phase.value if question.phase else "",
        "employment": question.employment.value,
        "circumstances": sorted(each.value for each in question.circumstances),
    }


def asked(planned: Mapping[str, Any], on: date) -> Question:
    """The reverse of `kept`, for an act on that day."""
    return Question(
        intention=planned["intention"],
        election_kind=ElectionKind(planned["election_kind"]),
        on=on,
        office=Office(planned["office"]) if planned["office"] else None,
        region=planned["region"] or None,
        phase=Phase(planned["phase"]) if planned["phase"] else None,
        employment=Employment(planned["employment"]),
        circumstances=frozenset(Circumstance(each) for each in planned["circumstances"]),
    )


def engine_answer(planned: Mapping[str, Any], on: date | None) -> Answer | None:
    """What the law room says of it; None where nothing was picked, or where it cannot answer."""
    if not planned or on is None:
        return None
    try:
        return may_i.answer(in_its_region(asked(planned, on)))
    except CannotAnswer:
        return None


def ruling_on(planned: Mapping[str, Any], day: date) -> Ruling | None:
    """The ruling that stands by itself for this act on that day, where there is one."""
    if not planned:
        return None
    question = asked(planned, day)
    rulings = INTENTIONS[question.intention].rulings
    named = (question.election_kind, question.employment, question.circumstances)
    return next((ruling for ruling in rulings if ruling.holds(day, *named)), None)
