"""An instrument from its draft to its withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.access import VIEW
from netra.prevention.letters import in_words
from netra.prevention.states import State
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download_original,
    file_stem,
    form_page,
    now,
    requires,
    today,
)
from netra.web.forms.prevention import CHOICES, InstrumentForm, QuestionsForm, WithdrawForm
from netra.web.prevention.reach import chosen_area, may_write, writes_somewhere
from netra.web.prevention.reminding import responsible
from netra.web.prevention.warning import proposed_initial
from netra.web.sanctions.examination import asks_for_rows

if TYPE_CHECKING:
    from django.forms import BaseForm

    from netra.prevention.entries import InstrumentEntry
    from netra.prevention.queries import Area, InstrumentFile
    from netra.registry.models import Agency

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def instrument_list(request: SignedInRequest) -> HttpResponse:
    """The instruments of the reader's agency or place, newest first."""
    after = request.GET.get("after", "")
    key = int(after) if after.isdecimal() and len(after) < 18 else None
    rows, next_key = queries.instrument_page(request.user, on=today(), after=key)
    context = {"rows": rows, "next_key": next_key, "may_draft": writes_somewhere(request)}
    return render(request, "prevention/instrument_list.html", context)


@require_safe
@requires(VIEW)
def instrument(request: SignedInRequest, ref: str) -> HttpResponse:
    """One instrument: what it says, to whom, and how far it reached."""
    file = queries.instrument_file(request.user, ref, on=today())
    seen = queries.areas(request.user, file, on=today())
    area = chosen_area(request, seen)
    reached = [each.agency for each in seen if each.unit is None]
    told = file.instrument.told_on(today())
    context: dict[str, object] = {
        "instrument": file.instrument,
        "targets": in_words(file.targets, on=today()),
        "questions": file.questions,
        "area": area,
        "units": [each for each in seen if each.unit is not None],
        "on": told,
        "is_over": told < today(),
        "may_write": may_write(request, file.instrument),
        "same_number": queries.same_number(request.user, file.instrument, on=today()),
        "items": queries.difficulties(file.instrument) if file.questions and not _heads_only(seen) else [],
    }
    if len(reached) > 1:
        context["by_agency"] = queries.reached_by_agency(file.instrument, reached)
    if area is not None and file.instrument.state != State.DRAFT:
        total, rows = queries.coverage_of_area(file.instrument, area, on=told)
        context |= {"total": total, "rows": rows} | responsible(request, file.instrument, area.agency, rows)
    return render(request, "prevention/instrument.html", context)


@GET_OR_POST
@requires("prevention.instrument_draft")
def instrument_draft(request: SignedInRequest) -> HttpResponse:
    """A new instrument."""
    agencies = list(access.agencies_written_for(request.user, on=today()))
    context = {"title": _("Surat pencegahan baru"), "agencies": agencies, "is_new": True}
    if asks_for_rows(request):
        return render(request, "prevention/instrument_draft.html", {**context, "form": _grown(request, agencies)})
    form = bind(request, InstrumentForm, agencies=agencies, initial=proposed_initial(request, agencies))
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.instrument_draft(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(request, _("Konsep tersimpan. Periksa, lalu tetapkan."))
            return redirect("instrument", ref=made.ref)
    return form_page(request, "prevention/instrument_draft.html", form, context)


@GET_OR_POST
@requires("prevention.instrument_revise")
def instrument_revise(request: SignedInRequest, ref: str) -> HttpResponse:
    """A draft, told anew; its questions stay."""
    file = queries.instrument_file(request.user, ref, on=today())
    agencies = [each for each in access.agencies_written_for(request.user, on=today())]
    context = {"title": _("Ubah konsep"), "agencies": agencies, "instrument": file.instrument}
    if asks_for_rows(request):
        return render(request, "prevention/instrument_draft.html", {**context, "form": _grown(request, agencies)})
    kept = bool(file.instrument.original_ref)
    form = bind(request, InstrumentForm, agencies=agencies, has_original=kept, initial=_initial(file))
    if form.is_valid():
        before = queries.entry_of(file)
        entry = form.entry(before.questions, before.asked)
        if _revise(request, form, ref, entry):
            return redirect("instrument", ref=ref)
    return form_page(request, "prevention/instrument_draft.html", form, context)


@GET_OR_POST
@requires("prevention.instrument_revise")
def instrument_questions(request: SignedInRequest, ref: str) -> HttpResponse:
    """The bank of questions of a draft."""
    file = queries.instrument_file(request.user, ref, on=today())
    context = {"instrument": file.instrument}
    if asks_for_rows(request):
        grown = QuestionsForm.grown(request.POST)
        return render(request, "prevention/instrument_questions.html", {**context, "form": grown})
    form = bind(request, QuestionsForm, initial=_question_initial(file))
    if form.is_valid():
        entry = replace(queries.entry_of(file), questions=form.questions(), asked=form.cleaned_data["asked"])
        if _revise(request, form, ref, entry):
            return redirect("instrument", ref=ref)
    return form_page(request, "prevention/instrument_questions.html", form, context)


@require_POST
@requires("prevention.instrument_issue")
def instrument_issue(request: SignedInRequest, ref: str) -> HttpResponse:
    """Numbers it and asks its audience from now on."""
    operations.instrument_issue(instrument_ref=ref, by=request.user, at=now())
    messages.success(request, _("Surat ditetapkan. Sasarannya kini diminta membaca dan mengakuinya."))
    return redirect("instrument", ref=ref)


@GET_OR_POST
@requires("prevention.instrument_withdraw")
def instrument_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """Ends it, with a reason."""
    file = queries.instrument_file(request.user, ref, on=today())
    form = bind(request, WithdrawForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.instrument_withdraw(
                instrument_ref=ref, reason=form.cleaned_data["reason"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Surat dicabut. Yang sudah mengakuinya tetap tercatat."))
            return redirect("instrument", ref=ref)
    return form_page(request, "prevention/instrument_withdraw.html", form, {"instrument": file.instrument})


@require_POST
@requires(VIEW)
def instrument_letter(request: SignedInRequest, ref: str) -> HttpResponse:
    """The letter as PDF, or the scan of another's as it came; opening a scan is recorded."""
    found, content, media_type = queries.paper(request.user, ref, by=request.user, at=now(), on=today())
    stem = file_stem(found.number) or found.ref
    return download_original(content, stem=stem, media_type=media_type, inline=not found.original_ref)


def _heads_only(seen: Sequence[Area]) -> bool:
    """Whether this reader sees nothing but the units of which one is the head."""
    return bool(seen) and all(each.unit is not None for each in seen)


def _grown(request: SignedInRequest, agencies: list[Agency]) -> InstrumentForm:
    return InstrumentForm.grown(request.POST, agencies=agencies)


def _revise(request: SignedInRequest, form: BaseForm, ref: str, entry: InstrumentEntry) -> bool:
    done = attempt(
        form, lambda: operations.instrument_revise(instrument_ref=ref, entry=entry, by=request.user, at=now())
    )
    if done is not None:
        messages.success(request, _("Konsep tersimpan."))
    return done is not None


def _initial(file: InstrumentFile) -> dict[str, object]:
    """A draft as its form shows it."""
    entry = queries.entry_of(file)
    told: dict[str, object] = {
        "agency_code": entry.agency_code,
        "kind": entry.kind,
        "subject": entry.subject,
        "points": "\n".join(entry.points),
        "legal_basis": "\n".join(entry.legal_basis),
        "valid_from": entry.valid_from,
        "valid_until": entry.valid_until,
        "rows": max(1, len(entry.targets)),
    }
    if file.instrument.original_ref:
        day: date | None = file.instrument.letter_date
        told |= {"issuer": entry.issuer, "number": file.instrument.number, "letter_date": day}
    for number, line in enumerate(entry.targets):
        told |= {
            f"agency_code_of_{number}": line.agency_code,
            f"unit_code_{number}": line.unit_code,
            f"employment_{number}": line.employment,
            f"position_{number}": line.position,
        }
    return told


def _question_initial(file: InstrumentFile) -> dict[str, object]:
    told: dict[str, object] = {"asked": file.instrument.asked or 1, "rows": max(2, len(file.questions))}
    for number, question in enumerate(file.questions):
        choices = {f"choice_{place}_{number}": choice for place, choice in enumerate(question.choices[:CHOICES])}
        told |= {
            f"text_{number}": question.text,
            f"right_{number}": str(question.right),
            f"explanation_{number}": question.explanation,
            **choices,
        }
    return told


urlpatterns: list[URLPattern] = [
    path("pencegahan/", instrument_list, name="instrument_list"),
    path("pencegahan/baru/", instrument_draft, name="instrument_draft"),
    path("pencegahan/<str:ref>/", instrument, name="instrument"),
    path("pencegahan/<str:ref>/ubah/", instrument_revise, name="instrument_revise"),
    path("pencegahan/<str:ref>/soal/", instrument_questions, name="instrument_questions"),
    path("pencegahan/<str:ref>/tetapkan/", instrument_issue, name="instrument_issue"),
    path("pencegahan/<str:ref>/cabut/", instrument_withdraw, name="instrument_withdraw"),
    path("pencegahan/<str:ref>/surat/", instrument_letter, name="instrument_letter"),
]
