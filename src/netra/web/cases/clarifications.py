"""Clarification: who is invited, and what was said."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from netra.cases import operations
from netra.cases.access import case_for
from netra.trust.errors import NotFound
from netra.web.cases.acting import act_page
from netra.web.cases.steps import GET_OR_POST, gone_from, parties_of
from netra.web.doors import SignedInRequest, bind, now, requires, today
from netra.web.forms.case_study import InvitationForm, StatementForm
from netra.web.words import translated


@GET_OR_POST
@requires("cases.clarification_invite")
def clarification_invite(request: SignedInRequest, ref: str) -> HttpResponse:
    """Invites somebody; the letter goes out with its number."""
    case = case_for(request.user, ref, on=today())
    form = bind(request, InvitationForm, parties=parties_of(case), region_code=case.region_code)
    return act_page(
        request,
        case,
        "cases.clarification_invite",
        form,
        lambda: operations.clarification_invite(case_ref=ref, invitation=form.invitation(), by=request.user, at=now()),
        context={"gone": gone_from(case)},
    )


@GET_OR_POST
@requires("cases.clarification_record")
def clarification_record(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """Keeps what was said, or that nobody came."""
    case = case_for(request.user, ref, on=today())
    invited = case.clarifications.filter(ordinal=number).first()
    if invited is None:
        raise NotFound(
            _("Undangan klarifikasi nomor %(number)s tidak ada pada perkara %(ref)s.") % {"number": number, "ref": ref}
        )
    form = bind(request, StatementForm)
    return act_page(
        request,
        case,
        "cases.clarification_record",
        form,
        lambda: operations.clarification_record(
            case_ref=ref, ordinal=number, **form.cleaned_data, by=request.user, at=now()
        ),
        context={"about": f"{invited.ordinal} · {translated(invited.get_invitee_display())}"},
    )


urlpatterns: list[URLPattern] = [
    path("perkara/<str:ref>/klarifikasi/", clarification_invite, name="clarification_invite"),
    path("perkara/<str:ref>/klarifikasi/<int:number>/", clarification_record, name="clarification_record"),
]
