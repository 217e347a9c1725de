"""The people of a case: adding an accused, confirming who it is, and what the accused answers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from netra.cases import operations, papers
from netra.cases.access import case_for
from netra.cases.fitting import why_not_addressed
from netra.cases.known import known_of
from netra.cases.links import link_of
from netra.cases.operations.claim import party_of
from netra.intake.queries import report_detail
from netra.registry.queries import agencies, civil_servant_by_ref
from netra.trust.errors import NotFound
from netra.trust.plain_text import one_line
from netra.web.cases.accused import SEARCH, Accused, confirm, one_accused
from netra.web.cases.acting import act_page
from netra.web.cases.possible import beside_the_name, seek
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, public_address, requires, today
from netra.web.forms.case_followup import AnswerForm, LinkForm
from netra.web.forms.case_people import CorrectionForm, IdentifyForm, PartyForm
from netra.web.forms.case_study import NothingForm
from netra.web.intake.mentioned import CHOSEN, chosen

if TYPE_CHECKING:
    from netra.cases.models import Case, Party

LINK_DAYS = 14


@sensitive_post_parameters("name", "person")
@GET_OR_POST
@requires("cases.party_add")
def party_add(request: SignedInRequest, ref: str) -> HttpResponse:
    """Adds an accused; the name may be unknown. The report may fill the form; the register proposes who may be meant.

    `search` only looks for the name, as in `party_identify`.
    """
    case = case_for(request.user, ref, on=today())
    accused = one_accused(request, _proposed(request, case), region=case.region_code)
    shown = {"sought": accused.sought, "choice": accused.choice}
    if SEARCH in request.POST and request.headers.get("Netra-Part") == "possible":
        return render(request, "cases/_possible.html", shown)
    return act_page(
        request,
        case,
        "cases.party_add",
        _with_choice(accused),
        lambda: _added(request, case, accused),
        template="cases/party_add.html",
        context={"agencies": agencies(on=today()), **shown},
    )


def _with_choice(accused: Accused) -> PartyForm:
    """The form of the accused, which is not valid where somebody was chosen without a second attribute."""
    form = accused.party
    if form.is_bound and accused.sought.chosen and not accused.choice.is_valid():
        for why in (why for told in accused.choice.errors.values() for why in told):
            form.add_error(None, why)
    return form


def _added(request: SignedInRequest, case: Case, accused: Accused) -> Party:
    """The accused, with who was confirmed: both or neither, so that nothing that was typed is lost."""
    with transaction.atomic():
        party = operations.party_add(case_ref=case.ref, party=accused.party.party(), by=request.user, at=now())
        confirm(request, case, party.ordinal, accused)
    return party


def _proposed(request: SignedInRequest, case: Case) -> dict[str, Any]:
    """What the report of the case proposes, for who may read that report."""
    if not case.report_ref or CHOSEN not in request.GET:
        return {}
    try:
        return chosen(request, report_detail(request.user, case.report_ref, at=now()))
    except NotFound:
        return {}


@sensitive_post_parameters("nip", "sought", "person")
@GET_OR_POST
@requires("cases.party_identify")
def party_identify(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Confirms who an accused is, by a NIP and a second attribute; proposes who of the register may be meant.

    `search` only looks for the name: whoever asks for that part (a script) gets it alone, else the page as it was.
    """
    case, accused = _case_and_party(request, ref, party)
    chosen = request.POST.get("person", "")
    name = one_line(request.POST.get("sought", accused.name))[:200]
    sought = seek(request.user, name, beside_the_name(accused), chosen=chosen)
    template, shown = "cases/party_identify.html", {"about": _who(accused), "sought": sought}
    if "search" in request.POST:
        if request.headers.get("Netra-Part") == "possible":
            return render(request, "cases/_possible.html", shown)
        asked = IdentifyForm(initial=request.POST.dict())
        return act_page(request, case, "cases.party_identify", asked, _nothing, template=template, context=shown)
    chosen_nip = civil_servant_by_ref(chosen, user=request.user, on=today()).nip if chosen else ""
    form = bind(request, IdentifyForm, chosen_nip=chosen_nip, initial={"sought": accused.name})
    return act_page(
        request,
        case,
        "cases.party_identify",
        form,
        lambda: operations.party_identify(case_ref=ref, ordinal=party, **form.confirmed(), by=request.user, at=now()),
        template=template,
        context=shown,
    )


@GET_OR_POST
@requires("cases.party_correct")
def party_correct(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Says anew who an accused is; what is blank is proposed from the staff records of the confirmed number."""
    case, accused = _case_and_party(request, ref, party)
    form = bind(request, CorrectionForm, initial=known_of(accused, on=today()))
    return act_page(
        request,
        case,
        "cases.party_correct",
        form,
        lambda: operations.party_correct(
            case_ref=ref,
            ordinal=party,
            party=form.party(),
            source=form.cleaned_data["source"],
            by=request.user,
            at=now(),
        ),
        context={"about": _who(accused), "agencies": agencies(on=today())},
    )


@GET_OR_POST
@requires("cases.answer_record")
def answer_record(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Keeps an answer given by letter or in person."""
    case, accused = _case_and_party(request, ref, party)
    form = bind(request, AnswerForm)
    return act_page(
        request,
        case,
        "cases.answer_record",
        form,
        lambda: operations.answer_record(
            case_ref=ref,
            party=party,
            **form.said(),
            by=request.user,
            at=now(),
        ),
        context={"about": _who(accused)},
    )


@GET_OR_POST
@requires("trust.link_issue")
def answer_link_issue(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Makes the personal link of an accused, and shows it once."""
    case, accused = _case_and_party(request, ref, party)
    held = papers.evidence_for(request.user, case, on=today())
    evidence = [(item.ref, f"{item.ref} ({item.media_type})") for item in held if not item.is_destroyed]
    initial = {"until": today() + timedelta(days=LINK_DAYS)}
    form = bind(request, LinkForm, evidence=evidence, initial=initial)
    if form.is_valid():
        secret = attempt(
            form,
            lambda: operations.answer_link_issue(
                case_ref=ref,
                party=party,
                until=_end_of(form.cleaned_data["until"]),
                shown=tuple(form.cleaned_data.get("shown", ())),
                by=request.user,
                at=now(),
            ),
        )
        if secret is not None:
            link = public_address(reverse("answer_give", kwargs={"secret": secret}))
            shown = {"case": case, "link": link, "about": _who(accused), "until": form.cleaned_data["until"]}
            return form_page(request, "cases/answer_link.html", form, shown)
    return act_page(
        request,
        case,
        "cases.answer_link_issue",
        form,
        lambda: None,
        template="cases/answer_link_issue.html",
        context={
            "about": _who(accused),
            "party": accused,
            "link": link_of(accused, at=now()),
            "gone": [why_not_addressed(accused)] if accused.left_kind else [],
        },
    )


@GET_OR_POST
@requires("trust.link_revoke")
def answer_link_revoke(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Ends the personal link of an accused at once."""
    case, accused = _case_and_party(request, ref, party)
    return act_page(
        request,
        case,
        "trust.link_revoke",
        bind(request, NothingForm),
        lambda: operations.answer_link_revoke(case_ref=ref, party=party, by=request.user, at=now()),
        context={"about": _who(accused)},
    )


def _case_and_party(request: SignedInRequest, ref: str, number: int) -> tuple[Case, Party]:
    case = case_for(request.user, ref, on=today())
    return case, party_of(case, number, by=request.user, on=today())


def _nothing() -> None:
    """What a page does on which somebody only looks for a name."""


def _who(party: Party) -> str:
    return f"T{party.ordinal} {party.name}".strip()


def _end_of(day: date) -> datetime:
    """The first moment of the day after: a link works through the whole of its last day."""
    return datetime.combine(day + timedelta(days=1), time.min, timezone.get_current_timezone())


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/terlapor/tambah/", party_add, name="party_add"),
    path("perkara/<str:ref>/terlapor/<int:party>/identitas/", party_identify, name="party_identify"),
    path("perkara/<str:ref>/terlapor/<int:party>/data/", party_correct, name="party_correct"),
    path("perkara/<str:ref>/terlapor/<int:party>/jawaban/", answer_record, name="answer_record"),
    path("perkara/<str:ref>/terlapor/<int:party>/tautan/", answer_link_issue, name="answer_link_issue"),
    path("perkara/<str:ref>/terlapor/<int:party>/tautan/cabut/", answer_link_revoke, name="answer_link_revoke"),
]
