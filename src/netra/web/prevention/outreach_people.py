"""Who was at an outreach: the code at the door, a list, personal links, certificates; and what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import operations, queries, rejected_lines
from netra.prevention.operations.outreach_attendance import ACT
from netra.prevention.outreach_access import VIEW
from netra.web.doors import (
    SignedInRequest,
    attempt_once,
    bind,
    download,
    file_stem,
    form_page,
    now,
    public_address,
    requires,
    today,
)
from netra.web.forms.meetings import file_of
from netra.web.forms.outreach import OutreachAttendanceForm
from netra.web.prevention.attendance import XLSX
from netra.web.prevention.handed_out import drawn_code, links_csv
from netra.web.prevention.writing import for_writers


@sensitive_post_parameters("text")
@require_http_methods(["GET", "POST"])
@requires(ACT)
def outreach_attendance_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """A list of those who were there."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_list)
    form = bind(request, OutreachAttendanceForm)
    context: dict[str, object] = {"outreach": file.outreach}
    if form.is_valid():
        result = attempt_once(
            request,
            form,
            lambda: operations.outreach_attendance_record(
                outreach_ref=ref,
                present=form.present(),
                by=request.user,
                at=now(),
                proof=file_of(form.cleaned_data["proof"]),
            ),
        )
        if result is not None and not result.rejected:
            messages.success(request, _written(result.recorded))
            return redirect("outreach_participants", ref=ref)
        context |= {"result": result, "written": _written(result.recorded) if result else ""}
    return form_page(request, "prevention/outreach_attendance_record.html", form, context)


@require_safe
@requires(ACT)
def outreach_rejected(request: SignedInRequest, ref: str) -> HttpResponse:
    """The lines of the last list that were not taken, to be corrected and uploaded again."""
    content = rejected_lines.fetch(ref, by=request.user, at=now())
    return download(content, name=f"ditolak-{ref}.xlsx".lower(), media_type=XLSX)


@require_safe
@requires(ACT)
def outreach_participants(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who was there, since when that is known and from whom, and their certificates."""
    after = request.GET.get("after", "")
    key = int(after) if after.isdecimal() and len(after) < 18 else 0
    file, rows, next_key = queries.participant_page(request.user, ref, on=today(), after=key)
    context = {"file": file, "outreach": file.outreach, "rows": rows, "next_key": next_key}
    context |= {"guests": queries.guest_rows(file) if not key else []}
    return render(request, "prevention/outreach_participants.html", context)


@require_POST
@requires("prevention.outreach_certify")
def outreach_certify(request: SignedInRequest, ref: str) -> HttpResponse:
    """Issues the certificates of the next fifty."""
    count = operations.outreach_certify(outreach_ref=ref, by=request.user, at=now())
    told = ngettext("%(count)d sertifikat diterbitkan.", "%(count)d sertifikat diterbitkan.", count)
    messages.success(request, told % {"count": count})
    return redirect("outreach_participants", ref=ref)


@require_POST
@requires("prevention.outreach_certify")
def outreach_certificate(request: SignedInRequest, ref: str, person: str) -> HttpResponse:
    """The certificate of one participant as PDF."""
    content, number = queries.certificate_for(request.user, ref, person, on=today())
    return download(content, name=f"{file_stem(number)}.pdf", media_type="application/pdf", inline=True)


@require_POST
@requires("prevention.outreach_links")
def outreach_links(request: SignedInRequest, ref: str) -> HttpResponse:
    """The personal links of everybody whom it is for, as CSV to hand out."""
    links = operations.outreach_links(outreach_ref=ref, by=request.user, at=now())
    rows = (
        (
            (spell.civil_servant.name, spell.agency.code, spell.unit.name if spell.unit else ""),
            public_address(reverse("outreach_visit", args=[link.token])),
        )
        for spell, link in links
    )
    return links_csv(ref, [_("Nama"), _("Instansi"), _("Unit")], rows)


@sensitive_variables("secret")
@require_POST
@requires("prevention.outreach_code_open")
def outreach_code_open(request: SignedInRequest, ref: str) -> HttpResponse:
    """A code for everybody at the door, large enough for the back row. It is shown once."""
    file = queries.outreach_file(request.user, ref, on=today())
    link, secret = operations.outreach_code_open(outreach_ref=ref, by=request.user, at=now())
    address = public_address(reverse("outreach_code", args=[secret]))
    context = {"outreach": file.outreach, "until": link.until_at, "address": address, "qr": drawn_code(address)}
    return render(request, "prevention/outreach_code_open.html", context)


@require_safe
@requires(VIEW)
def outreach_result(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who of whom was there, what was learned, how hard each question was."""
    chosen = request.GET.get("instansi", "")
    result = queries.outreach_result(request.user, ref, on=today(), agency_code=chosen)
    return render(request, "prevention/outreach_result.html", {"result": result, "outreach": result.file.outreach})


def _written(count: int) -> str:
    return ngettext("%(count)d peserta dicatat.", "%(count)d peserta dicatat.", count) % {"count": count}


_AT = "pencegahan/sosialisasi/<str:ref>/"
urlpatterns: list[URLPattern] = [
    path(f"{_AT}daftar-hadir/", outreach_attendance_record, name="outreach_attendance_record"),
    path(f"{_AT}daftar-hadir/ditolak/", outreach_rejected, name="outreach_rejected"),
    path(f"{_AT}peserta/", outreach_participants, name="outreach_participants"),
    path(f"{_AT}sertifikat/", outreach_certify, name="outreach_certify"),
    path(f"{_AT}sertifikat/<str:person>/", outreach_certificate, name="outreach_certificate"),
    path(f"{_AT}tautan/", outreach_links, name="outreach_links"),
    path(f"{_AT}kode/", outreach_code_open, name="outreach_code_open"),
    path(f"{_AT}hasil/", outreach_result, name="outreach_result"),
]
