"""A series of meetings: its rule, its turns, its end."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.meeting_access import VIEW
from netra.registry.queries import agencies
from netra.web.doors import SignedInRequest, attempt, attempt_once, bind, form_page, now, requires, today
from netra.web.forms.meetings import EVERY, WEEKDAYS, WEEKS, SeriesEndForm, SeriesForm
from netra.web.prevention.writing import for_writers
from netra.web.sanctions.examination import asks_for_rows

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def meeting_series(request: SignedInRequest, ref: str) -> HttpResponse:
    """One series: its rule in words, and what became of each turn."""
    file = queries.series_file(request.user, ref, on=today())
    series = file.row.series
    context = {
        "file": file,
        "series": series,
        "rule": _("%(often)s, hari %(weekday)s %(week)s")
        % {
            "often": dict(EVERY)[series.every_months],
            "weekday": WEEKDAYS[series.weekday],
            "week": WEEKS[series.week - 1],
        },
    }
    return render(request, "prevention/meeting_series.html", context)


@GET_OR_POST
@requires("prevention.meeting_series_start")
def meeting_series_start(request: SignedInRequest) -> HttpResponse:
    """A new series."""
    written = list(access.agencies_written_for(request.user, on=today()))
    context = {"agencies": agencies(on=today())}
    if asks_for_rows(request):
        form = SeriesForm.grown(request.POST, agencies=written)
        return render(request, "prevention/meeting_series_start.html", {**context, "form": form})
    form = bind(request, SeriesForm, agencies=written)
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.meeting_series_start(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(request, _("Rangkaian rapat tercatat. Bulan tanpa rapat akan terlihat dengan sendirinya."))
            return redirect("meeting_series", ref=made.ref)
    return form_page(request, "prevention/meeting_series_start.html", form, context)


@GET_OR_POST
@requires("prevention.meeting_series_end")
def meeting_series_end(request: SignedInRequest, ref: str) -> HttpResponse:
    """From when on no meeting is expected, and why."""
    file = queries.series_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, SeriesEndForm, initial={"until_date": today()})
    if form.is_valid():
        told = form.cleaned_data
        done = attempt(
            form,
            lambda: operations.meeting_series_end(
                series_ref=ref, until_date=told["until_date"], reason=told["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Rangkaian rapat diakhiri; yang sudah lewat tetap tercatat."))
            return redirect("meeting_series", ref=ref)
    return form_page(request, "prevention/meeting_series_end.html", form, {"series": file.row.series})


urlpatterns: list[URLPattern] = [
    path("pencegahan/rangkaian/baru/", meeting_series_start, name="meeting_series_start"),
    path("pencegahan/rangkaian/<str:ref>/", meeting_series, name="meeting_series"),
    path("pencegahan/rangkaian/<str:ref>/akhiri/", meeting_series_end, name="meeting_series_end"),
]
