"""Keberatan and banding administratif."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.deviation import penalties_beside_bounds
from netra.sanctions.operations.remedies import REPLIES, outcomes_of
from netra.sanctions.states import PP_79
from netra.web.cases.terms import Term, terms_of
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.sanctions import ActForm, RemedyForm, ReplyForm
from netra.web.forms.signing import FilingForm, LateFilingForm, ObjectionAnswerForm
from netra.web.sanctions.acting import Operation, take
from netra.web.sanctions.decided import decided, levels_in_words

if TYPE_CHECKING:
    from netra.sanctions.models import Proceeding


@require_http_methods(["GET", "POST"])
@requires("sanctions.objection_file")
def objection_file(request: SignedInRequest, ref: str) -> HttpResponse:
    """Receives an objection."""
    return _file(request, ref, operations.objection_file, FilingForm, _("Keberatan dicatat; tanda terimanya terbit."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.objection_reject")
def objection_reject(request: SignedInRequest, ref: str) -> HttpResponse:
    """Finds an objection that came too late inadmissible."""
    return _file(request, ref, operations.objection_reject, LateFilingForm, _("Penetapan terbit bernomor."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.objection_decide")
def objection_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Decides on an objection."""
    return _decide(request, ref, operations.objection_decide, said=_("Keberatan diputus."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.appeal_file")
def appeal_file(request: SignedInRequest, ref: str) -> HttpResponse:
    """Receives the copy of an appeal."""
    return _file(request, ref, operations.appeal_file, FilingForm, _("Banding dicatat; tanda terimanya terbit."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.appeal_decide")
def appeal_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records the decision of the appeal body."""
    return _decide(request, ref, operations.appeal_decide, said=_("Putusan banding dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.remedy_reply")
def remedy_reply(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records the answer to an objection or an appeal; whoever gives it sees by when it is owed."""
    file = queries.proceeding_file(request.user, ref, on=today())
    return take(
        request,
        ref,
        operations.remedy_reply,
        ReplyForm,
        said=_("Tanggapan dicatat."),
        template="sanctions/filing.html",
        extra={"terms": _terms(file, *REPLIES.values())},
        file=file,
    )


def _file(
    request: SignedInRequest, ref: str, operation: Operation, form_class: type[ActForm], said: str
) -> HttpResponse:
    """Whoever receives it sees by when it had to come; before a decision there is no term yet."""
    file = queries.proceeding_file(request.user, ref, on=today())
    made = getattr(file.proceeding, "decision", None)
    rule = made.remedy_term[0] if made else ""
    return take(
        request,
        ref,
        operation,
        form_class,
        said=said,
        template="sanctions/filing.html",
        extra={"terms": _terms(file, rule)},
        file=file,
    )


def _terms(file: queries.ProceedingFile, *rules: str) -> list[Term]:
    return [term for term in terms_of(file.deadlines, on=today()) if term.deadline.rule in rules]


def _decide(request: SignedInRequest, ref: str, operation: Operation, *, said: str) -> HttpResponse:
    """What may hold afterwards is chosen from the penalties of the regime; before a decision there is nothing yet."""
    file = queries.proceeding_file(request.user, ref, on=today())
    found, is_appeal = file.proceeding, operation is operations.appeal_decide
    made = getattr(found, "decision", None)
    return take(
        request,
        ref,
        operation,
        RemedyForm if is_appeal else ObjectionAnswerForm,
        said=said,
        template="sanctions/remedy.html",
        extra={
            **levels_in_words(found),
            **decided(found),
            "no_dismissal": _is_no_way_to_dismissal(found),
            "terms": _terms(file, "objection_decision", "appeal_decision"),
        },
        file=file,
        penalties=penalties_beside_bounds(made) if made else (),
        outcomes=outcomes_of("APPEAL" if is_appeal else "OBJECTION"),
    )


def _is_no_way_to_dismissal(found: Proceeding) -> bool:
    """Whether the page tells why an objection ends in no dismissal: the articles are those of PP 79/2021."""
    remedy = getattr(getattr(found, "decision", None), "remedy", None)
    return remedy is not None and remedy.kind == "OBJECTION" and remedy.filed_date >= PP_79


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/keberatan/", objection_file, name="objection_file"),
    path("penanganan/<str:ref>/keberatan/terlambat/", objection_reject, name="objection_reject"),
    path("penanganan/<str:ref>/keberatan/putusan/", objection_decide, name="objection_decide"),
    path("penanganan/<str:ref>/tanggapan-upaya/", remedy_reply, name="remedy_reply"),
    path("penanganan/<str:ref>/banding/", appeal_file, name="appeal_file"),
    path("penanganan/<str:ref>/banding/putusan/", appeal_decide, name="appeal_decide"),
]
