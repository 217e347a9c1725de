"""Elections with their stages and their tickets: always in ballot order, always at equal size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.law.dated import Verification
from netra.law.elections import PublishedStage
from netra.registry import operations, queries
from netra.registry.entries import ElectionEntry
from netra.registry.states import ElectionKind, Office
from netra.web import converters  # noqa: F401 -- registers <code:…>
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires
from netra.web.forms.registry_elections import (
    STAGE_LABELS,
    VERIFICATION_LABELS,
    ElectionForm,
    StageForm,
    TicketForm,
)
from netra.web.intake.regions import region_words
from netra.web.registry.reach import VIEW, may
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.registry.models import Election, ElectionStage, Ticket

SAVE, SET_STAGE = "registry.election_save", "registry.election_stage_set"


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage as it is read: its first and last day, where, and on what it rests."""

    label: str
    first: date
    last: date | None
    region: str
    office: str
    source: str
    verification: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Ballot:
    """The tickets of one contest, in ballot order."""

    title: str
    tickets: list[tuple[Ticket, str]]


@require_safe
@requires(VIEW)
def election_list(request: SignedInRequest) -> HttpResponse:
    """All elections, newest first."""
    rows = [
        (election, region_words(election.region_code, election.voting_date) if election.region_code else "")
        for election in queries.elections()
    ]
    return render(request, "registry/election_list.html", {"rows": rows, "may_save": may(request, SAVE)})


@require_safe
@requires(VIEW)
def election(request: SignedInRequest, code: str) -> HttpResponse:
    """One election, as it ran in the whole country or in a region."""
    found = queries.election(code)
    on = found.voting_date
    regions = queries.regions_of(found)
    region = request.GET.get("region", "")
    region = region if region in regions else found.region_code
    context = {
        "election": found,
        "region": region_words(region, on) if region else "",
        "region_code": region,
        "regions": [(each, region_words(each, on)) for each in regions],
        "stages": [_stage_row(stage, on) for stage in queries.stages_of(found, region)],
        "ballots": list(_ballots(queries.tickets_of(found, region), on)),
        "may_save": may(request, SAVE),
        "may_set_stage": may(request, SET_STAGE),
    }
    return render(request, "registry/election.html", context)


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def election_save(request: SignedInRequest) -> HttpResponse:
    """A new election."""
    return _election_page(request, bind(request, ElectionForm), {"title": _("Pemilihan baru")})


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def election_change(request: SignedInRequest, code: str) -> HttpResponse:
    """What is known of an election, told better; its stages and tickets stay."""
    found = queries.election(code)
    form = bind(request, ElectionForm, known_code=code, initial={**vars(found)})
    return _election_page(request, form, {"title": _("Ubah pemilihan"), "election": found})


@require_http_methods(["GET", "POST"])
@requires(SET_STAGE)
def election_stage_set(request: SignedInRequest, code: str) -> HttpResponse:
    """When a stage ran, with the document that says so."""
    found = queries.election(code)
    form = bind(request, StageForm)
    if form.is_valid():
        entry = form.entry()
        done = attempt(
            form,
            lambda: operations.election_stage_set(election_code=code, entry=entry, by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Tahapan tersimpan."))
            return redirect("election", code=code)
    return form_page(request, "registry/election_stage_set.html", form, {"election": found})


@require_http_methods(["GET", "POST"])
@requires(SAVE)
def election_ticket(request: SignedInRequest, code: str) -> HttpResponse:
    """One ticket more, or one told better: found by office, region and ballot number."""
    found = queries.election(code)
    form = bind(request, TicketForm, initial={"office": found.office, "region_code": found.region_code})
    if form.is_valid():
        entry = replace(_entry(found), tickets=(form.entry(),))
        saved = attempt(form, lambda: operations.election_save(entry=entry, by=request.user, at=now()))
        if saved is not None:
            messages.success(request, _("Pasangan calon tersimpan."))
            return redirect("election", code=code)
    return form_page(request, "registry/election_ticket.html", form, {"election": found})


def _entry(found: Election) -> ElectionEntry:
    return ElectionEntry(
        code=found.code,
        kind=ElectionKind(found.kind),
        name=found.name,
        voting_date=found.voting_date,
        start_date=found.start_date,
        until_date=found.until_date,
        office=Office(found.office) if found.office else None,
        region_code=found.region_code,
    )


def _stage_row(stage: ElectionStage, on: date) -> StageRow:
    known = stage.stage in set(PublishedStage)
    return StageRow(
        label=str(STAGE_LABELS[PublishedStage(stage.stage)]) if known else stage.stage,
        first=stage.start_date,
        last=stage.until_date - timedelta(days=1) if stage.until_date else None,
        region=region_words(stage.region_code, on) if stage.region_code else "",
        office=translated(stage.get_office_display()) if stage.office else "",
        source=", ".join(part for part in (stage.source_instrument, stage.source_article) if part),
        verification=str(VERIFICATION_LABELS[Verification(stage.verification)]),
        is_checked=stage.verification == Verification.SEEN,
    )


def _ballots(tickets: Iterable[Ticket], on: date) -> Iterable[Ballot]:
    """The tickets come by office, region and number; each contest is a ballot of its own."""
    for (_office, region), rows in groupby(tickets, key=lambda ticket: (ticket.office, ticket.region_code)):
        ballot = list(rows)
        place = f", {region_words(region, on)}" if region else ""
        marks = [(ticket, str(VERIFICATION_LABELS[Verification(ticket.verification)])) for ticket in ballot]
        yield Ballot(f"{translated(ballot[0].get_office_display())}{place}", marks)


def _election_page(request: SignedInRequest, form: ElectionForm, context: dict[str, object]) -> HttpResponse:
    if form.is_valid():
        saved = attempt(form, lambda: operations.election_save(entry=form.entry(), by=request.user, at=now()))
        if saved is not None:
            messages.success(request, _("Pemilihan tersimpan."))
            return redirect("election", code=saved.code)
    return form_page(request, "registry/election_save.html", form, context)


urlpatterns: list[URLPattern] = [
    path("registri/pemilihan/", election_list, name="election_list"),
    path("registri/pemilihan/baru/", election_save, name="election_save"),
    path("registri/pemilihan/<code:code>/", election, name="election"),
    path("registri/pemilihan/<code:code>/ubah/", election_change, name="election_change"),
    path("registri/pemilihan/<code:code>/tahapan/", election_stage_set, name="election_stage_set"),
    path("registri/pemilihan/<code:code>/calon/", election_ticket, name="election_ticket"),
]
