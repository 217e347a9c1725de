"""What may be opened for whom in one case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.access import case_for, people_shown
from netra.cases.crimes import crimes_left, has_crime, to_hand_over
from netra.cases.fitting import answers, not_a_civil_servant
from netra.cases.models import Case, Party
from netra.cases.models.allegation import HELD
from netra.law.dated import NothingInForce, Source
from netra.sanctions.bounds import Bounds, bounds_for
from netra.sanctions.models import Proceeding
from netra.sanctions.routes import CRIME_STATES, SETTING_ASIDE, why_not
from netra.sanctions.states import CATEGORY_OF_ROUTE, ROUTE_LABELS, STEPS, Route
from netra.sanctions.weighed import left_to_judge
from netra.trust.access import may
from netra.trust.asked_again import AskedAgain
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


def case_with_crimes_left(user: User, ref: str, *, on: date) -> tuple[Case, Sequence[RouteChoice]]:
    """The case, and for every accused whether his suspected crime still waits for a word; NotFound for a stranger."""
    case = case_for(user, ref, on=on)
    parties = case.parties.filter(people_shown(user, on=on)).distinct().order_by("ordinal")
    return case, [_crime_left(party) for party in parties]


def _crime_left(party: Party) -> RouteChoice:
    refusal = "" if crimes_left(party) else _("Tidak ada dugaan pidana yang masih harus diteruskan atau dinyatakan.")
    return RouteChoice(party, Route.CRIME.value, ROUTE_LABELS[Route.CRIME], refusal, None)


def crimes_offered(user: User, case: Case, people: Iterable[Party], *, on: date) -> frozenset[str]:
    """Which acts about a suspected crime this user may do now: hand it over, or say that none is seen.

    `people` are the accused whom he is shown, with their allegations.
    """
    about = {"sanctions.crime_refer": CRIME_STATES, "sanctions.crime_decline": SETTING_ASIDE}
    here = {act for act, states in about.items() if case.state in states}
    may_do = {act for act in here if may(user, act, on=on, region_code=case.region_code)}
    return frozenset(may_do) if may_do and any(map(crimes_left, people)) else frozenset()


_OPENED = AskedAgain(lambda people: Proceeding.objects.filter(party__among=people).values_list("party_id", "route"))


def opening_articles(case: Case, people: Iterable[Party], *, on: date) -> tuple[Source, ...]:
    """On what the proceedings that may still be opened would rest, by what is alleged of whom; none where none may be.

    `people` are the accused who are shown, with their allegations: one query, for the routes that are open already.
    A route that the allegations name themselves comes before one that they only allow beside it.
    """
    shown = sorted(people, key=lambda each: each.ordinal)
    opened = set(_OPENED(people=[each.pk for each in shown]))
    found: dict[Source, None] = {}
    for party in shown:
        for route in _routes_left(party, {route for key, route in opened if key == party.pk}):
            (first,) = (step for step in STEPS[route] if step.source is None)
            with suppress(NothingInForce):
                found[first.law(election_kind=case.election_kind, on=on, employment=party.employment)] = None
    return tuple(found)


def _routes_left(party: Party, opened: Collection[str]) -> list[Route]:
    if not_a_civil_servant(party):
        return []
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
    if route == Route.CRIME:
        return _why_not_handed_over(party)
    if any(each.route == route for each in party.proceedings.all()):
        return _("Sudah dibuka untuk terlapor ini.")
    return why_not(party, route)


def _why_not_handed_over(party: Party) -> str:
    if not has_crime(party):
        return _("Tidak ada bentuk pidana pemilu atau pemilihan pada dugaannya.")
    if not crimes_left(party):
        return _("Sudah diserahkan, atau sudah dinyatakan bahwa tidak terlihat tindak pidana.")
    return "" if to_hand_over(party) else _("Dugaannya baru usulan perangkat lunak: konfirmasi atau ubah dahulu.")
