"""What a proceeding weighs: what officers held against the person when he was called to answer it, and nothing else."""

from __future__ import annotations

from netra.cases.models import Allegation, Party
from netra.cases.models.allegation import HELD, AllegationState
from netra.sanctions.models import Proceeding


def allegations_of(party: Party) -> list[Allegation]:
    """What officers hold against this person: neither what the software only proposes nor what was dropped."""
    return list(party.allegations.filter(state__in=HELD).select_related("act", "party__case").order_by("id"))


def weighed_by(proceeding: Proceeding) -> list[Allegation]:
    """What he is called to answer; until he is called, all that is held against him."""
    return [each for each in allegations_of(proceeding.party) if _is_answered_to(each, proceeding)]


def left_out(proceeding: Proceeding) -> list[Allegation]:
    """What stands in the case and he was not called to answer: it needs an examination of its own.

    Nobody is judged unheard (PP 94/2021 Ps 26-28, PP 42/2004 Ps 19(2)).
    """
    named = proceeding.party.allegations.exclude(state=AllegationState.DROPPED)
    found = named.select_related("act").order_by("id")
    return [each for each in found if each.state not in HELD or not _is_answered_to(each, proceeding)]


def _is_answered_to(allegation: Allegation, proceeding: Proceeding) -> bool:
    """Whether an officer had decided on it when the letter went out that called the person."""
    called, decided = proceeding.called_at, allegation.decided_at
    return called is None or (decided is not None and decided <= called)
