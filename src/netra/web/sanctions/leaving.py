"""An accused is a civil servant no more: recorded with what ends by it, and taken back where it was a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from netra.cases.access import case_for
from netra.cases.leaving import LEAVING_LABELS
from netra.cases.operations.claim import party_of
from netra.law.dated import Source
from netra.registry.queries import out_of_office
from netra.sanctions import operations
from netra.sanctions.leaving import LAPSE
from netra.sanctions.offers import article
from netra.sanctions.operations.leaving import ending_of
from netra.sanctions.states import STATE_LABELS, ProceedingState
from netra.web.cases.acting import act_page
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.leaving import LeavingForm, MistakenForm
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Case, Party
    from netra.sanctions.models import Proceeding


@dataclass(frozen=True, slots=True)
class Ending:
    """What becomes of one proceeding where that happened, and on which article; `outcome` is empty where it goes on."""

    ref: str
    state: str
    happened: str
    outcome: str
    source: Source | None


@require_http_methods(["GET", "POST"])
@requires("sanctions.servant_left")
def servant_left(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Records that an accused died, retired or left; says beforehand what ends by it."""
    case, accused = _case_and_party(request, ref, party)
    form = bind(request, LeavingForm)
    context = {"about": _who(accused), "endings": _endings(accused), "since": out_of_office([accused.nip], today())}
    return act_page(
        request,
        case,
        "sanctions.servant_left",
        form,
        lambda: operations.servant_left(
            case_ref=ref, party=party, departure=form.departure(), by=request.user, at=now()
        ),
        template="cases/servant_left.html",
        context=context,
    )


@require_http_methods(["GET", "POST"])
@requires("sanctions.servant_left_correct")
def servant_left_correct(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Takes it back, with the reason."""
    case, accused = _case_and_party(request, ref, party)
    form = bind(request, MistakenForm)
    return act_page(
        request,
        case,
        "sanctions.servant_left_correct",
        form,
        lambda: operations.servant_left_correct(
            case_ref=ref, party=party, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
        context={"about": f"T{accused.ordinal}"},
    )


def _case_and_party(request: SignedInRequest, ref: str, number: int) -> tuple[Case, Party]:
    case = case_for(request.user, ref, on=today())
    return case, party_of(case, number, by=request.user, on=today())


def _who(party: Party) -> str:
    return f"T{party.ordinal} {party.name}".strip()


def _endings(accused: Party) -> list[Ending]:
    running = (
        accused.proceedings.exclude(state=ProceedingState.CLOSED)
        .select_related("case", "party", "decision")
        .order_by("pk")
    )
    return [_ending(each, kind) for each in running for kind in LEAVING_LABELS]


def _ending(proceeding: Proceeding, kind: str) -> Ending:
    found = ending_of(proceeding, kind, left=today())
    source = (found.source or article(LAPSE, proceeding, on=today())) if found else None
    state, happened = translated(STATE_LABELS[proceeding.state]), translated(LEAVING_LABELS[kind])
    return Ending(proceeding.ref, state, happened, found.outcome if found else "", source)


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/terlapor/<int:party>/berhenti/", servant_left, name="servant_left"),
    path("perkara/<str:ref>/terlapor/<int:party>/berhenti/koreksi/", servant_left_correct, name="servant_left_correct"),
]
