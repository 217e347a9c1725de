"""Reminders at ceremonies, roll calls and staff meetings: what is said today, one tap for it, and who never does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.reminder_access import GIVE, VIEW, agencies_reminding, giving, routine_for
from netra.prevention.weekly_text import as_kept, weekly_text
from netra.registry.queries import agencies
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download,
    download_original,
    form_page,
    now,
    requires,
    today,
)
from netra.web.forms.reminders import GivenForm, RetractForm, RoutineEndForm, RoutineForm
from netra.web.prevention.reach import writes_somewhere
from netra.web.prevention.reminding_sheet import rhythm_of, units_csv
from netra.web.prevention.writing import for_writers

if TYPE_CHECKING:
    from netra.prevention.models import ReminderRoutine
    from netra.prevention.weekly_text import Line
    from netra.registry.models import Agency

GET_OR_POST = require_http_methods(["GET", "POST"])
MOST_AGENCIES = 100


@require_safe
@requires(VIEW)
def reminder_list(request: SignedInRequest) -> HttpResponse:
    """One agency: the text of today, its routines, and the units that never gave one."""
    reminding = agencies_reminding(request.user, on=today())[:MOST_AGENCIES]
    own = list(access.agencies_written_for(request.user, on=today()))
    asked = request.GET.get("instansi", "")
    agency = next((each for each in reminding if each.code == asked), next(iter([*reminding, *own]), None))
    files = queries.routine_files(request.user, agency.code, on=today()) if agency else []
    context = {
        "agencies": reminding,
        "agency": agency,
        "files": [(each, rhythm_of(each.routine)) for each in files],
        "never": [(each.routine, row) for each in files if not each.has_ended for row in each.never],
        "lines": _today(agency),
        "units": list({row.unit.code: row.unit for each in files for row in each.rows if row.unit}.values()),
        "on": today(),
        "may_start": writes_somewhere(request),
    }
    return render(request, "prevention/reminder_list.html", context)


@require_safe
@requires(VIEW)
def reminder(request: SignedInRequest, ref: str) -> HttpResponse:
    """One routine: its units, what became of their turns, and the newest reminders."""
    file = queries.routine_file(request.user, ref, on=today())
    return render(
        request,
        "prevention/reminder.html",
        {
            "file": file,
            "routine": file.routine,
            "rhythm": rhythm_of(file.routine),
            "lines": _today_of(file.routine),
            "on": today(),
        },
    )


@require_safe
@requires(VIEW)
def reminder_csv(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who gave the reminders of a routine and who never does: one line for each unit that this reader sees."""
    file = queries.routine_file(request.user, ref, on=today())
    return download(units_csv(file), name=f"pengingat-{ref}.csv".lower(), media_type="text/csv; charset=utf-8")


@require_safe
@requires(VIEW)
def reminder_given(request: SignedInRequest, ref: str) -> HttpResponse:
    """One reminder that was given: both its days, who wrote it down, and what was said."""
    row = queries.given_row(request.user, ref, on=today())
    context = {"row": row, "given": row.reminder, "routine": row.reminder.routine, "lines": as_kept(row.reminder.words)}
    return render(request, "prevention/reminder_given.html", context)


@GET_OR_POST
@requires("prevention.reminder_retract")
def reminder_retract(request: SignedInRequest, ref: str) -> HttpResponse:
    """A tap that was wrong, taken back with a reason; it stays on record."""
    row = queries.given_row(request.user, ref, on=today())
    form = bind(request, RetractForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        act = partial(operations.reminder_retract, reminder_ref=ref, reason=reason, by=request.user, at=now())
        if attempt(form, act) is not None:
            messages.success(request, _("Ditarik. Catatannya tetap ada beserta alasannya, dan tidak lagi dihitung."))
            return redirect("reminder_given", ref=ref)
    context = {"row": row, "given": row.reminder, "routine": row.reminder.routine}
    return form_page(request, "prevention/reminder_retract.html", form, context)


@require_POST
@requires(VIEW)
def reminder_photo(request: SignedInRequest, ref: str) -> HttpResponse:
    """The photo of a gathering; opening it is recorded."""
    content, media_type = queries.given_photo(request.user, ref, by=request.user, at=now(), on=today())
    return download_original(content, stem=f"foto-{ref}".lower(), media_type=media_type)


@GET_OR_POST
@requires("prevention.reminder_start")
def reminder_start(request: SignedInRequest) -> HttpResponse:
    """A new routine."""
    written = list(access.agencies_written_for(request.user, on=today()))
    asked = request.GET.get("instansi", "")
    initial = {"agency_code": asked, "start_date": today()} if any(each.code == asked for each in written) else {}
    form = bind(request, RoutineForm, agencies=written, initial=initial)
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.reminder_start(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(
                request, _("Pengingat rutin tercatat. Unit yang melewatkannya terlihat dengan sendirinya.")
            )
            return redirect("reminder", ref=made.ref)
    return form_page(request, "prevention/reminder_start.html", form)


@GET_OR_POST
@requires("prevention.reminder_end")
def reminder_end(request: SignedInRequest, ref: str) -> HttpResponse:
    """From when on no reminder is expected, and why."""
    routine = routine_for(request.user, ref, on=today())
    for_writers(access.writes_for(request.user, routine.agency_code, on=today()))
    form = bind(request, RoutineEndForm, initial={"until_date": today()})
    if form.is_valid():
        told = form.cleaned_data
        done = attempt(
            form,
            lambda: operations.reminder_end(
                routine_ref=ref, until_date=told["until_date"], reason=told["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Pengingat rutin diakhiri; yang sudah disampaikan tetap tercatat."))
            return redirect("reminder", ref=ref)
    return form_page(request, "prevention/reminder_end.html", form, {"routine": routine})


@GET_OR_POST
@requires(GIVE)
def reminder_give(request: SignedInRequest, ref: str) -> HttpResponse:
    """That a unit was reminded: by one tap from the page of the routine, or with another day and a photo."""
    routine = routine_for(request.user, ref, on=today())
    to_all, units = giving(request.user, routine, on=today())
    initial = {"held_date": today(), "unit_code": request.GET.get("unit", "")}
    form = bind(request, GivenForm, to_all=to_all, units=units, initial=initial)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.reminder_give(routine_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Tercatat: pengingat sudah disampaikan. Terima kasih."))
            return redirect("reminder", ref=ref)
    return form_page(request, "prevention/reminder_give.html", form, {"routine": routine, "lines": _today_of(routine)})


def _today(agency: Agency | None) -> list[Line]:
    return weekly_text(agency.region_code, today()) if agency else []


def _today_of(routine: ReminderRoutine) -> list[Line]:
    return _today(agencies(on=today()).filter(code=routine.agency_code).first())


urlpatterns: list[URLPattern] = [
    path("pencegahan/pengingat/", reminder_list, name="reminder_list"),
    path("pencegahan/pengingat/baru/", reminder_start, name="reminder_start"),
    path("pencegahan/pengingat/disampaikan/<str:ref>/", reminder_given, name="reminder_given"),
    path("pencegahan/pengingat/disampaikan/<str:ref>/foto/", reminder_photo, name="reminder_photo"),
    path("pencegahan/pengingat/disampaikan/<str:ref>/tarik/", reminder_retract, name="reminder_retract"),
    path("pencegahan/pengingat/<str:ref>/", reminder, name="reminder"),
    path("pencegahan/pengingat/<str:ref>/unit.csv", reminder_csv, name="reminder_csv"),
    path("pencegahan/pengingat/<str:ref>/akhiri/", reminder_end, name="reminder_end"),
    path("pencegahan/pengingat/<str:ref>/sampaikan/", reminder_give, name="reminder_give"),
]
