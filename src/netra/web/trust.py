"""Pages of the room `trust`: the trail and its verification, requests to open an identity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.intake import operations as reports
from netra.intake import queries as intake
from netra.prevention import operations as desk
from netra.prevention.queries import advisory_file
from netra.trust import access, operations, queries, trail
from netra.trust.errors import NotFound
from netra.trust.identity_readers import still_reads
from netra.trust.states import REQUEST_LABELS, RequestState
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires, today
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.trust.models import IdentityRequest


# Beyond these a page tells how many more there are; `netra trail verify` prints them all.
_PROBLEMS_SHOWN = 100


class ReasonForm(forms.Form):
    """Why an identity may or may not be opened; it stays in the trail."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Alasan tersimpan dalam jejak. Jangan menulis nama siapa pun di sini."),
    )


class KnownRootsForm(forms.Form):
    """Daily roots that somebody kept elsewhere, as they were printed: one per line."""

    known_roots = forms.CharField(
        label=gettext_lazy("Akar yang dahulu dicetak atau diumumkan"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Satu per baris: HARI=AKAR, misalnya 2026-11-28=83b1… Kosongkan bila tidak ada; tanpa itu, jejak yang "
            "ditulis ulang seluruhnya tidak ketahuan."
        ),
    )

    def clean_known_roots(self) -> dict[date, str]:
        lines = [line for line in self.cleaned_data["known_roots"].splitlines() if line.strip()]
        try:
            return dict(trail.known_root(line) for line in lines)
        except ValueError:
            raise forms.ValidationError(
                _("Tulis setiap akar seperti dicetak: HARI=AKAR, misalnya 2026-11-28= diikuti 64 angka heksadesimal.")
            ) from None


@require_http_methods(["GET", "POST"])
@requires("trust.trail_verify")
def trail_verify(request: SignedInRequest) -> HttpResponse:
    """The whole trail, checked event by event, against roots kept elsewhere if any; the check itself is recorded."""
    form = bind(request, KnownRootsForm)
    check = operations.trail_verify(**form.cleaned_data, by=request.user, at=now()) if form.is_valid() else None
    context = {
        "form": form,
        "check": check,
        "shown": check.problems[:_PROBLEMS_SHOWN] if check else [],
        "more": max(len(check.problems) - _PROBLEMS_SHOWN, 0) if check else 0,
        "proven": trail.proven(check) if check else [],
        "roots": queries.daily_roots(),
        "may_export": access.may(request.user, "trust.trail_export", on=today()),
    }
    return render(request, "trust/trail_verify.html", context)


@require_POST
@requires("trust.trail_export")
def trail_export(request: SignedInRequest) -> StreamingHttpResponse:
    """The trail as a file that can be checked without this software."""
    lines: Iterator[str] = (f"{line}\n" for line in operations.trail_export(by=request.user, at=now()))
    name = f"jejak-{today().isoformat()}.jsonl"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8", headers=headers)


@require_safe
@requires("trust.identity_request", "trust.identity_approve")
def identity_request_list(request: SignedInRequest) -> HttpResponse:
    """One's own requests, and for a custodian those that wait."""
    found = queries.identity_requests(request.user, on=today())
    rows = [(asked, translated(REQUEST_LABELS[RequestState(asked.state)]), _keeps_from(asked)) for asked in found]
    return render(request, "trust/identity_request_list.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@requires("intake.report_reply")
def identity_request(request: SignedInRequest, ref: str) -> HttpResponse:
    """Asks to open the identity behind a report; where it lies is read from the report, never from the form."""
    report = intake.report_detail(request.user, ref, at=now()).report
    ask = partial(reports.identity_request, report_ref=report.ref)
    return _asking_page(request, ask, {"kind": _("Laporan"), "ref": report.ref, "designation": report.designation})


@require_http_methods(["GET", "POST"])
@requires("prevention.advisory_reply")
def asker_identity_request(request: SignedInRequest, ref: str) -> HttpResponse:
    """Asks to open the name behind a question to the desk; where it lies is read from the question."""
    file = advisory_file(request.user, ref, on=today())
    if not file.may_ask_identity:
        raise NotFound(_("Di balik pertanyaan ini tidak ada nama yang dapat Anda minta dibuka."))
    question = file.row.question
    ask = partial(desk.identity_request, advisory_ref=question.ref)
    matter = {"kind": _("Meja tanya"), "ref": question.ref, "designation": question.designation}
    return _asking_page(request, ask, matter)


@require_safe
@requires("trust.identity_approve")
def identity_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """The page on which a custodian approves or refuses."""
    return _decision_page(request, ref, ReasonForm())


@require_POST
@requires("trust.identity_approve")
def identity_approve(request: SignedInRequest, ref: str) -> HttpResponse:
    """Lets the requester open the identity once."""
    form = bind(request, ReasonForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.identity_approve(**form.cleaned_data, request_ref=ref, by=request.user, at=now()),
        )
        if done is not None:
            return redirect("identity_request_list")
    return _decision_page(request, ref, form)


@require_POST
@requires("trust.identity_refuse")
def identity_refuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the identity sealed."""
    form = bind(request, ReasonForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.identity_refuse(**form.cleaned_data, request_ref=ref, by=request.user, at=now()),
        )
        if done is not None:
            return redirect("identity_request_list")
    return _decision_page(request, ref, form)


@require_POST
@requires("trust.identity_open")
def identity_open(request: SignedInRequest, ref: str) -> HttpResponse:
    """The identity, once, on the answer itself: a page that cannot be called up again."""
    identity = operations.identity_open(request_ref=ref, by=request.user, at=now())
    return render(request, "trust/identity_open.html", {"identity": identity, "ref": ref})


def _keeps_from(asked: IdentityRequest) -> bool:
    """Whether an approval is of no use any more, since the report went out of reach of who asked."""
    return asked.state == RequestState.APPROVED and not still_reads(asked, on=today())


def _asking_page(request: SignedInRequest, ask: Callable[..., object], matter: Mapping[str, object]) -> HttpResponse:
    form = bind(request, ReasonForm)
    if form.is_valid():
        asked = attempt(form, lambda: ask(**form.cleaned_data, by=request.user, at=now()))
        if asked is not None:
            messages.success(request, _("Permintaan dikirim kepada penjaga identitas."))
            return redirect("identity_request_list")
    return form_page(request, "trust/identity_request.html", form, matter)


def _decision_page(request: SignedInRequest, ref: str, form: ReasonForm) -> HttpResponse:
    waiting = [asked for asked in queries.identity_requests(request.user, on=today()) if asked.ref == ref]
    if not waiting:
        raise NotFound(_("Permintaan itu tidak ada atau sudah diputus."))
    return form_page(request, "trust/identity_decide.html", form, {"asked": waiting[0]})


urlpatterns: list[URLPattern] = [
    path("jejak/", trail_verify, name="trail_verify"),
    path("jejak/unduh/", trail_export, name="trail_export"),
    path("identitas/", identity_request_list, name="identity_request_list"),
    path("laporan/<str:ref>/identitas/", identity_request, name="identity_request"),
    path("meja-tanya/<str:ref>/identitas/", asker_identity_request, name="asker_identity_request"),
    path("identitas/<str:ref>/", identity_decide, name="identity_decide"),
    path("identitas/<str:ref>/setujui/", identity_approve, name="identity_approve"),
    path("identitas/<str:ref>/tolak/", identity_refuse, name="identity_refuse"),
    path("identitas/<str:ref>/buka/", identity_open, name="identity_open"),
]
