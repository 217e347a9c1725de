"""Crimes suspected in a case. Nobody here judges them: each is handed over, or set aside in writing by the plenary."""

from __future__ import annotations

from netra.cases.models import Allegation, Case, Party
from netra.cases.models.allegation import AllegationState

OF_THE_ELECTION = frozenset({"ELECTION_CRIME", "ELECTION_ADMINISTRATION"})


def names_a_crime(allegation: Allegation) -> bool:
    """Whether the law of the day, or an officer who reads it otherwise, names an election crime or breach in it.

    An act of a civil servant is a breach of discipline first; the crime it may be besides stands in a row of its own.
    """
    if allegation.state == AllegationState.DROPPED:
        return False
    if allegation.state == AllegationState.CHANGED and allegation.category in OF_THE_ELECTION:
        return True
    # A row without a level says that the act is not punished.
    rows = allegation.assessment["forms"]
    return any(row["category"] in OF_THE_ELECTION and row["in_force"] and row["level"] for row in rows)


def has_crime(accused: Party) -> bool:
    """Whether a crime is suspected of this person."""
    return any(map(names_a_crime, accused.allegations.all()))


def crimes_left(accused: Party) -> list[Allegation]:
    """What may be a crime of this person and was neither handed over nor set aside."""
    if Party.objects.filter(pk=accused.pk, proceedings__route="CRIME").exists():
        return []
    return [each for each in accused.allegations.all() if names_a_crime(each) and not each.no_crime_reason]


def with_crimes_left(case: Case) -> list[Party]:
    """The accused of whose suspected crime nobody has said yet what becomes of it."""
    parties = case.parties.prefetch_related("allegations").order_by("ordinal")
    return [party for party in parties if crimes_left(party)]
