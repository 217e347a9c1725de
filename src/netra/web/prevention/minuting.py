"""What a meeting leaves behind: who was there, its minutes and its tasks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import operations, queries
from netra.prevention.meeting_access import VIEW
from netra.prevention.operations.meeting_attendance import ACT
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download_original,
    form_page,
    now,
    requires,
    today,
)
from netra.web.forms.meetings import (
    DropForm,
    FinishForm,
    ItemForm,
    MeetingAttendanceForm,
    MinutesForm,
    file_of,
)
from netra.web.prevention.writing import for_writers
from netra.web.sanctions.examination import asks_for_rows

GET_OR_POST = require_http_methods(["GET", "POST"])


@sensitive_post_parameters("text")
@GET_OR_POST
@requires(ACT)
def meeting_attendance_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """A list of those who were there."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    context: dict[str, object] = {"meeting": file.meeting}
    if asks_for_rows(request):
        grown = MeetingAttendanceForm.grown(request.POST)
        return render(request, "prevention/meeting_attendance_record.html", {**context, "form": grown})
    form = bind(request, MeetingAttendanceForm)
    if form.is_valid():
        told = form.cleaned_data
        result = attempt_once(
            request,
            form,
            lambda: operations.meeting_attendance_record(
                meeting_ref=ref,
                present=form.present(),
                outsiders=form.outsiders(),
                by=request.user,
                at=now(),
                proof=file_of(told["proof"]),
            ),
        )
        if result is not None and not result.rejected:
            messages.success(request, _written(result.recorded))
            return redirect("meeting", ref=ref)
        context |= {"result": result, "written": _written(result.recorded) if result else ""}
    return form_page(request, "prevention/meeting_attendance_record.html", form, context)


@GET_OR_POST
@requires("prevention.minutes_draft")
def minutes_draft(request: SignedInRequest, ref: str) -> HttpResponse:
    """The draft of the minutes; after an adoption, a correction."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    latest = file.minutes
    corrects = latest is not None and (file.is_minuted or latest.version > 1)
    initial: dict[str, object] = {}
    if latest is not None:
        initial = {"text": latest.text, "decisions": "\n".join(latest.decisions)}
        initial |= {} if file.is_minuted else {"reason": latest.reason}
    form = bind(request, MinutesForm, corrects=corrects, initial=initial)
    if form.is_valid():
        done = attempt(
            form, lambda: operations.minutes_draft(meeting_ref=ref, entry=form.entry(), by=request.user, at=now())
        )
        if done is not None:
            messages.success(request, _("Konsep notulen tersimpan. Periksa, lalu sahkan."))
            return redirect("meeting", ref=ref)
    context = {"meeting": file.meeting, "corrects": corrects, "latest": latest}
    return form_page(request, "prevention/minutes_draft.html", form, context)


@require_POST
@requires("prevention.minutes_adopt")
def minutes_adopt(request: SignedInRequest, ref: str) -> HttpResponse:
    """Adopts the draft; it never changes again."""
    operations.minutes_adopt(meeting_ref=ref, by=request.user, at=now())
    messages.success(request, _("Notulen disahkan. Instansi peserta kini membacanya."))
    return redirect("meeting", ref=ref)


@require_POST
@requires(VIEW)
def minutes_paper(request: SignedInRequest, ref: str, version: int) -> HttpResponse:
    """A version of the minutes: our letter, or the paper that was signed."""
    content, media_type = queries.minutes_paper(request.user, ref, version, by=request.user, at=now(), on=today())
    return download_original(content, stem=f"notulen-{ref}-{version}".lower(), media_type=media_type)


@GET_OR_POST
@requires("prevention.action_item_assign")
def action_item_assign(request: SignedInRequest, ref: str) -> HttpResponse:
    """A task for one of the agencies."""
    file = queries.meeting_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, ItemForm, parties=queries.parties_of(request.user, ref, on=today()))
    if form.is_valid():
        done = attempt_once(
            request,
            form,
            lambda: operations.action_item_assign(meeting_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Tugas tercatat dan muncul di meja kerja instansinya."))
            return redirect("meeting", ref=ref)
    return form_page(request, "prevention/action_item_assign.html", form, {"meeting": file.meeting})


@require_safe
@requires(VIEW)
def action_item_list(request: SignedInRequest) -> HttpResponse:
    """The tasks of the reader's agencies, due first; the closed ones by a link."""
    closed = request.GET.get("state", "") == "closed"
    rows, next_key = queries.action_item_page(
        request.user, on=today(), after=request.GET.get("after", ""), closed=closed
    )
    context = {"rows": rows, "next_key": next_key, "closed": closed, "on": today()}
    return render(request, "prevention/action_item_list.html", context)


@require_safe
@requires(VIEW)
def action_item(request: SignedInRequest, ref: str) -> HttpResponse:
    """One task: what, by whom, until when, and what became of it."""
    file = queries.action_item_file(request.user, ref, on=today())
    return render(request, "prevention/action_item.html", {"file": file, "item": file.row.item, "on": today()})


@GET_OR_POST
@requires("prevention.action_item_finish")
def action_item_finish(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says what was done."""
    file = queries.action_item_file(request.user, ref, on=today())
    for_writers(file.owns or file.calls)
    form = bind(request, FinishForm)
    if form.is_valid():
        told = form.cleaned_data
        done = attempt(
            form,
            lambda: operations.action_item_finish(
                item_ref=ref, note=told["note"], by=request.user, at=now(), proof=file_of(told["proof"])
            ),
        )
        if done is not None:
            messages.success(request, _("Tugas tercatat selesai."))
            return redirect("action_item", ref=ref)
    return form_page(request, "prevention/action_item_finish.html", form, {"item": file.row.item})


@GET_OR_POST
@requires("prevention.action_item_drop")
def action_item_drop(request: SignedInRequest, ref: str) -> HttpResponse:
    """Lets a task go."""
    file = queries.action_item_file(request.user, ref, on=today())
    for_writers(file.calls)
    form = bind(request, DropForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.action_item_drop(
                item_ref=ref, reason=form.cleaned_data["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Tugas dilepas; alasannya tercatat."))
            return redirect("action_item", ref=ref)
    return form_page(request, "prevention/action_item_drop.html", form, {"item": file.row.item})


@require_POST
@requires(VIEW)
def action_item_evidence(request: SignedInRequest, ref: str) -> HttpResponse:
    """What shows that a task was done; opening it is recorded."""
    content, media_type = queries.item_evidence(request.user, ref, by=request.user, at=now(), on=today())
    return download_original(content, stem=f"bukti-{ref}".lower(), media_type=media_type)


def _written(count: int) -> str:
    return ngettext("%(count)d orang dicatat hadir.", "%(count)d orang dicatat hadir.", count) % {"count": count}


urlpatterns: list[URLPattern] = [
    path("pencegahan/rapat/<str:ref>/hadir/", meeting_attendance_record, name="meeting_attendance_record"),
    path("pencegahan/rapat/<str:ref>/notulen/", minutes_draft, name="minutes_draft"),
    path("pencegahan/rapat/<str:ref>/notulen/sahkan/", minutes_adopt, name="minutes_adopt"),
    path("pencegahan/rapat/<str:ref>/notulen/<int:version>/", minutes_paper, name="minutes_paper"),
    path("pencegahan/rapat/<str:ref>/tugas/", action_item_assign, name="action_item_assign"),
    path("pencegahan/tugas/", action_item_list, name="action_item_list"),
    path("pencegahan/tugas/<str:ref>/", action_item, name="action_item"),
    path("pencegahan/tugas/<str:ref>/selesai/", action_item_finish, name="action_item_finish"),
    path("pencegahan/tugas/<str:ref>/lepas/", action_item_drop, name="action_item_drop"),
    path("pencegahan/tugas/<str:ref>/bukti/", action_item_evidence, name="action_item_evidence"),
]
