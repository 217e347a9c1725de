"""A name that was written down by mistake is struck from an attendance list, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.prevention import operations, queries
from netra.trust.errors import NotFound
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.forms.meetings import StrikeForm
from netra.web.prevention.writing import for_writers

GET_OR_POST = require_http_methods(["GET", "POST"])


@GET_OR_POST
@requires("prevention.meeting_attendance_strike")
def meeting_attendance_strike(request: SignedInRequest, ref: str, ordinal: int) -> HttpResponse:
    """Somebody who was not at a meeting."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    there = next((each for each in file.present if each.ordinal == ordinal), None)
    if there is None:
        raise NotFound(_("Urutan itu tidak ada pada daftar hadirnya, atau sudah dicoret."))
    act = partial(operations.meeting_attendance_strike, meeting_ref=ref, ordinal=ordinal)
    context = {"meeting": file.meeting, "name": there.name, "place": there.office}
    return _strike(request, act, context, back=reverse("meeting", args=[ref]))


@GET_OR_POST
@requires("prevention.outreach_attendance_strike")
def outreach_attendance_strike(request: SignedInRequest, ref: str, person: str) -> HttpResponse:
    """Somebody who was not at an outreach."""
    file, there = queries.participant_row(request.user, ref, person, on=today())
    act = partial(operations.outreach_attendance_strike, outreach_ref=ref, person_ref=person)
    context = {"outreach": file.outreach, "name": there.civil_servant.name, "place": there.unit_code}
    return _strike(request, act, context, back=reverse("outreach_participants", args=[ref]))


@GET_OR_POST
@requires("prevention.outreach_guest_strike")
def outreach_guest_strike(request: SignedInRequest, ref: str, ordinal: int) -> HttpResponse:
    """A guest who was not at an outreach."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    standing = (row.guest for row in queries.guest_rows(file) if row.ordinal == ordinal and not row.guest.struck_at)
    there = next(standing, None)
    if there is None:
        raise NotFound(_("Urutan itu tidak ada pada daftar hadirnya, atau sudah dicoret."))
    act = partial(operations.outreach_guest_strike, outreach_ref=ref, ordinal=ordinal)
    context = {"outreach": file.outreach, "name": there.name, "place": there.office}
    return _strike(request, act, context, back=reverse("outreach_participants", args=[ref]))


def _strike(
    request: SignedInRequest, act: Callable[..., object], context: Mapping[str, object], *, back: str
) -> HttpResponse:
    """Asks for the reason, strikes, and leads back to the list."""
    form = bind(request, StrikeForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: act(reason=reason, by=request.user, at=now())) is not None:
            told = _("Dicoret dari daftar. Catatannya tetap ada beserta alasannya, dan tidak lagi dihitung.")
            messages.success(request, told)
            return redirect(back)
    return form_page(request, "prevention/attendance_strike.html", form, {**context, "back": back})


urlpatterns: list[URLPattern] = [
    path(
        "pencegahan/rapat/<str:ref>/hadir/<int:ordinal>/coret/",
        meeting_attendance_strike,
        name="meeting_attendance_strike",
    ),
    path(
        "pencegahan/sosialisasi/<str:ref>/peserta/<str:person>/coret/",
        outreach_attendance_strike,
        name="outreach_attendance_strike",
    ),
    path(
        "pencegahan/sosialisasi/<str:ref>/tamu/<int:ordinal>/coret/",
        outreach_guest_strike,
        name="outreach_guest_strike",
    ),
]
