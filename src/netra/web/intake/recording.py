"""A report that came by telephone, letter, WhatsApp or in person, written down by an officer on one page."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from netra.intake import operations, queries
from netra.intake.queries import Receipt
from netra.intake.states import Capacity, Channel, Kind, Mode
from netra.intake.submission import FIELDS, Submission
from netra.law.local_time import moment_at, seen_from
from netra.trust.access import scope_of
from netra.trust.form_secrets import WeakSecret, new_secret
from netra.web.doors import SignedInRequest, attempt, form_page, now, requires, today
from netra.web.forms.intake_officer import RecordForm
from netra.web.intake.files import limit_words, new_files
from netra.web.intake.regions import choices_for, choices_in
from netra.web.intake.sending import slip_download
from netra.web.intake.wizard import read_answers


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@requires("intake.report_record")
def report_record(request: SignedInRequest) -> HttpResponse:
    """Everything on one page, without the questionnaire; the reporter gets the same receipt and the same code.

    The form carries a secret, so that it can be sent again over a bad line and stays one report.
    """
    office = _office_of(request)
    if request.method == "GET":
        return _page(request, RecordForm({}, region_code=office, initial=_first(office)))
    answers = _answers(request)
    if request.POST.get("go") == "more":
        return _page(request, RecordForm(answers, more=True, region_code=office, initial=request.POST.dict()))
    form = RecordForm(answers, region_code=office, data={**request.POST.dict(), **answers})
    submission = _submission(form, answers)
    if form.is_valid() and submission is not None:
        receipt = attempt(form, lambda: _record(request, form, submission, office))
        if receipt is not None:
            return _receipt_page(request, receipt, form.cleaned_data["secret"])
    form.offer(_choices(request.POST.dict()))
    return _page(request, form)


@require_POST
@requires("intake.report_record")
def record_slip(request: SignedInRequest) -> HttpResponse:
    """The slip with the code for the reporter, from the page that has just recorded the report."""
    secret = request.POST.get("secret", "")
    try:
        receipt = queries.sent_receipt(secret)
    except WeakSecret:
        receipt = None
    return slip_download(receipt, secret) if receipt else redirect("report_record")


def _record(request: SignedInRequest, form: RecordForm, submission: Submission, office: str) -> Receipt:
    given = form.cleaned_data
    return operations.report_record(
        submission=submission,
        secret=given["secret"],
        channel=given["channel"],
        received_at=moment_at(office, given["received_date"], given["received_time"]),
        files=new_files(request),
        by=request.user,
        at=now(),
    )


def _answers(request: SignedInRequest) -> dict[str, str]:
    answers = {name: text for name, text in request.POST.dict().items() if name in FIELDS}
    chosen = request.POST.get("region_choice", "")
    if chosen in dict(_choices(answers)):
        answers["region"] = chosen
    return answers


def _choices(answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """The regions to ask back: those that the field may mean, or that the place names where the field is empty."""
    region = answers.get("region", "").strip()
    return choices_for(region, today()) if region else choices_in(answers.get("place", ""), today())


def _submission(form: RecordForm, answers: Mapping[str, str]) -> Submission | None:
    """What the room reads; where it cannot, each message stands at its field."""
    reading = read_answers(answers)
    for name, message in reading.errors.items():
        form.add_error(name, message)
    return reading.submission


def _office_of(request: SignedInRequest) -> str:
    """The region of the officer's own office, by whose clocks he writes; "" where he has several or none."""
    scope = scope_of(request.user, "intake.report_record", on=today())
    places = sorted(scope.regions | scope.provinces)
    return places[0] if len(places) == 1 else ""


def _first(office: str) -> dict[str, object]:
    local = seen_from(office, now())
    return {
        "channel": Channel.WALK_IN,
        "received_date": local.date(),
        "received_time": local.strftime("%H:%M"),
        "kind": Kind.VIOLATION,
        "mode": Mode.CONFIDENTIAL,
        "capacity": Capacity.UNKNOWN,
        "election_kind": "",
        "secret": new_secret(),
    }


def _page(request: SignedInRequest, form: RecordForm) -> HttpResponse:
    return form_page(request, "intake/report_record.html", form, {"limit": limit_words()})


def _receipt_page(request: SignedInRequest, receipt: Receipt, secret: str) -> HttpResponse:
    """The answer to the sending itself, so that the code is in no address; sending again shows it again."""
    return render(request, "intake/report_record_receipt.html", {"receipt": receipt, "secret": secret})


urlpatterns: list[URLPattern] = [
    path("laporan/catat/", report_record, name="report_record"),
    path("laporan/catat/tanda-terima/", record_slip, name="record_slip"),
]
