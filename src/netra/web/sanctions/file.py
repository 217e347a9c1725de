"""One proceeding on one page: what it is about, where it stands, what is due and why, and what may be done next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from netra.cases.advice import cited_for, consultations_cited
from netra.law.conducts import CONDUCTS
from netra.registry.states import POSITION_LABELS, Position
from netra.sanctions import queries
from netra.sanctions.queries.decision import heard
from netra.sanctions.states import ProceedingState, Route
from netra.sanctions.ties import own_ties, ties_here
from netra.trust.access import may
from netra.trust.trail import history
from netra.web.cases.names import agency_names
from netra.web.cases.terms import terms_of
from netra.web.doors import SignedInRequest, download, file_stem, requires, today
from netra.web.sanctions.acting import about
from netra.web.sanctions.decided import decided, levels_in_words
from netra.web.sanctions.seats import seats_of
from netra.web.sanctions.words import HEARD_WORDS, regime_words
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.registry.queries import KnownTie
    from netra.sanctions.models import Proceeding

# An event names a proceeding by itself, or as the matter to which an examiner is assigned.
_NAMED_BY = ("proceeding", "matter")


@require_safe
@requires("cases.case_view")
def proceeding(request: SignedInRequest, ref: str) -> HttpResponse:
    """The page of one proceeding."""
    file = queries.proceeding_file(request.user, ref, on=today())
    found = file.proceeding
    examiners = queries.examiners_of(found, on=today())
    trail = history(found.case.chain)
    context = {
        **about(file),
        "conduct": translated(CONDUCTS[found.conduct].label),
        "position": translated(POSITION_LABELS[Position(found.party.position)]),
        "agency": agency_names({found.agency_code}, on=localdate(found.opened_at))[found.agency_code],
        "regime": regime_words(found, found.regime),
        "heard": HEARD_WORDS[heard(found)],
        "rounds": queries.rounds_of(found),
        **seats_of(found),
        "cited": cited_for([found.party]),
        "consulted": consultations_cited([found.party]),
        "terms": terms_of(file.deadlines, on=today()),
        "letters": [(each, file.may_read(each)) for each in file.letters],
        "cleared_on": queries.cleared_on(found) if found.state == ProceedingState.STOPPED else None,
        "withheld": next(iter(file.withheld.values()), ""),
        "examiners": examiners,
        "ties": _ties(request, file),
        "releases": queries.releases_of(found),
        "deciders": queries.deciders_among(examiners, found, on=today()),
        "may_assign": _may_assign(request, found),
        "may_unblock": file.block is not None and _may_unblock(request, found),
        "trail": [each for each in trail if found.ref in map(each.payload.get, _NAMED_BY)],
        **levels_in_words(found),
        **decided(found, trail),
        "recorded": _recorded_late(file),
    }
    return render(request, "sanctions/proceeding.html", context)


def _recorded_late(file: queries.ProceedingFile) -> date | None:
    """The day on which the decision was written down, where it bears a day of a term that had passed by then."""
    made = getattr(file.proceeding, "decision", None)
    late = (each for each in file.deadlines if made and each.was_recorded_late and each.met_date == made.decided_date)
    return next((each.recorded_date for each in late), None)


def _may_unblock(request: SignedInRequest, found: Proceeding) -> bool:
    """The board tells of a block only while something is owed; afterwards it is lifted from here."""
    act, case = "sanctions.data_unblock", found.case
    return may(request.user, act, on=today(), region_code=case.region_code, agency_code=found.agency_code)


def _ties(request: SignedInRequest, file: queries.ProceedingFile) -> list[KnownTie]:
    """All of them for whoever assigns and forms; for everybody else his own, where he reads the examination at all."""
    if _may_assign(request, file.proceeding):
        return ties_here(file.proceeding, request.user, on=today())
    return [] if file.closed else own_ties(file.proceeding, request.user, on=today())


def _may_assign(request: SignedInRequest, found: Proceeding) -> bool:
    """Whether the door to the examiners is shown: while somebody examines, and to the agency that handles it."""
    examined = found.closed_date is None and found.route != Route.CRIME
    return examined and may(
        request.user,
        "trust.examiner_assign",
        on=today(),
        region_code=found.region_code,
        agency_code=found.agency_code,
    )


@require_safe
@requires("cases.case_view")
def proceeding_letter(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """A letter of the proceeding as PDF, for whoever may read it."""
    paper, content = queries.proceeding_letter(request.user, ref, letter, on=today())
    name = file_stem(paper.number or paper.ref.lower())
    return download(content, name=f"{name}.pdf", media_type="application/pdf", inline=True)


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/", proceeding, name="proceeding"),
    path("penanganan/<str:ref>/surat/<str:letter>/", proceeding_letter, name="proceeding_letter"),
]
