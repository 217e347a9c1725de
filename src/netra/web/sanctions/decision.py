"""Deciding: the law, the recommendation, what was found and like cases are laid before the authority first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.cases.advice import cited_for, consultations_cited
from netra.cases.letters import LEVEL_WORDS
from netra.law.conducts import CONDUCTS
from netra.law.in_words import VERIFICATION_LABELS, level_in_words
from netra.sanctions import operations, queries
from netra.sanctions.bounds import Bounds, FormRow, Reading
from netra.sanctions.competence import Competence
from netra.sanctions.signing import registered_title
from netra.web.cases.words import REGIME_WORDS
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.decisions import DecisionForm, MoralForm
from netra.web.forms.signing import StopForm
from netra.web.sanctions.acting import Operation, take
from netra.web.sanctions.words import HEARD_WORDS, regime_words
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.sanctions.models import Proceeding


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_make")
def decision_make(request: SignedInRequest, ref: str) -> HttpResponse:
    """Decides on a discipline penalty."""
    return take_decision(request, ref, operations.decision_make, DecisionForm, said=_("Keputusan ditetapkan."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.termination_decide")
def termination_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Decides on the end of status."""
    return take_decision(request, ref, operations.termination_decide, DecisionForm, said=_("Pemberhentian diputuskan."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.proceeding_stop")
def proceeding_stop(request: SignedInRequest, ref: str) -> HttpResponse:
    """States that nothing was proven."""
    said = _("Terlapor dinyatakan tidak terbukti bersalah.")
    file = queries.proceeding_file(request.user, ref, on=today())
    initial = {"signer_title": registered_title(file.proceeding.agency_code, today())}
    return take(request, ref, operations.proceeding_stop, StopForm, said=said, file=file, initial=initial)


def take_decision(
    request: SignedInRequest,
    ref: str,
    operation: Operation,
    form_class: type[DecisionForm] | type[MoralForm],
    *,
    said: str,
) -> HttpResponse:
    """A decision with everything before it that one should know; the law is read for the day of the decision."""
    file = queries.proceeding_file(request.user, ref, on=today())
    sheet = queries.decision_sheet(file.proceeding, on=_decided_on(request))
    extra = {
        "sheet": sheet,
        "heard_words": HEARD_WORDS[sheet.heard],
        "limits": sheet.limits,
        "floor": translated(LEVEL_WORDS[sheet.limits.floor]),
        "ceiling": translated(LEVEL_WORDS[sheet.limits.ceiling]),
        "regime": regime_words(file.proceeding, sheet.limits.regime),
        "recommended": translated(LEVEL_WORDS[sheet.limits.recommended]),
        "proposed": _proposed(file.proceeding),
        "readings": [(reading, *_reading_words(reading)) for reading in sheet.limits.readings],
        "left_out": [(translated(CONDUCTS[each.act.conduct].label), each.act.act_date) for each in sheet.left_out],
        "regime_reasons": _regime_reasons(sheet.limits),
        "rounds": queries.rounds_of(file.proceeding),
        "cited": cited_for([file.proceeding.party]),
        "consulted": consultations_cited([file.proceeding.party]),
        "competent": _competent(sheet),
        "like": [(made, translated(LEVEL_WORDS[made.level]), REGIME_WORDS.get(made.regime, "")) for made in sheet.like],
    }
    template = "sanctions/decision.html"
    initial = {"decided_date": today(), "signer_title": sheet.signer_title}
    return take(
        request,
        ref,
        operation,
        form_class,
        said=said,
        template=template,
        extra=extra,
        file=file,
        initial=initial,
        sheet=sheet,
    )


def _competent(sheet: queries.DecisionSheet) -> list[tuple[Competence, list[str]]]:
    """Penalties that the same officials may impose, together in one line."""
    found: dict[Competence, list[str]] = {}
    for offer in sheet.offered:
        if offer.competence is not None:
            found.setdefault(offer.competence, []).append(translated(offer.sanction.label))
    return list(found.items())


def _proposed(found: Proceeding) -> str:
    report = found.report
    return translated(LEVEL_WORDS[report.proposed_level]) if report else ""


def _decided_on(request: SignedInRequest) -> date:
    """The day the law is read for: the one typed as the day of the decision, else today."""
    try:
        typed = parse_date(request.POST.get("decided_date", ""))
    except ValueError:
        typed = None
    return typed if typed is not None and date(2014, 1, 1) <= typed <= today() else today()


def _reading_words(reading: Reading) -> tuple[str, list[tuple[FormRow, str, str]]]:
    rows = [
        (
            row,
            translated(level_in_words(row.level or None)),
            translated(VERIFICATION_LABELS.get(row.verification, row.verification)),
        )
        for row in reading.rows
    ]
    return translated(CONDUCTS[reading.allegation.act.conduct].label), rows


def _regime_reasons(limits: Bounds) -> list[str]:
    return list(dict.fromkeys(reading.regime_reason for reading in limits.readings if reading.regime_reason))


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/keputusan/", decision_make, name="decision_make"),
    path("penanganan/<str:ref>/pemberhentian/", termination_decide, name="termination_decide"),
    path("penanganan/<str:ref>/tidak-terbukti/", proceeding_stop, name="proceeding_stop"),
]
