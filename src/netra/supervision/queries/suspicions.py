"""What was suspected and waits for its next step: to become a finding, to be handed over, to be looked into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _

from netra.registry.states import AgencyKind
from netra.supervision.access import agencies_planned_for
from netra.supervision.models import Observation, Visit
from netra.supervision.places import Places
from netra.supervision.states import Result, VisitState
from netra.trust.access import Person


class NextStep(StrEnum):
    """What somebody has to do with a suspicion."""

    REGISTER = "REGISTER"
    HAND_ON = "HAND_ON"
    FOLLOW = "FOLLOW"


NEXT_STEP_LABELS: Mapping[NextStep, str] = MappingProxyType(
    {
        NextStep.REGISTER: _("Belum menjadi temuan."),
        NextStep.HAND_ON: _("Belum disampaikan kepada pengawas pemilu."),
        NextStep.FOLLOW: _("Disampaikan pengawasan internal; Anda belum merencanakan pengawasannya."),
    }
)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A suspicion, where it was seen, and what this reader does with it next."""

    observation: Observation
    place: str
    step: NextStep

    @property
    def label(self) -> str:
        return NEXT_STEP_LABELS[self.step]


def suspicions_waiting(user: Person, *, on: date, limit: int) -> list[Suspicion]:
    """What the agencies for which this person plans suspect, or were told of, without a next step; the newest first,
    for the term of a finding is short and an old one that came to nothing must not hide it.
    """
    served = list(agencies_planned_for(user, on=on))
    if not served:
        return []
    offices = [each.code for each in served if each.kind == AgencyKind.ELECTION_SUPERVISOR]
    others = [each.code for each in served if each.kind != AgencyKind.ELECTION_SUPERVISOR]
    unregistered = Q(visit__agency_code__in=offices, case_ref="")
    unpassed = Q(visit__agency_code__in=others, passed_to="")
    unfollowed = Q(pk__in=not_looked_into().filter(passed_to__in=offices).values("pk"))
    waiting = Observation.objects.filter(unregistered | unpassed | unfollowed, result=Result.SUSPECTED, erased_at=None)
    found = list(waiting.select_related("visit").order_by("-observed_date", "-pk")[:limit])
    places = Places(((each.visit.target_code, each.visit.unit_code) for each in found), on=on)
    return [
        Suspicion(each, places.name(each.visit.target_code, each.visit.unit_code), _step(each, offices))
        for each in found
    ]


def not_looked_into() -> QuerySet[Observation]:
    """What no visit follows; one that was cancelled follows nothing."""
    looks = Visit.objects.filter(follows=OuterRef("pk")).exclude(state=VisitState.CANCELLED)
    return Observation.objects.exclude(Exists(looks))


def _step(observation: Observation, offices: list[str]) -> NextStep:
    if observation.visit.agency_code in offices:
        return NextStep.REGISTER
    return NextStep.FOLLOW if observation.passed_to in offices else NextStep.HAND_ON
