"""The follow-up board: what each appointing authority owes, since when, on which rule; reminders and blocks."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.cases.access import handling_agency
from netra.cases.queries import case_file
from netra.sanctions import operations, queries
from netra.trust.access import scope_of
from netra.trust.errors import NotFound
from netra.web import words
from netra.web.cases.terms import terms_of
from netra.web.cases.words import VERIFICATION_WORDS
from netra.web.doors import SignedInRequest, attempt_once, bind, download, file_stem, form_page, now, requires, today
from netra.web.forms.sanctions import ConfirmForm, ReasonForm, TermForm
from netra.web.sanctions.acting import Operation, done, who
from netra.web.sanctions.words import ACT_WORDS


@require_safe
@requires("cases.case_view")
def follow_up_board(request: SignedInRequest) -> HttpResponse:
    """Every appointing authority that owes something, the oldest debt first."""
    page = queries.follow_up_board(request.user, on=today(), after=_board_key(request.GET.get("after", "")))
    next_key = f"{page.next_key[0].isoformat()}~{page.next_key[1]}" if page.next_key else None
    rows = [(row, words.distance(row.oldest, today()) if row.oldest else "") for row in page.rows]
    context = {"rows": rows, "totals": page.totals, "next_key": next_key, "on": today()}
    return render(request, "sanctions/follow_up_board.html", context)


@require_safe
@requires("cases.case_view")
def follow_up_agency(request: SignedInRequest, agency: str) -> HttpResponse:
    """What one authority owes, term by term."""
    return _agency_page(request, agency, TermForm())


@require_POST
@requires("sanctions.reminder_issue")
def reminder_issue(request: SignedInRequest, agency: str) -> HttpResponse:
    """Sends a reminder about one overdue term, as a letter with a copy to the superior."""
    form = bind(request, TermForm)
    if form.is_valid():
        term = form.cleaned_data["term"]
        act = attempt_once(
            request, form, lambda: operations.reminder_issue(deadline_id=term, by=request.user, at=now())
        )
        if act is not None:
            messages.success(request, _("Pengingat terbit sebagai surat bernomor."))
            return redirect("follow_up_agency", agency=agency)
    return _agency_page(request, agency, form)


@require_POST
@requires("sanctions.duty_remind")
def duty_remind(request: SignedInRequest, ref: str) -> HttpResponse:
    """Sends a reminder of what no article gives a term for, likewise as a letter."""
    agency = queries.proceeding_file(request.user, ref, on=today()).proceeding.agency_code
    form = bind(request, ConfirmForm)
    if form.is_valid() and done(request, form, lambda: operations.duty_remind(ref=ref, **who(request))):
        messages.success(request, _("Pengingat terbit sebagai surat bernomor."))
        return redirect("follow_up_agency", agency=agency)
    return _agency_page(request, agency, form)


def _agency_page(request: SignedInRequest, agency: str, form: TermForm | ConfirmForm) -> HttpResponse:
    page = queries.owed_by(request.user, agency, on=today(), after=_term_key(request.GET.get("after", "")))
    next_key = f"{page.next_key[0].isoformat()}~{page.next_key[1]}" if page.next_key else None
    terms = {term.deadline.pk: term for term in terms_of([row.term for row in page.terms], on=today())}
    handled = [row.proceeding for row in page.terms if row.proceeding] + [row.proceeding for row in page.duties]
    context = {
        "agency": page.agency,
        "opened": queries.opened_of(request.user, handled, on=today()),
        "rows": [(row, terms[row.term.pk]) for row in page.terms],
        "duties": [(row, VERIFICATION_WORDS[row.source.verification] if row.source else "") for row in page.duties],
        "next_key": next_key,
        "hides_own": page.hides_own,
        "may_remind": not scope_of(request.user, "sanctions.reminder_issue", on=today()).is_empty,
        "may_block": not scope_of(request.user, "sanctions.data_block", on=today()).is_empty,
    }
    return form_page(request, "sanctions/follow_up_agency.html", form, context)


@require_safe
@requires("cases.case_view")
def reminder_letter(request: SignedInRequest, agency: str, letter: str) -> HttpResponse:
    """A reminder as PDF."""
    paper, content = queries.reminder_pdf(request.user, agency, letter, on=today())
    return download(content, name=f"{file_stem(paper.number)}.pdf", media_type="application/pdf", inline=True)


@require_http_methods(["GET", "POST"])
@requires("sanctions.data_block")
def data_block(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Blocks the personnel data of one accused."""
    return _block(request, ref, party, operations.data_block, said=_("Data kepegawaian diblokir."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.data_unblock")
def data_unblock(request: SignedInRequest, ref: str, party: int) -> HttpResponse:
    """Lifts the block."""
    return _block(request, ref, party, operations.data_unblock, said=_("Blokir dibuka."))


def _block(request: SignedInRequest, ref: str, party: int, operation: Operation, *, said: str) -> HttpResponse:
    case = case_file(request.user, ref, on=today()).case
    accused = next((each for each in case.parties.all() if each.ordinal == party), None)
    if accused is None:
        raise NotFound(_("Terlapor itu tidak ada pada perkara ini."))
    agency = handling_agency(accused)
    form = bind(request, ReasonForm)
    if form.is_valid() and done(
        request, form, lambda: operation(case_ref=ref, party=party, **form.arguments(), **who(request))
    ):
        messages.success(request, said)
        return redirect("follow_up_agency", agency=agency)
    context = {"case": case, "party": accused, "agency": agency, "words": ACT_WORDS[operation.__name__]}
    return form_page(request, "sanctions/data_block.html", form, context)


def _parted(key: str) -> tuple[date, str] | None:
    """A page key as it stands in an address; whatever cannot be one begins the list anew."""
    day_text, _sep, rest = key.partition("~")
    try:
        day = parse_date(day_text)
    except ValueError:
        return None
    return (day, rest) if day is not None and rest else None


def _board_key(key: str) -> tuple[date, str] | None:
    return _parted(key[:80])


def _term_key(key: str) -> tuple[date, int] | None:
    parted = _parted(key[:40])
    if parted is None or not parted[1].removeprefix("-").isdecimal() or len(parted[1]) > 18:
        return None
    return parted[0], int(parted[1])


urlpatterns: list[URLPattern] = [
    path("tindak-lanjut/", follow_up_board, name="follow_up_board"),
    path("tindak-lanjut/<str:agency>/", follow_up_agency, name="follow_up_agency"),
    path("tindak-lanjut/<str:agency>/pengingat/", reminder_issue, name="reminder_issue"),
    path("penanganan/<str:ref>/pengingat/", duty_remind, name="duty_remind"),
    path("tindak-lanjut/<str:agency>/surat/<str:letter>/", reminder_letter, name="reminder_letter"),
    path("perkara/<str:ref>/terlapor/<int:party>/blokir/", data_block, name="data_block"),
    path("perkara/<str:ref>/terlapor/<int:party>/buka-blokir/", data_unblock, name="data_unblock"),
]
