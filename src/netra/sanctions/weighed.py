"""What a proceeding weighs and what it has judged: what officers held against the person when he was called to answer.

Nobody is judged unheard (PP 94/2021 Ps 26-28, PP 42/2004 Ps 19(2)), and nobody twice for the same: what a proceeding
that proved nothing has judged is weighed by no later one.
"""

from __future__ import annotations

from netra.cases.models import Allegation, Party
from netra.cases.models.allegation import HELD, AllegationState
from netra.law.vocabulary import ADMINISTRATIVE, Category
from netra.sanctions.leaving import PROVES_NOTHING
from netra.sanctions.models import Proceeding
from netra.sanctions.states import CATEGORY_OF_ROUTE, UNDONE, ProceedingState, Route
from netra.trust.asked_again import AskedAgain

_HELD = AskedAgain(
    lambda party: Allegation.objects.filter(party=party, state__in=HELD).select_related("act").order_by("id")
)
_ADMINISTRATIVE = AskedAgain(
    lambda party: (
        Proceeding.objects.filter(party=party)
        .exclude(route=Route.CRIME)
        .select_related("decision__remedy")
        .order_by("id")
    )
)


def allegations_of(party: Party) -> list[Allegation]:
    """What officers hold against this person: neither what the software only proposes nor what was dropped."""
    found = _HELD(party=party.pk)
    for each in found:
        each.party = party
    return found


def weighed_by(proceeding: Proceeding) -> list[Allegation]:
    """What he is called to answer; until he is called, all that is held against him and was not judged before.

    A crime is for others to judge, whatever his agency found: its proceeding is about what was handed over in it.
    """
    held = allegations_of(proceeding.party)
    if proceeding.route == Route.CRIME:
        return [each for each in held if each.handed_over_ref == proceeding.ref]
    earlier = [each for each in administrative(proceeding.party) if each.pk < proceeding.pk]
    judged = _judged_in_vain(earlier)
    return [each for each in held if each.pk not in judged and _is_answered_to(each, proceeding)]


def left_out(proceeding: Proceeding) -> list[Allegation]:
    """What stands in the case and he was not called to answer here: it needs an examination of its own."""
    named = proceeding.party.allegations.exclude(state=AllegationState.DROPPED)
    found = named.select_related("act").order_by("id")
    return [each for each in found if each.state not in HELD or not _is_answered_to(each, proceeding)]


def judged_by(proceeding: Proceeding) -> list[Allegation]:
    """What was answered by a decision: all that it weighed. Clearing somebody answers what its own route is for, or,
    where nothing of that is alleged, what no heavier route is for: a council that finds no breach of ethics has not
    answered a breach of discipline. What another proceeding of his is about is left to that one.
    """
    others = [each for each in administrative(proceeding.party) if each.pk != proceeding.pk]
    elsewhere = {CATEGORY_OF_ROUTE[Route(each.route)] for each in others}
    mine = [each for each in weighed_by(proceeding) if each.category not in elsewhere]
    if hasattr(proceeding, "decision"):
        return mine
    route = CATEGORY_OF_ROUTE[Route(proceeding.route)]
    heavier = ADMINISTRATIVE[: ADMINISTRATIVE.index(Category(route))]
    own = [each for each in mine if each.category == route]
    return own or [each for each in mine if each.category not in heavier]


def left_to_judge(party: Party) -> list[Allegation]:
    """What a new proceeding would be about: what is held against him, and no proceeding has judged in vain."""
    judged = _judged_in_vain(administrative(party))
    return [each for each in allegations_of(party) if each.pk not in judged]


def administrative(party: Party) -> list[Proceeding]:
    """His proceedings that may end in a sanction, in the order in which they were opened."""
    found = _ADMINISTRATIVE(party=party.pk)
    for each in found:
        each.party = party
    return found


def is_standing(proceeding: Proceeding) -> bool:
    """Whether a proceeding still leads to a decision or has one that holds: neither stopped nor annulled."""
    if proceeding.outcome in PROVES_NOTHING:
        return False
    decision = getattr(proceeding, "decision", None)
    if decision is None:
        return proceeding.state not in {ProceedingState.STOPPED, ProceedingState.CLOSED}
    remedy = getattr(decision, "remedy", None)
    return remedy is None or remedy.outcome not in UNDONE


def _judged_in_vain(proceedings: list[Proceeding]) -> set[int]:
    """What those that ended without proof were about."""
    return {judged.pk for each in proceedings if not is_standing(each) for judged in judged_by(each)}


def _is_answered_to(allegation: Allegation, proceeding: Proceeding) -> bool:
    """Whether an officer had decided on it when the letter went out that called the person."""
    called, decided = proceeding.called_at, allegation.decided_at
    return called is None or (decided is not None and decided <= called)
