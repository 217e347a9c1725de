"""The acts that carry a case on: preliminary study, study, plenary, referral, recommendation, and its proper ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from netra.cases import operations, queries
from netra.cases.bypass import body_kept_out
from netra.cases.fitting import why_not_addressed
from netra.cases.letters import awaited, referral_copies
from netra.cases.own_case import headed_body
from netra.law.bodies import head_of, oversight_body
from netra.registry.queries import agencies
from netra.web.cases.acting import act_page, case_at_step
from netra.web.cases.readings import reading_of
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import AdviceForm
from netra.web.forms.case_study import AddresseeForm, MeetingForm, NothingForm, PlenaryForm, ReasonForm, StudyForm

if TYPE_CHECKING:
    from netra.cases.models import Case

GET_OR_POST = require_http_methods(["GET", "POST"])


@GET_OR_POST
@requires("cases.case_start_preliminary")
def case_start_preliminary(request: SignedInRequest, ref: str) -> HttpResponse:
    """Begins the preliminary study."""
    case = case_at_step(request, ref, "cases.case_start_preliminary")
    return act_page(
        request,
        case,
        "cases.case_start_preliminary",
        bind(request, NothingForm),
        lambda: operations.case_start_preliminary(case_ref=ref, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.case_start_study")
def case_start_study(request: SignedInRequest, ref: str) -> HttpResponse:
    """Begins the study."""
    case = case_at_step(request, ref, "cases.case_start_study")
    return act_page(
        request,
        case,
        "cases.case_start_study",
        bind(request, NothingForm),
        lambda: operations.case_start_study(case_ref=ref, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.case_finish_study")
def case_finish_study(request: SignedInRequest, ref: str) -> HttpResponse:
    """Writes the study and hands it to the plenary."""
    case = case_at_step(request, ref, "cases.case_finish_study")
    form = bind(request, StudyForm, awaited=awaited(case, now()))
    return act_page(
        request,
        case,
        "cases.case_finish_study",
        form,
        lambda: operations.case_finish_study(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.plenary_decide")
def plenary_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records what the plenary decided."""
    case = case_at_step(request, ref, "cases.plenary_decide")
    form = bind(request, PlenaryForm, state=case.state, region_code=case.region_code)
    return act_page(
        request,
        case,
        "cases.plenary_decide",
        form,
        lambda: operations.plenary_decide(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.case_refer")
def case_refer(request: SignedInRequest, ref: str) -> HttpResponse:
    """Refers the case to the body that oversees neutrality today."""
    case, body = case_at_step(request, ref, "cases.case_refer"), oversight_body(today())
    headed = headed_body(case, on=today())
    kept_out = "" if headed else body_kept_out(case, on=today())
    form = bind(request, AddresseeForm if kept_out or headed else NothingForm)
    return act_page(
        request,
        case,
        "cases.case_refer",
        form,
        lambda: operations.case_refer(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        template="cases/case_refer.html",
        context={
            "gone": gone_from(case),
            "body": body,
            "body_kept_out": kept_out and body.name,
            "head_accused": headed and head_of(body),
            "copies": referral_copies(case, today()),
        },
    )


@GET_OR_POST
@requires("cases.case_recommend")
def case_recommend(request: SignedInRequest, ref: str) -> HttpResponse:
    """Recommends for one accused."""
    case = case_at_step(request, ref, "cases.case_recommend")
    form = bind(request, AdviceForm, parties=parties_of(case))
    return act_page(
        request,
        case,
        "cases.case_recommend",
        form,
        lambda: operations.case_recommend(case_ref=ref, advice=form.advice(), by=request.user, at=now()),
        template="cases/case_recommend.html",
        context={
            "gone": gone_from(case),
            "agencies": agencies(on=today()),
            "unidentified": case.parties.filter(nip="", left_kind="").order_by("ordinal"),
            "readings": [reading_of(each) for each in queries.case_file(request.user, ref, on=today()).allegations],
        },
    )


@GET_OR_POST
@requires("cases.case_decline")
def case_decline(request: SignedInRequest, ref: str) -> HttpResponse:
    """Ends the case unproven."""
    case = case_at_step(request, ref, "cases.case_decline")
    form = bind(request, ReasonForm)
    return act_page(
        request,
        case,
        "cases.case_decline",
        form,
        lambda: operations.case_decline(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.case_withdraw")
def case_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that the plenary ends the case because its report was withdrawn."""
    case = case_at_step(request, ref, "cases.case_withdraw")
    form = bind(request, MeetingForm)
    return act_page(
        request,
        case,
        "cases.case_withdraw",
        form,
        lambda: operations.case_withdraw(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


@GET_OR_POST
@requires("cases.case_expire")
def case_expire(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that the plenary ends the case because the term of its handling has passed."""
    case = case_at_step(request, ref, "cases.case_expire")
    form = bind(request, MeetingForm)
    return act_page(
        request,
        case,
        "cases.case_expire",
        form,
        lambda: operations.case_expire(case_ref=ref, **form.cleaned_data, by=request.user, at=now()),
    )


def parties_of(case: Case) -> list[tuple[int, str]]:
    """The accused to choose from, by number and name: who is a civil servant no more is left out (`gone_from`)."""
    serving = case.parties.filter(left_kind="").order_by("ordinal")
    return [(each.ordinal, f"T{each.ordinal} {each.name}".strip()) for each in serving]


def gone_from(case: Case) -> list[str]:
    """Why each accused is left out who is a civil servant no more."""
    return [why_not_addressed(each) for each in case.parties.exclude(left_kind="").order_by("ordinal")]


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/kajian-awal/", case_start_preliminary, name="case_start_preliminary"),
    path("perkara/<str:ref>/kajian/", case_start_study, name="case_start_study"),
    path("perkara/<str:ref>/kajian/selesai/", case_finish_study, name="case_finish_study"),
    path("perkara/<str:ref>/pleno/", plenary_decide, name="plenary_decide"),
    path("perkara/<str:ref>/teruskan/", case_refer, name="case_refer"),
    path("perkara/<str:ref>/rekomendasi/", case_recommend, name="case_recommend"),
    path("perkara/<str:ref>/tidak-direkomendasikan/", case_decline, name="case_decline"),
    path("perkara/<str:ref>/dicabut/", case_withdraw, name="case_withdraw"),
    path("perkara/<str:ref>/kedaluwarsa/", case_expire, name="case_expire"),
]
