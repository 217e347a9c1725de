"""One case on one page: what it is, where it stands, what is due and why, and what may be done next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.cases import offers, operations, papers, queries
from netra.cases.access import case_even_own
from netra.cases.advice import cited_for, consultations_cited
from netra.cases.archive import archive_of
from netra.cases.bypass import body_kept_out
from netra.cases.causes import BY_CODE, agreement
from netra.cases.duties import is_owed
from netra.cases.links import linked_parties
from netra.cases.operations.claim import RECUSE
from netra.cases.operations.deadlines import moves_offered
from netra.cases.others import events_about
from netra.cases.own_case import OwnCase
from netra.cases.states import STATE_LABELS
from netra.cases.steps_open import handling_is_overdue
from netra.intake.access import visible_to
from netra.law.conducts import CONDUCTS
from netra.law.deadlines import compute
from netra.law.in_words import category_in_words, level_in_words
from netra.law.local_time import day_at
from netra.law.stages import phase_answer
from netra.registry.queries import out_of_office, schedule_behind
from netra.registry.states import ELECTION_KIND_LABELS, OFFICE_LABELS, POSITION_LABELS, ElectionKind, Office, Position
from netra.sanctions import queries as sanctions
from netra.sanctions.states import ROUTE_LABELS
from netra.sanctions.states import STATE_LABELS as PROCEEDING_LABELS
from netra.supervision.queries import visit_of
from netra.trust.states import ErasureState
from netra.trust.trail import Entry, history
from netra.web.cases.act_words import ACT_WORDS, ActWords
from netra.web.cases.former import former_rows
from netra.web.cases.left import Mistake, mistakes, with_reasons
from netra.web.cases.listing import title_of
from netra.web.cases.names import agency_names, body_name, region_name
from netra.web.cases.readings import reading_of
from netra.web.cases.terms import subjects_of, terms_of
from netra.web.cases.way import way_of
from netra.web.cases.words import state_kind
from netra.web.doors import (
    SignedInRequest,
    attempt,
    bind,
    download,
    download_original,
    file_stem,
    form_page,
    now,
    requires,
    today,
)
from netra.web.erasures import erasures_of_case
from netra.web.forms.letters import CertifierForm
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Act, Case, Deadline, Party, Recommendation, Referral
    from netra.cases.queries import CaseFile
    from netra.law.dated import Source
    from netra.sanctions.models import Proceeding
    from netra.trust.models import User

OPEN = "sanctions.proceeding_open"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One accused as the page shows him."""

    party: Party
    agency: str
    position: str
    has_link: bool
    out_since: date | None = None
    mistakes: Sequence[Mistake] = ()


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """What the oversight body recommended for one accused."""

    party: int
    body: str
    category: str
    level: str
    basis: str
    reason: str
    at: datetime


@require_safe
@requires("cases.case_view")
def case(request: SignedInRequest, ref: str) -> HttpResponse:
    """The page of one case."""
    try:
        found = queries.case_file(request.user, ref, on=today())
    except OwnCase as own:
        return _own_page(request, ref, str(own))
    return render(request, "cases/case.html", page_of(found, request.user))


def _own_page(request: SignedInRequest, ref: str, why: str) -> HttpResponse:
    """What who may be accused in it is shown: that it is there, why no more, and the way to be kept from it."""
    found = case_even_own(request.user, ref, on=today())
    may_leave = RECUSE in offers.side_acts(request.user, found, on=today())
    return render(request, "cases/own_case.html", {"ref": ref, "why": why, "may_leave": may_leave}, status=403)


def page_of(found: CaseFile, user: User) -> dict[str, object]:
    """Everything the page shows; a constant number of queries, whatever the case holds."""
    case, on = found.case, today()
    sees_all = papers.sees_all(user, case, on=on)
    whole = history(case.chain, with_names=sees_all)
    of_others = events_about(case, found.others, whole)
    trail = with_reasons((entry for entry in whole if entry.seq not in of_others), case.parties.all())
    handled = sanctions.proceedings_of(user, case, on=on)
    terms = terms_of(found.deadlines, on=on, whose=subjects_of(case.parties.all(), handled))
    running = sum(term.is_open for term in terms)
    codes = {case.handling_agency_code, case.agency_code, *(party.agency_code for party in case.parties.all())}
    agencies = agency_names(codes, on=case.received_date)
    may_open = bool(found.allegations) and not case.is_ended
    opening = sanctions.opening_articles(case, case.parties.all(), on=on) if may_open else None
    return {
        "case": case,
        "title": title_of(case, hides_somebody=found.hides_somebody),
        "sealed": papers.is_sealed(case),
        "cleared": found.sealed if sees_all else [],
        "retention": compute("erasure", case.ended_date or on).citation,
        "schedule": schedule_behind(_erased_from(found), case.handling_agency_code, case.ended_date),
        **_erasing(found, sees_all=sees_all),
        "state": translated(STATE_LABELS[case.state]),
        "kind": state_kind(case.state),
        "sees_all": sees_all,
        "reads_report": _reads_report(user, case),
        "visit_ref": visit_of(user, case.observation_ref, on=on),
        "trail": trail,
        "left_out": len(of_others),
        "way": way_of(case, _without_articles(whole, of_others), on=on, opening=opening),
        "terms": terms,
        "running": running,
        "ended_terms": len(terms) - running,
        "next_steps": _next_steps(user, case, opening),
        "late_but_owed": handling_is_overdue(case, on=on) and any(map(is_owed, found.allegations)),
        "may": _side_acts(user, found),
        "moves": _moves(user, found.deadlines),
        "hidden": found.hidden,
        **_about(case, agencies),
        **_people(found, trail, agencies),
        **_papers(user, found),
        **_afterwards(user, case, handled),
    }


def _erased_from(found: CaseFile) -> date | None:
    """From when the case may be erased, or what is about those who were cleared in it: all of them ended with it."""
    return found.case.erase_date or next((each.erase_date for each in found.sealed), None)


def _erasing(found: CaseFile, *, sees_all: bool) -> dict[str, object]:
    """What was asked about its erasure, for a case of which something may be erased; asked for no other."""
    asked = list(queries.erasures_of(found.case)) if _erased_from(found) else []
    return {
        "erasures": erasures_of_case(asked) if sees_all else [],
        "erasure_waits": any(each.state is ErasureState.PENDING for each in asked),
        "erased_on": next((each.approved_at for each in asked if each.approved_at), None),
    }


def _without_articles(trail: list[Entry], events: Collection[int]) -> list[Entry]:
    """The way of the case is everybody's; the article of a step about others would tell what they are held for."""
    return [replace(entry, citation="") if entry.seq in events else entry for entry in trail]


def _next_steps(user: User, case: Case, opening: Sequence[Source] | None) -> list[tuple[ActWords, Sequence[Source]]]:
    """What may be done now, each with its articles; those of opening a proceeding follow the person and the route."""
    offered = [each for each in offers.steps_offered(user, case, on=today()) if each.act in ACT_WORDS]
    told = {each.act: [each.source] if each.source else [] for each in offered}
    return [(ACT_WORDS[act], (opening or []) if act == OPEN else sources) for act, sources in told.items()]


def _side_acts(user: User, found: CaseFile) -> dict[str, bool]:
    """Acts that leave the state alone, by name; those on a crime only where one is suspected and nobody spoke of it."""
    case, on = found.case, today()
    acts = offers.side_acts(user, case, on=on) | sanctions.crimes_offered(user, case, case.parties.all(), on=on)
    return {code.partition(".")[2]: True for code in acts}


def _reads_report(user: User, case: Case) -> bool:
    """Whether the report that became this case is a page for this reader; the oversight body reads cases only."""
    return bool(case.report_ref) and visible_to(user, on=today()).filter(ref=case.report_ref).exists()


def _about(case: Case, names: Mapping[str, str]) -> dict[str, object]:
    kept_out = "" if case.ended_date else body_kept_out(case, on=today())
    return {
        "body_kept_out": kept_out and body_name(kept_out),
        "region": region_name(case.region_code),
        "handler": names.get(case.handling_agency_code, ""),
        "agency": names.get(case.agency_code, ""),
        "contest": translated(ELECTION_KIND_LABELS[ElectionKind(case.election_kind)]),
        "office": translated(OFFICE_LABELS[Office(case.office)]) if case.office else "",
        "between": _between(case),
        "referral_body": _referred_to(case.referral) if hasattr(case, "referral") else "",
    }


def _referred_to(referral: Referral) -> str:
    """To whom the case was referred: a body, or whom the plenary named where the case goes past that body."""
    return body_name(referral.body_code) or _("pejabat yang ditetapkan pleno")


def _between(case: Case) -> str:
    """Why no election was under way on the days of the acts, as the report form says it; "" where one may be."""
    days = [act.act_date for act in case.acts.all() if act.act_date and act.act_date_precision == "DAY"]
    if case.election_code or not days:
        return ""
    answers = [phase_answer(case.election_kind, case.region_code, day, office=case.office or None) for day in days]
    return "" if any(each.election for each in answers) else answers[-1].explanation


def _people(found: CaseFile, trail: list[Entry], names: Mapping[str, str]) -> dict[str, object]:
    case = found.case
    linked = linked_parties(case, at=now())
    parties = sorted(case.parties.all(), key=lambda each: each.ordinal)
    acts = sorted(case.acts.all(), key=lambda each: each.ordinal)
    out = {} if case.is_ended else out_of_office([each.nip for each in parties], today())
    assessed = {(each.party_id, each.act_id) for each in found.allegations}
    return {
        "parties": [
            PartyRow(
                party,
                names.get(party.agency_code, ""),
                translated(POSITION_LABELS[Position(party.position)]),
                party.ordinal in linked,
                out.get(party.nip),
                mistakes(party, trail),
            )
            for party in parties
        ],
        "acts": [(act, translated(CONDUCTS[act.conduct].label), _others(act), former_rows(act, trail)) for act in acts],
        "readings": [reading_of(each, trail) for each in found.allegations],
        "unassessed": [(party, act) for party in parties for act in acts if (party.pk, act.pk) not in assessed],
        "clarifications": [
            (each, day_at(case.region_code, each.meeting_at) <= day_at(case.region_code, now()))
            for each in sorted(case.clarifications.all(), key=lambda each: each.ordinal)
        ],
        "plenaries": [(each, translated(STATE_LABELS[each.outcome])) for each in case.plenaries.all()],
        "recommendations": [_recommended(each) for each in case.recommendations.all()],
        "answers": [(party, answer) for party in parties for answer in party.answers.all()],
        "cited": cited_for(parties),
        "consulted": consultations_cited(parties),
    }


def _moves(user: User, deadlines: Sequence[Deadline]) -> dict[str, set[int]]:
    """By the last word of each act on terms, the terms on which this user may do it."""
    offered = [(each.pk, moves_offered(user, each, on=today())) for each in deadlines if each.met_date is None]
    return {
        word: {pk for pk, acts in offered if f"cases.deadline_{word}" in acts} for word in ("extend", "pause", "resume")
    }


def _others(act: Act) -> list[str]:
    return [translated(CONDUCTS[code].label) for code in act.other_conducts]


def _recommended(each: Recommendation) -> RecommendationRow:
    return RecommendationRow(
        party=each.party.ordinal,
        body=body_name(each.body_code),
        category=translated(category_in_words(each.category)),
        level=translated(level_in_words(each.level)),
        basis=each.basis,
        reason=each.reason,
        at=each.recommended_at,
    )


def _papers(user: User, found: CaseFile) -> dict[str, object]:
    case, on = found.case, today()
    shown = papers.letters_for(user, case, on=on, hidden=found.others)
    evidence = papers.evidence_for(user, case, on=on, hidden=found.others)
    return {
        "letters": shown,
        "certifiable": papers.certifiable(user, case, shown, on=on),
        "evidence": evidence,
        "withheld": papers.withheld(case, evidence) if papers.sees_all(user, case, on=on) else {},
        "may_open_papers": papers.may_open_papers(user, case, on=on),
        "closed_papers": papers.closed_papers(user, case, on=on) if found.sealed else frozenset(),
    }


def _afterwards(user: User, case: Case, handled: Sequence[Proceeding]) -> dict[str, object]:
    codings = queries.cause_codings_for(user, case)
    archive = archive_of(case)
    pair = [frozenset(code.cause for code in coding.codes.all()) for coding in codings]
    return {
        "proceedings": [
            (each, translated(ROUTE_LABELS[each.route]), translated(PROCEEDING_LABELS[each.state])) for each in handled
        ],
        "archive": archive,
        "fate": translated(archive.schedule.get_fate_display()) if archive and archive.schedule else "",
        "opened": sanctions.opened_of(user, handled, on=today()),
        "codings": [
            (coding, [(translated(BY_CODE[code.cause].label), code.evidence) for code in coding.codes.all()])
            for coding in codings
        ],
        "agreement": agreement([(pair[0], pair[1])]) if len(pair) == 2 else None,
    }


@require_safe
@requires("cases.case_view")
def case_letter(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """A letter of the case as PDF."""
    paper = papers.letter_pdf(request.user, ref, letter, on=today())
    name = file_stem(paper.letter.number or paper.letter.ref.lower())
    return download(paper.content, name=f"{name}.pdf", media_type="application/pdf", inline=True)


@require_http_methods(["GET", "POST"])
@requires("letters.letter_certify")
def letter_certify(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """A certified copy of a letter of the case as PDF; the trail keeps that it was made."""
    found = papers.letter_to_certify(request.user, ref, letter, on=today())
    form = bind(request, CertifierForm, initial={"name": request.user.full_name})
    if form.is_valid():
        copy = attempt(
            form,
            lambda: operations.copy_letter(
                case_ref=ref, letter_ref=letter, certified_by=form.cleaned_data, by=request.user, at=now()
            ),
        )
        if copy is not None:
            name = file_stem(f"salinan {found.number}")
            return download(copy.content, name=f"{name}.pdf", media_type="application/pdf")
    return form_page(request, "letters/letter_certify.html", form, {"ref": ref, "letter": found})


@require_safe
@requires("cases.case_view")
def case_evidence(request: SignedInRequest, ref: str, evidence: str) -> HttpResponse:
    """One piece of evidence as it was received; the reading stands in the trail of the case."""
    item, content = papers.open_evidence(request.user, ref, evidence, on=today(), at=now())
    return download_original(content, stem=item.ref, media_type=item.media_type)


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/", case, name="case"),
    path("perkara/<str:ref>/surat/<str:letter>/", case_letter, name="case_letter"),
    path("perkara/<str:ref>/surat/<str:letter>/salinan/", letter_certify, name="letter_certify"),
    path("perkara/<str:ref>/bukti/<str:evidence>/", case_evidence, name="case_evidence"),
]
