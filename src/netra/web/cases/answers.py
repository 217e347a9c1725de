"""The page behind a personal link: the accused reads the allegation and answers it, without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from netra.cases import operations, papers
from netra.cases.links import party_by_link
from netra.law.conducts import CONDUCTS
from netra.web.cases.names import agency_names
from netra.web.cases.readings import reading_of
from netra.web.cases.steps import GET_OR_POST
from netra.web.doors import attempt_once, bind, download_original, form_page, now
from netra.web.forms.case_followup import AnswerForm
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Act, Allegation, Party

NOT_SHOWN = frozenset({"DROPPED"})


@sensitive_variables("secret")
@GET_OR_POST
def answer_give(request: HttpRequest, secret: str) -> HttpResponse:
    """The allegation with the law's reading, the evidence that may be shown, and room for an answer."""
    party, _link = party_by_link(secret, at=now())
    form = bind(request, AnswerForm)
    if form.is_valid():
        done = attempt_once(
            request,
            form,
            lambda: operations.answer_give(secret=secret, **form.said(), at=now()),
        )
        if done is not None:
            messages.success(request, _("Jawaban Anda diterima dan menjadi bagian perkara. Anda boleh menambahnya."))
            return redirect("answer_give", secret=secret)
    response = form_page(request, "cases/answer_give.html", form, _shown(party, secret))
    # The address itself is the key and must not travel on with a click. Not "no-referrer": browsers then send
    # `Origin: null` with the answer, and the CSRF check refuses it.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def _shown(party: Party, secret: str) -> dict[str, object]:
    case = party.case
    names = agency_names({case.handling_agency_code}, on=case.received_date)
    shown = {"case": case, "party": party, "secret": secret, "handler": names.get(case.handling_agency_code, "")}
    if case.is_ended:
        return {**shown, "closed": True}
    allegations = _allegations(party)
    return {
        **shown,
        "readings": [reading_of(each) for each in allegations],
        "acts": [(act, translated(CONDUCTS[act.conduct].label)) for act in _acts(party, allegations)],
        "answers": party.answers.order_by("given_at"),
        "evidence": papers.shown_to(party),
    }


def _allegations(party: Party) -> list[Allegation]:
    open_ones = party.allegations.exclude(state__in=NOT_SHOWN)
    return list(open_ones.select_related("party", "act").order_by("act__ordinal"))


def _acts(party: Party, allegations: list[Allegation]) -> list[Act]:
    """The acts alleged against this person. Before any was assessed, those of the case, if it is about nobody else."""
    if allegations or party.case.parties.count() > 1:
        return [each.act for each in allegations]
    return list(party.case.acts.order_by("ordinal"))


@sensitive_variables("secret")
@require_safe
def answer_evidence(request: HttpRequest, secret: str, evidence: str) -> HttpResponse:
    """One piece of evidence that an officer chose to show this accused."""
    item, content = papers.open_shown(secret, evidence, at=now())
    response = download_original(content, stem=item.ref, media_type=item.media_type)
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


urlpatterns: list[URLPattern] = [
    path("jawab/<str:secret>/", answer_give, name="answer_give"),
    path("jawab/<str:secret>/bukti/<str:evidence>/", answer_evidence, name="answer_evidence"),
]
