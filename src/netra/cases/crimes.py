"""Crimes suspected in a case. Nobody here judges them: each is handed over, or set aside in writing by the plenary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netra.cases.leaving import Leaving
from netra.cases.models import Allegation, Case, Party
from netra.cases.models.allegation import HELD, AllegationState

OF_THE_ELECTION = frozenset({"ELECTION_CRIME", "ELECTION_ADMINISTRATION"})


def crimes_read(assessment: Mapping[str, Any]) -> frozenset[str]:
    """The election crimes or breaches that the law names in it; a row without a level says that none is punished."""
    rows = assessment["forms"]
    return frozenset(
        row["form"] for row in rows if row["category"] in OF_THE_ELECTION and row["in_force"] and row["level"]
    )


def names_a_crime(allegation: Allegation) -> bool:
    """Whether the law of the day, or an officer who reads it otherwise, names an election crime or breach in it.

    An act of a civil servant is a breach of discipline first; the crime it may be besides stands in a row of its own.
    """
    if allegation.state == AllegationState.DROPPED:
        return False
    if allegation.state == AllegationState.CHANGED and allegation.category in OF_THE_ELECTION:
        return True
    return bool(crimes_read(allegation.assessment))


def has_crime(accused: Party) -> bool:
    """Whether a crime is suspected of this person."""
    return any(map(names_a_crime, accused.allegations.all()))


def is_left(allegation: Allegation) -> bool:
    """Whether it may be a crime and was neither handed over nor set aside."""
    return names_a_crime(allegation) and not allegation.no_crime_reason and not allegation.handed_over_ref


def crimes_left(accused: Party) -> list[Allegation]:
    """What may be a crime of this person and was neither handed over nor set aside: each act by itself.

    Nobody is prosecuted after his death (UU 1/2023 Ps 132(1) b; KUHP Ps 77 before it was not read); retirement ends
    no crime.
    """
    if accused.left_kind == Leaving.DIED:
        return []
    return [each for each in accused.allegations.all() if is_left(each)]


def to_hand_over(accused: Party) -> list[Allegation]:
    """What of that an officer holds against him: the software only proposes, and no proposal is handed over."""
    return [each for each in crimes_left(accused) if each.state in HELD]


def with_crimes_left(case: Case) -> list[Party]:
    """The accused of whose suspected crime nobody has said yet what becomes of it."""
    parties = case.parties.prefetch_related("allegations").order_by("ordinal")
    return [party for party in parties if crimes_left(party)]
