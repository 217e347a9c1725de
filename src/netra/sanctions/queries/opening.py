"""What may be opened for whom in one case."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.access import case_for, people_shown
from netra.cases.fitting import answers, not_a_civil_servant
from netra.cases.models import Case, Party
from netra.cases.models.allegation import HELD
from netra.law.dated import NothingInForce, Source
from netra.sanctions.bounds import Bounds, bounds_for
from netra.sanctions.routes import has_crime, why_not
from netra.sanctions.states import CATEGORY_OF_ROUTE, ROUTE_LABELS, STEPS, Route
from netra.sanctions.weighed import left_to_judge
from netra.trust.models import User

ADMINISTRATIVE = (Route.DISCIPLINE, Route.ETHICS, Route.STATUS_TERMINATION)


@dataclass(frozen=True, slots=True)
class RouteChoice:
    """One route for one accused: what the law asks there, or why the route does not fit."""

    party: Party
    route: str
    label: str
    refusal: str
    limits: Bounds | None

    @property
    def fits(self) -> bool:
        return not self.refusal

    @property
    def key(self) -> str:
        """How a form names it: `1:DISCIPLINE`."""
        return f"{self.party.ordinal}:{self.route}"


def case_with_routes(user: User, ref: str, *, on: date) -> tuple[Case, Sequence[RouteChoice]]:
    """The case, and for every accused whom this user may handle every route; NotFound for a stranger."""
    case = case_for(user, ref, on=on)
    shown = case.parties.filter(people_shown(user, on=on)).distinct()
    parties = list(shown.prefetch_related("proceedings__decision__remedy").order_by("ordinal"))
    for party in parties:
        party.case = case
    return case, [_choice(party, route, on) for party in parties for route in (*ADMINISTRATIVE, Route.CRIME)]


def opening_articles(user: User, case: Case, *, on: date) -> tuple[Source, ...]:
    """On what the proceedings that may still be opened would rest, by what is alleged of whom; none where none may be.

    A route that the allegations name themselves comes before one that they only allow beside it.
    """
    shown = case.parties.filter(people_shown(user, on=on)).distinct().order_by("ordinal")
    found: dict[Source, None] = {}
    for party in shown.prefetch_related("allegations", "proceedings"):
        for route in _routes_left(party):
            (first,) = (step for step in STEPS[route] if step.source is None)
            with suppress(NothingInForce):
                found[first.law(election_kind=case.election_kind, on=on, employment=party.employment)] = None
    return tuple(found)


def _routes_left(party: Party) -> list[Route]:
    if not_a_civil_servant(party):
        return []
    opened = {each.route for each in party.proceedings.all()}
    standing = [each for each in party.allegations.all() if each.state in HELD]
    left = [route for route in ADMINISTRATIVE if route not in opened and answers(CATEGORY_OF_ROUTE[route], standing)]
    alleged = {each.category for each in standing}
    named = [route for route in left if CATEGORY_OF_ROUTE[route] in alleged]
    return named or left


def _choice(party: Party, route: Route, on: date) -> RouteChoice:
    refusal = _refusal(party, route)
    if refusal or route == Route.CRIME:
        return RouteChoice(party, route.value, ROUTE_LABELS[route], refusal, None)
    limits = bounds_for(party, route, left_to_judge(party), examined=on, decided=None)
    return RouteChoice(party, route.value, ROUTE_LABELS[route], refusal, limits)


def _refusal(party: Party, route: Route) -> str:
    if any(each.route == route for each in party.proceedings.all()):
        return _("Sudah dibuka untuk terlapor ini.")
    if route == Route.CRIME:
        return "" if has_crime(party) else _("Tidak ada bentuk pidana pemilu atau pemilihan pada dugaannya.")
    return why_not(party, route)
