"""Letters to a reporter: written as a draft, looked at, changed, and set with a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.intake import access, operations, queries
from netra.web.doors import SignedInRequest, attempt, attempt_once, bind, download, form_page, now, requires, today
from netra.web.forms.letters import NoticeForm

if TYPE_CHECKING:
    from netra.letters.models import Letter

WRITE = "intake.report_reply"


@require_http_methods(["GET", "POST"])
@requires(WRITE)
def letter_draft(request: SignedInRequest, ref: str) -> HttpResponse:
    """Begins a notice to the reporter."""
    access.report_for(request.user, ref, on=today())
    form = bind(request, NoticeForm, initial={"signer_name": request.user.full_name})
    if form.is_valid():
        written = operations.Notice(**form.cleaned_data)
        letter = attempt_once(
            request,
            form,
            lambda: operations.notice_draft(report_ref=ref, written=written, by=request.user, at=now()),
        )
        if letter is not None:
            messages.success(request, _("Konsep tersimpan. Periksa dahulu, lalu tetapkan."))
            return redirect("letter_revise", ref=ref, letter=letter.ref)
    return form_page(request, "letters/notice.html", form, {"ref": ref})


@require_http_methods(["GET", "POST"])
@requires(WRITE)
def letter_revise(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """Shows a draft, and writes it anew; what is set already says so."""
    found = queries.notice(access.report_for(request.user, ref, on=today()), letter)
    form = bind(request, NoticeForm, initial=_written_in(found))
    if form.is_valid():
        written = operations.Notice(**form.cleaned_data)
        done = attempt(
            form,
            lambda: operations.notice_revise(
                report_ref=ref, letter_ref=letter, written=written, by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Perubahan konsep tersimpan."))
            return redirect("letter_revise", ref=ref, letter=letter)
    return form_page(request, "letters/notice.html", form, {"ref": ref, "letter": found})


@require_POST
@requires(WRITE)
def letter_finalise(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """Numbers the draft and locks it."""
    final = operations.notice_finalise(report_ref=ref, letter_ref=letter, by=request.user, at=now())
    messages.success(
        request,
        _("Surat ditetapkan dengan Nomor %(number)s; pelapor membacanya dengan kode.") % {"number": final.number},
    )
    return redirect("report", ref=ref)


@require_safe
@requires("intake.report_view")
def notice_letter(request: SignedInRequest, ref: str, letter: str) -> HttpResponse:
    """A notice as PDF; a draft is marked as one."""
    content = queries.notice_pdf(access.report_for(request.user, ref, on=today()), letter)
    return download(content, name=f"{letter.lower()}.pdf", media_type="application/pdf", inline=True)


def _written_in(found: Letter) -> dict[str, object]:
    data = found.data or {}
    signer = data.get("signer", {})
    plain = {name: data.get(name, "") for name in ("outcome", "explanation", "next_steps")}
    return {**plain, "signer_name": signer.get("name", ""), "signer_position": signer.get("position", "")}


urlpatterns: list[URLPattern] = [
    path("laporan/<str:ref>/pemberitahuan/", letter_draft, name="letter_draft"),
    path("laporan/<str:ref>/pemberitahuan/<str:letter>/", letter_revise, name="letter_revise"),
    path("laporan/<str:ref>/pemberitahuan/<str:letter>/tetapkan/", letter_finalise, name="letter_finalise"),
    path("laporan/<str:ref>/pemberitahuan/<str:letter>/surat.pdf", notice_letter, name="notice_letter"),
]
