"""The check before sending, sending itself, and what the sender takes away. The code is in no address and no log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.intake import keys, operations, queries
from netra.intake.completeness import coach, given_by
from netra.intake.drafting import Draft
from netra.intake.queries import Receipt
from netra.intake.receipts import sent_report
from netra.intake.states import Capacity, Kind, Mode, label
from netra.intake.submission import Submission
from netra.intake.written_dates import in_words
from netra.law.conducts import CONDUCTS
from netra.trust.errors import NotFound, Refused
from netra.web.doors import download, now, today
from netra.web.intake import draft_cookie, steps
from netra.web.intake.coach_page import points
from netra.web.intake.regions import region_words
from netra.web.intake.wizard import read_answers
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.intake.models import Report


@require_http_methods(["GET", "POST"])
def report_submit(request: HttpRequest) -> HttpResponse:
    """The door of reporting; by POST, the report is sent. Sending twice is sending once."""
    secret = draft_cookie.secret_in(request)
    draft = queries.draft(secret) if secret else None
    if request.method == "GET":
        sent = secret and draft is None and queries.sent_receipt(secret) is not None
        return render(request, "intake/report_submit.html", {"draft": draft, "sent": sent})
    if draft is None:
        return redirect("report_receipt" if secret and queries.sent_receipt(secret) else "report_submit")
    reading = read_answers(draft.answers)
    if reading.submission is None:
        return redirect("draft_review")
    try:
        operations.report_submit(submission=reading.submission, secret=secret, at=now())
    except Refused as refusal:
        return _review(request, draft, refusal=str(refusal))
    response = redirect("report_receipt")
    draft_cookie.keep(response, secret, seconds=draft_cookie.RECEIPT_SECONDS)
    return response


@require_safe
def draft_review(request: HttpRequest) -> HttpResponse:
    """All that will be sent, what the law wants of it, what is missing and until when; nothing blocks sending."""
    secret = draft_cookie.secret_in(request)
    draft = queries.draft(secret) if secret else None
    return redirect("report_submit") if draft is None else _review(request, draft)


@require_safe
def report_receipt(request: HttpRequest) -> HttpResponse:
    """The code, what happens next and until when; for half an hour, in the browser that sent the report."""
    secret = draft_cookie.secret_in(request)
    report = sent_report(keys.fingerprint(secret)) if secret else None
    if report is None:
        return redirect("report_submit")
    left = _seconds_left(report)
    if left <= 0:
        return _over()
    context = {"code": keys.code_of(secret), "status": queries.status_page(report, at=now()), "report": report}
    response = render(request, "intake/report_receipt.html", context)
    draft_cookie.keep(response, secret, seconds=left)
    return response


@require_POST
def receipt_slip(request: HttpRequest) -> HttpResponse:
    """The slip with the code, drawn now and kept nowhere; its file name says nothing."""
    secret = draft_cookie.secret_in(request)
    report = sent_report(keys.fingerprint(secret)) if secret else None
    receipt = queries.sent_receipt(secret) if report else None
    if report is None or receipt is None or _seconds_left(report) <= 0:
        raise NotFound(_("Tidak ada laporan yang baru dikirim dari peramban ini."))
    return slip_download(receipt, secret)


@require_POST
def receipt_forget(request: HttpRequest) -> HttpResponse:
    """The browser forgets the report; the code is from now on the only way to it."""
    messages.success(request, _("Peramban ini sudah melupakan laporan Anda. Simpan kodenya baik-baik."))
    response = redirect("home")
    draft_cookie.forget(response)
    return response


def _seconds_left(report: Report) -> int:
    """How long the receipt may still be opened: half an hour from the sending, however often it is looked at."""
    return draft_cookie.RECEIPT_SECONDS - int((now() - report.entered_at).total_seconds())


def _over() -> HttpResponse:
    response = redirect("report_follow")
    draft_cookie.forget(response)
    return response


def slip_download(receipt: Receipt, secret: str) -> HttpResponse:
    """The slip for whoever holds the secret of the form that was sent."""
    report = sent_report(keys.fingerprint(secret))
    if report is None:
        raise NotFound(_("Laporan itu tidak ada."))
    follow_url = settings.PUBLIC_URL + reverse("report_follow")
    content = queries.slip_pdf(report, code=receipt.code, follow_url=follow_url)
    return download(content, name="tanda-terima.pdf", media_type="application/pdf")


def _review(request: HttpRequest, draft: Draft, *, refusal: str = "") -> HttpResponse:
    reading = read_answers(draft.answers)
    submission = reading.submission
    coaching = coach(given_by(submission, files=len(draft.files)), on=today()) if submission else None
    context = {
        "number": steps.REVIEW_NUMBER,
        "titles": steps.TITLES,
        "problems": [(steps.step_of_field(name), message) for name, message in reading.errors.items()],
        "refusal": refusal,
        "serving": queries.serving(submission, on=today()) if submission else None,
        "between": queries.between_contests(submission) if submission else "",
        "coaching": coaching,
        "formal": points(coaching.formal) if coaching else (),
        "material": points(coaching.material) if coaching else (),
        "told": list(_told(submission, draft)) if submission else (),
        "under_pressure": draft.answers.get("kind") == Kind.SUPERIOR_PRESSURE,
    }
    return render(request, "intake/draft_review.html", context, status=422 if refusal else 200)


def _told(submission: Submission, draft: Draft) -> Iterator[tuple[steps.Step, Mapping[str, str]]]:
    """What was answered, step by step, in words; an answer that was not given is an empty text."""
    act = in_words(submission.act_date, submission.act_precision) if submission.act_date else ""
    known = in_words(submission.known_date) if submission.known_date else ""
    conduct = translated(CONDUCTS[submission.conduct].label) if submission.conduct else ""
    elections = {"GENERAL": _("Pemilu"), "REGIONAL": _("Pemilihan kepala daerah"), "": ""}
    yield steps.WHAT, {_("Jenis"): label(submission.kind), _("Uraian"): submission.what, _("Bentuk"): conduct}
    yield steps.WHO, {_("Terlapor"): "\n".join(_people(submission))}
    yield (
        steps.WHERE,
        {_("Wilayah"): region_words(submission.region_code, today()), _("Tempat"): submission.place},
    )
    yield (
        steps.WHEN,
        {_("Kejadian"): act, _("Diketahui"): known, _("Pemilihan"): elections[submission.election_kind]},
    )
    yield steps.HOW, {_("Dari mana"): submission.how_known}
    files = "\n".join(file.name for file in draft.files)
    yield steps.EVIDENCE, {_("Berkas"): files, _("Bukti lain"): submission.other_evidence}
    reporter = submission.reporter
    yield steps.REPORTER, {_("Cara dikenal"): label(reporter.mode), _("Sebagai"): _capacity(reporter.capacity)}
    if reporter.mode != Mode.ANONYMOUS:
        yield (
            steps.IDENTITY,
            {_("Nama"): reporter.name, _("Alamat"): reporter.address, _("Kontak"): reporter.contact},
        )


def _people(submission: Submission) -> Iterator[str]:
    for person in submission.persons:
        parts = (person.name, person.position, person.agency, f"NIP {person.nip}" if person.nip else "")
        yield ", ".join(part for part in parts if part)


def _capacity(capacity: Capacity) -> str:
    return "" if capacity == Capacity.UNKNOWN else label(capacity)


urlpatterns: list[URLPattern] = [
    path("lapor/", report_submit, name="report_submit"),
    path("lapor/periksa/", draft_review, name="draft_review"),
    path("lapor/tanda-terima/", report_receipt, name="report_receipt"),
    path("lapor/tanda-terima/unduh/", receipt_slip, name="receipt_slip"),
    path("lapor/tanda-terima/lupakan/", receipt_forget, name="receipt_forget"),
]
