"""A meeting from its plan to the day it is held, and the list of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.meeting_access import VIEW, sees_tasked_alone
from netra.registry.queries import agencies
from netra.web.doors import SignedInRequest, attempt, attempt_once, bind, download, form_page, now, requires, today
from netra.web.forms.meetings import CancelForm, HoldForm, MeetingForm
from netra.web.prevention.reach import writes_somewhere
from netra.web.prevention.writing import for_writers
from netra.web.sanctions.examination import asks_for_rows

if TYPE_CHECKING:
    from netra.prevention.queries import MeetingFile

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def meeting_list(request: SignedInRequest) -> HttpResponse:
    """The meetings in which the reader's agencies take part, and the series that go on."""
    state = request.GET.get("state", "")
    rows, next_key = queries.meeting_page(request.user, on=today(), before=request.GET.get("after", ""), state=state)
    context = {
        "rows": rows,
        "next_key": next_key,
        "series": queries.series_rows(request.user, on=today()),
        "on": today(),
        "state": state,
        "may_plan": writes_somewhere(request),
        "tasked_alone": sees_tasked_alone(request.user, on=today()),
    }
    return render(request, "prevention/meeting_list.html", context)


@require_safe
@requires(VIEW)
def meeting(request: SignedInRequest, ref: str) -> HttpResponse:
    """One meeting: what is planned, who takes part, what came of it, who does what until when."""
    file = queries.meeting_file(request.user, ref, on=today())
    is_late = file.meeting.state == "PLANNED" and file.meeting.planned_date < today()
    context = {
        "file": file,
        "meeting": file.meeting,
        "is_late": is_late,
        "may_strike": file.may_write and not file.is_minuted,
    }
    return render(request, "prevention/meeting.html", context)


@GET_OR_POST
@requires("prevention.meeting_plan")
def meeting_plan(request: SignedInRequest) -> HttpResponse:
    """A new meeting."""
    context = {"title": _("Rapat baru"), "agencies": agencies(on=today())}
    if asks_for_rows(request):
        form = MeetingForm.grown(request.POST, **_offered(request))
        return render(request, "prevention/meeting_plan.html", {**context, "form": form})
    form = bind(request, MeetingForm, **_offered(request), initial={"series_ref": request.GET.get("rangkaian", "")})
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.meeting_plan(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(request, _("Rapat direncanakan. Instansi yang diundang kini melihatnya."))
            return redirect("meeting", ref=made.ref)
    return form_page(request, "prevention/meeting_plan.html", form, context)


@GET_OR_POST
@requires("prevention.meeting_revise")
def meeting_revise(request: SignedInRequest, ref: str) -> HttpResponse:
    """A plan, told anew."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    context = {"title": _("Ubah rencana"), "agencies": agencies(on=today()), "meeting": file.meeting}
    if asks_for_rows(request):
        form = MeetingForm.grown(request.POST, **_offered(request))
        return render(request, "prevention/meeting_plan.html", {**context, "form": form})
    form = bind(request, MeetingForm, **_offered(request), initial=_initial(file))
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.meeting_revise(meeting_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Rencana tersimpan."))
            return redirect("meeting", ref=ref)
    return form_page(request, "prevention/meeting_plan.html", form, context)


@require_POST
@requires("prevention.meeting_invite")
def meeting_invite(request: SignedInRequest, ref: str) -> HttpResponse:
    """Issues the letter of invitation."""
    operations.meeting_invite(meeting_ref=ref, by=request.user, at=now())
    messages.success(request, _("Undangan diterbitkan dengan nomor surat. Instansi yang diundang dapat membukanya."))
    return redirect("meeting", ref=ref)


@require_POST
@requires(VIEW)
def meeting_invitation(request: SignedInRequest, ref: str) -> HttpResponse:
    """The letter of invitation as PDF."""
    content = queries.invitation_paper(request.user, ref, on=today())
    return download(content, name=f"undangan-{ref}.pdf".lower(), media_type="application/pdf", inline=True)


@GET_OR_POST
@requires("prevention.meeting_hold")
def meeting_hold(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says that it took place."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, HoldForm, initial={"held_date": file.meeting.planned_date})
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.meeting_hold(
                meeting_ref=ref, held_date=form.cleaned_data["held_date"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Rapat tercatat terlaksana. Catat yang hadir, notulen, dan tugasnya."))
            return redirect("meeting", ref=ref)
    return form_page(request, "prevention/meeting_hold.html", form, {"meeting": file.meeting})


@GET_OR_POST
@requires("prevention.meeting_cancel")
def meeting_cancel(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says why it does not take place."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, CancelForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.meeting_cancel(
                meeting_ref=ref, reason=form.cleaned_data["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Rapat dibatalkan; alasannya tercatat."))
            return redirect("meeting", ref=ref)
    return form_page(request, "prevention/meeting_cancel.html", form, {"meeting": file.meeting})


def _offered(request: SignedInRequest) -> dict[str, object]:
    """What the form of a plan offers to choose from."""
    return {
        "agencies": list(access.agencies_written_for(request.user, on=today())),
        "series": queries.series_written_for(request.user, on=today()),
    }


def _initial(file: MeetingFile) -> dict[str, object]:
    """A plan as its form shows it."""
    entry = queries.meeting_entry_of(file)
    told: dict[str, object] = {
        "agency_code": entry.agency_code,
        "title": entry.title,
        "planned_date": entry.planned_date,
        "start_time": entry.start_time,
        "place": entry.place,
        "agenda": "\n".join(entry.agenda),
        "series_ref": entry.series_ref,
        "rows": max(1, len(entry.parties)),
    }
    return told | {f"party_{number}": code for number, code in enumerate(entry.parties)}


urlpatterns: list[URLPattern] = [
    path("pencegahan/rapat/", meeting_list, name="meeting_list"),
    path("pencegahan/rapat/baru/", meeting_plan, name="meeting_plan"),
    path("pencegahan/rapat/<str:ref>/", meeting, name="meeting"),
    path("pencegahan/rapat/<str:ref>/ubah/", meeting_revise, name="meeting_revise"),
    path("pencegahan/rapat/<str:ref>/undang/", meeting_invite, name="meeting_invite"),
    path("pencegahan/rapat/<str:ref>/undangan/", meeting_invitation, name="meeting_invitation"),
    path("pencegahan/rapat/<str:ref>/terlaksana/", meeting_hold, name="meeting_hold"),
    path("pencegahan/rapat/<str:ref>/batal/", meeting_cancel, name="meeting_cancel"),
]
