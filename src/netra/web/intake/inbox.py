"""The list of reports of an office, and one report as its officer sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from netra.intake import operations, queries
from netra.intake.offices import office_code, office_name
from netra.intake.queries import InboxRow, ReportDetail
from netra.intake.states import (
    MOVABLE_STATES,
    CloseReason,
    Kind,
    Mode,
    State,
    label,
)
from netra.intake.terms import STUDY_TERM, Term, terms
from netra.law.conducts import CONDUCTS
from netra.law.deadlines import compute
from netra.registry.queries import agency_names, schedule_behind
from netra.trust import trail
from netra.trust.access import may
from netra.trust.errors import NotFound
from netra.web import words
from netra.web.doors import SignedInRequest, download, may_any, now, requires, today
from netra.web.erasures import erasures_without_names
from netra.web.forms.intake_officer import FilterForm
from netra.web.intake.coach_page import points
from netra.web.intake.facts import facts
from netra.web.intake.files import given_back
from netra.web.intake.likening import likened
from netra.web.intake.mentioned import cards
from netra.web.intake.named_regions import named_regions
from netra.web.intake.regions import region_words
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.intake.models import Report, ReportErasure
    from netra.trust.models import User

VIEW = "intake.report_view"
STATE_KINDS = {
    State.RECEIVED: "open",
    State.COMPLETION_ASKED: "active",
    State.COMPLETE: "active",
    State.REGISTERED: "done",
    State.INFORMATION: "sealed",
    State.NOT_REGISTERED: "sealed",
    State.WITHDRAWN: "sealed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One report as a line of the list; no name of anybody."""

    row: InboxRow
    state: str
    kind: str
    region: str
    conduct: str
    distance: str


@require_safe
@requires(VIEW)
def report_list(request: SignedInRequest) -> HttpResponse:
    """The reports this officer may see, newest first, by key."""
    form = FilterForm(request.GET)
    wanted = form.wanted()
    page = queries.inbox(request.user, at=now(), state=wanted, cursor=request.GET.get("after", ""))
    context = {
        "rows": [row_of(row) for row in page.rows],
        "next_key": page.next_cursor or None,
        "form": form,
        "narrowed": wanted is not None,
        "may_record": may_any(request.user, ("intake.report_record",)),
    }
    return render(request, "intake/report_list.html", context)


@require_safe
@requires(VIEW)
def report(request: SignedInRequest, ref: str) -> HttpResponse:
    """One report: what it says, what the law wants of it, what both sides wrote, and what can be done now."""
    detail = queries.report_detail(request.user, ref, at=now())
    found = detail.report
    reason = label(CloseReason(found.outcome_reason)) if found.outcome_reason else ""
    erasures = queries.erasures_of(found.ref) if found.erase_date else []
    acts = _acts(request.user, detail, erasures)
    context = {
        "report": found,
        "detail": detail,
        "outcome_reason": reason,
        **_retention(found),
        "erasures": erasures_without_names(erasures),
        "state_label": label(State(found.state)),
        "state_kind": STATE_KINDS[State(found.state)],
        "office": office_name(found.handler_region_code, on=timezone.localdate(found.received_at)),
        "bypassed": _agencies_called(detail.bypassed, timezone.localdate(found.received_at)),
        "facts": facts(found),
        "people": detail.persons,
        "formal": points(detail.coaching.formal),
        "material": points(detail.coaching.material),
        "study_terms": _study_terms(found) if detail.study_due else (),
        "notices": queries.notices(found),
        "likened": likened(request.user, detail),
        "acts": acts,
        "mentioned": cards(request.user, detail, acts),
        "named_regions": named_regions(request.user, detail, acts),
        "trail": trail.history(f"report:{found.ref}"),
    }
    return render(request, "intake/report.html", context)


def _retention(report: Report) -> dict[str, object]:
    """On what the date of erasure rests: the schedule of the office, or the default of the house."""
    if report.erase_date is None or report.closed_at is None:
        return {}
    ended = timezone.localdate(report.closed_at)
    return {
        "retention": compute("erasure", ended).citation,
        "schedule": schedule_behind(report.erase_date, office_code(report.handler_region_code), ended),
    }


def _agencies_called(codes: Sequence[str], on: date) -> list[str]:
    """The names of agencies on a day; the code of one that the registry does not know."""
    names = agency_names(codes, on=on) if codes else {}
    return [names.get(code, code) for code in codes]


@require_POST
@requires(VIEW)
def report_evidence(request: SignedInRequest, ref: str, evidence: str) -> HttpResponse:
    """The original of one file; that it was opened, and by whom, is in the trail."""
    opened = operations.evidence_read(report_ref=ref, evidence_ref=evidence, by=request.user, at=now())
    return given_back(opened)


@require_safe
@requires(VIEW)
def receipt_letter(request: SignedInRequest, ref: str) -> HttpResponse:
    """The numbered receipt, once it is issued."""
    content = queries.receipt_for(request.user, ref, on=today())
    if content is None:
        raise NotFound(_("Tanda bukti laporan ini belum diterbitkan."))
    return download(content, name=f"tanda-bukti-{ref}.pdf", media_type="application/pdf", inline=True)


def row_of(row: InboxRow) -> Row:
    conduct = translated(CONDUCTS[row.conduct].label) if row.conduct in CONDUCTS else ""
    distance = words.distance(row.study_due, today()) if row.study_due else ""
    return Row(row, label(row.state), STATE_KINDS[row.state], region_words(row.region_code, today()), conduct, distance)


def _study_terms(report: Report) -> tuple[Term, ...]:
    return terms(STUDY_TERM, report.received_date, report.election_kind, on=today())


def _acts(user: User, detail: ReportDetail, erasures: Sequence[ReportErasure]) -> frozenset[str]:
    """The acts to offer now: those of the state, and those that any whole report allows."""
    report = detail.report
    if report.erased_at is not None:
        return frozenset()
    if detail.seal.since is not None:
        return _allowed(user, report, ["intake.report_reply"])
    always = [
        "intake.report_reply",
        "intake.report_link_duplicate",
        "trust.identity_request",
    ]
    if report.mode == Mode.ANONYMOUS:
        always.remove("trust.identity_request")
    if report.state in MOVABLE_STATES:
        always.append("intake.report_reroute")
    if report.kind == Kind.SUPERIOR_PRESSURE:
        always.append("intake.report_bypass_set")
    if not report.receipt_letter_ref:
        always.append("intake.receipt_issue")
    if report.erase_date is not None and report.erase_date <= today():
        always += queries.erasing_offered(erasures, by=user)
    return _allowed(user, report, always) | {act.partition(".")[2] for act in detail.acts}


def _allowed(user: User, report: Report, acts: Sequence[str]) -> frozenset[str]:
    """Those of the acts that this person may do on this report, by their short names."""
    may_do = (act for act in acts if may(user, act, on=today(), region_code=report.handler_region_code))
    return frozenset(act.partition(".")[2] for act in may_do)


urlpatterns: list[URLPattern] = [
    path("laporan/", report_list, name="report_list"),
    path("laporan/<str:ref>/", report, name="report"),
    path("laporan/<str:ref>/bukti/<str:evidence>/", report_evidence, name="report_evidence"),
    path("laporan/<str:ref>/tanda-bukti.pdf", receipt_letter, name="receipt_letter"),
]
