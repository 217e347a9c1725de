"""Changing a term: longer, paused, running again; always with a reason and the document that allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from netra.cases import operations, queries
from netra.cases.operations.deadlines import refuse_move
from netra.sanctions.queries import proceedings_of
from netra.trust.errors import NotFound
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST
from netra.web.cases.terms import Term, subjects_of, terms_of
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_followup import ExtendForm, TermChangeForm

if TYPE_CHECKING:
    from netra.cases.models import Case

TEMPLATE = "cases/deadline_act.html"


@GET_OR_POST
@requires("cases.deadline_extend")
def deadline_extend(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """Moves a due date later."""
    case, term = _case_and_term(request, ref, number, "cases.deadline_extend")
    form = bind(request, ExtendForm)
    return act_page(
        request,
        case,
        "cases.deadline_extend",
        form,
        lambda: operations.deadline_extend(
            case_ref=ref, deadline_id=term.deadline.pk, **form.cleaned_data, by=request.user, at=now()
        ),
        template=TEMPLATE,
        context={"term": term},
    )


@GET_OR_POST
@requires("cases.deadline_pause")
def deadline_pause(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """Stops a clock while another side is awaited."""
    case, term = _case_and_term(request, ref, number, "cases.deadline_pause")
    form = bind(request, TermChangeForm)
    return act_page(
        request,
        case,
        "cases.deadline_pause",
        form,
        lambda: operations.deadline_pause(
            case_ref=ref, deadline_id=term.deadline.pk, **form.cleaned_data, by=request.user, at=now()
        ),
        template=TEMPLATE,
        context={"term": term},
    )


@GET_OR_POST
@requires("cases.deadline_resume")
def deadline_resume(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """Lets a clock run again."""
    case, term = _case_and_term(request, ref, number, "cases.deadline_resume")
    form = bind(request, TermChangeForm)
    return act_page(
        request,
        case,
        "cases.deadline_resume",
        form,
        lambda: operations.deadline_resume(
            case_ref=ref, deadline_id=term.deadline.pk, **form.cleaned_data, by=request.user, at=now()
        ),
        template=TEMPLATE,
        context={"term": term},
    )


def _case_and_term(request: SignedInRequest, ref: str, number: int, act: str) -> tuple[Case, Term]:
    """The term, for who may do this act with it; who has typed something is told by the operation, and keeps it."""
    found = queries.case_file(request.user, ref, on=today())
    handled = proceedings_of(request.user, found.case, on=today())
    whose = subjects_of(found.case.parties.all(), handled)
    for term in terms_of(found.deadlines, on=today(), whose=whose):
        if term.number == number and term.is_open:
            if request.method == "GET":
                refuse_move(act, request.user, term.deadline, on=today())
            return found.case, term
    raise NotFound(
        _("Tenggat nomor %(number)s tidak ada pada perkara %(ref)s, atau sudah dipenuhi.")
        % {"number": number, "ref": ref}
    )


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/tenggat/<int:number>/perpanjang/", deadline_extend, name="deadline_extend"),
    path("perkara/<str:ref>/tenggat/<int:number>/jeda/", deadline_pause, name="deadline_pause"),
    path("perkara/<str:ref>/tenggat/<int:number>/lanjutkan/", deadline_resume, name="deadline_resume"),
]
