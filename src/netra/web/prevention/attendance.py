"""A list of those present at a roll call, and the lines of it that were not taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from netra.prevention import operations, queries, rejected_lines
from netra.prevention.operations.attendance import ACT
from netra.web.doors import SignedInRequest, attempt_once, bind, download, form_page, now, requires, today
from netra.web.forms.prevention import AttendanceForm

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@sensitive_post_parameters("text")
@require_http_methods(["GET", "POST"])
@requires(ACT)
def attendance_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """A list of those present at a roll call."""
    file = queries.instrument_file(request.user, ref, on=today())
    form = bind(request, AttendanceForm)
    context: dict[str, object] = {"instrument": file.instrument}
    if form.is_valid():
        told = form.cleaned_data
        result = attempt_once(
            request,
            form,
            lambda: operations.attendance_record(
                instrument_ref=ref,
                held_date=told["held_date"],
                present=form.present(),
                by=request.user,
                at=now(),
                proof=told["proof"].read() if told["proof"] else None,
                proof_name=told["proof"].name if told["proof"] else "",
            ),
        )
        if result is not None and not result.rejected:
            messages.success(request, _written(result.recorded))
            return redirect("instrument", ref=ref)
        context |= {"result": result, "written": _written(result.recorded) if result else ""}
    return form_page(request, "prevention/attendance_record.html", form, context)


@require_safe
@requires(ACT)
def attendance_rejected(request: SignedInRequest, ref: str) -> HttpResponse:
    """The lines of the last list that were not taken, to be corrected and uploaded again; every cell is text."""
    content = rejected_lines.fetch(ref, by=request.user, at=now())
    return download(content, name=f"ditolak-{ref}.xlsx".lower(), media_type=XLSX)


def _written(count: int) -> str:
    return ngettext("%(count)d pegawai dicatat.", "%(count)d pegawai dicatat.", count) % {"count": count}


urlpatterns: list[URLPattern] = [
    path("pencegahan/<str:ref>/daftar-hadir/", attendance_record, name="attendance_record"),
    path("pencegahan/<str:ref>/daftar-hadir/ditolak/", attendance_rejected, name="attendance_rejected"),
]
