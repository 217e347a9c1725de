"""What may be opened for whom in one case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.cases.access import case_for, people_shown
from netra.cases.models import Case, Party
from netra.sanctions.bounds import Bounds, bounds_for
from netra.sanctions.routes import has_crime, why_not
from netra.sanctions.states import ROUTE_LABELS, Route
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


def _choice(party: Party, route: Route, on: date) -> RouteChoice:
    refusal = _refusal(party, route)
    limits = None if refusal or route == Route.CRIME else bounds_for(party, route, examined=on, decided=None)
    return RouteChoice(party, route.value, ROUTE_LABELS[route], refusal, limits)


def _refusal(party: Party, route: Route) -> str:
    if any(each.route == route for each in party.proceedings.all()):
        return _("Sudah dibuka untuk terlapor ini.")
    if route == Route.CRIME:
        return "" if has_crime(party) else _("Tidak ada bentuk pidana pemilu atau pemilihan pada dugaannya.")
    return why_not(party, route)
