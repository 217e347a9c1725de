"""When a recommendation and an allegation are answered: by a decision that weighed them, or on their own route."""

from __future__ import annotations

from datetime import date

from netra.cases.fitting import answers
from netra.cases.models import Party
from netra.cases.operations import stop_clock
from netra.sanctions.bounds import (
    ADMINISTRATIVE,
    action_recommended,
    recommendation_for,
)
from netra.sanctions.models import Proceeding
from netra.sanctions.states import CATEGORY_OF_ROUTE, Route
from netra.sanctions.weighed import is_standing, left_to_judge, weighed_by


def meet_follow_up(proceeding: Proceeding, *, met: date, recorded: date, decided: bool) -> None:
    """Stop the authority's follow-up term, unless what was recommended is still to be answered on another route.

    A decision answers every category that it weighed; clearing somebody on one route answers that route alone.
    """
    wanted = recommendation_for(proceeding.party)
    category = wanted.category if wanted else ""
    own = CATEGORY_OF_ROUTE[Route(proceeding.route)]
    if category not in {"", own} and not (decided and not _pending_elsewhere(proceeding, category)):
        return
    stop_clock(proceeding.case, "follow_up", met=met, recorded=recorded, subject_ref=proceeding.party.ref)


def _pending_elsewhere(proceeding: Proceeding, category: str) -> bool:
    others = proceeding.party.proceedings.exclude(pk=proceeding.pk).select_related("decision__remedy")
    return any(CATEGORY_OF_ROUTE.get(Route(each.route)) == category and is_standing(each) for each in others)


def unanswered(party: Party) -> frozenset[str]:
    """The administrative categories for which nobody has answered yet, by a route of their own or a standing decision.

    What the ethics council recommended beside the moral sanction (PP 42/2004 Ps 16) is owed an answer too, unless the
    authority has said in writing why it takes no action. Of who is a civil servant no more nothing is owed.
    """
    if party.left_kind:
        return frozenset()
    ended = list(party.proceedings.exclude(route=Route.CRIME).select_related("decision__remedy", "hearing"))
    answered = {CATEGORY_OF_ROUTE[Route(each.route)] for each in ended}
    decided = [each for each in ended if is_standing(each) and hasattr(each, "decision")]
    settled = {allegation.pk for each in decided for allegation in weighed_by(each)}
    held = [each for each in left_to_judge(party) if each.pk not in settled]
    owed = {each.category for each in held if each.category in ADMINISTRATIVE}
    wanted = recommendation_for(party)
    if wanted and not ended and answers(wanted.category, held):
        owed.add(wanted.category)
    if any(action_recommended(each) for each in ended):
        owed.add("DISCIPLINE")
    return frozenset(owed - answered)
