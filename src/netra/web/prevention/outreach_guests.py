"""Guests of an outreach whom the registry does not know."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from netra.prevention import operations, queries
from netra.prevention.operations.outreach_guests import ACT
from netra.web.doors import SignedInRequest, attempt_once, bind, form_page, now, requires, today
from netra.web.forms.meetings import OutsidersForm, file_of
from netra.web.prevention.writing import for_writers
from netra.web.sanctions.examination import asks_for_rows

_PAGE = "prevention/outreach_guests_record.html"


@require_http_methods(["GET", "POST"])
@requires(ACT)
def outreach_guests_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """Those who were there by name and office."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    context: dict[str, object] = {"outreach": file.outreach}
    if asks_for_rows(request):
        return render(request, _PAGE, {**context, "form": OutsidersForm.grown(request.POST)})
    form = bind(request, OutsidersForm)
    if form.is_valid():
        told = form.cleaned_data
        result = attempt_once(
            request,
            form,
            lambda: operations.outreach_guests_record(
                outreach_ref=ref, guests=form.outsiders(), by=request.user, at=now(), proof=file_of(told["proof"])
            ),
        )
        if result is not None and not result.rejected:
            messages.success(request, _written(result.recorded))
            return redirect("outreach_participants", ref=ref)
        context |= {"result": result, "written": _written(result.recorded) if result else ""}
    return form_page(request, _PAGE, form, context)


def _written(count: int) -> str:
    return ngettext("%(count)d tamu dicatat.", "%(count)d tamu dicatat.", count) % {"count": count}


urlpatterns: list[URLPattern] = [
    path("pencegahan/sosialisasi/<str:ref>/tamu/", outreach_guests_record, name="outreach_guests_record"),
]
