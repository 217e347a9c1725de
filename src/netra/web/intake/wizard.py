"""The public way of reporting, page by page. Every answer is saved by the POST that brings it, good or bad."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from netra.intake import operations, queries
from netra.intake.drafting import Draft
from netra.intake.operations import AlreadySent, TooManyDrafts
from netra.intake.states import Kind, Mode
from netra.intake.submission import Reading, read_submission
from netra.intake.uploads import MAX_FILES
from netra.law.conducts import CONDUCTS
from netra.trust.errors import Refused
from netra.trust.form_secrets import new_secret
from netra.web.doors import now, today
from netra.web.forms import intake as pages
from netra.web.intake import draft_cookie, steps
from netra.web.intake.files import limit_words, new_files
from netra.web.intake.people import PeopleForm
from netra.web.intake.regions import choices_for, region_as_typed
from netra.web.intake.steps import Step
from netra.web.intake.visit import sender_of

KINDS = frozenset({Kind.VIOLATION.value, Kind.SUPERIOR_PRESSURE.value})


def read_answers(answers: Mapping[str, str]) -> Reading:
    """What the room makes of everything that was answered so far."""
    return read_submission(answers, today=today(), conducts=frozenset(CONDUCTS))


@require_POST
def draft_start(request: HttpRequest) -> HttpResponse:
    """Begins a report, or changes what kind an unsent one is; a report that was sent is left alone."""
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        return redirect("report_submit")
    secret = draft_cookie.secret_in(request)
    if not secret or queries.sent_receipt(secret) is not None:
        secret = new_secret()
    # Whoever begins sweeps up what others left lying for two weeks: no nightly job has to be remembered.
    operations.drafts_purge(at=now())
    try:
        operations.draft_save(secret=secret, answers={"kind": kind}, sender=sender_of(request), at=now())
    except TooManyDrafts as refusal:
        messages.error(request, str(refusal))
        return redirect("report_submit")
    response = redirect("draft_save", step=steps.WHAT.slug)
    draft_cookie.keep(response, secret)
    return response


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def draft_save(request: HttpRequest, step: str) -> HttpResponse:
    """One step: what was saved is shown, what is sent is saved, and only then looked at."""
    if step not in steps.BY_SLUG:
        raise Http404
    asked = steps.BY_SLUG[step]
    secret = draft_cookie.secret_in(request)
    draft = queries.draft(secret) if secret else None
    if request.method == "GET":
        if draft is None and secret and queries.sent_receipt(secret) is not None:
            return redirect("report_receipt")
        return _page(request, asked, draft.answers if draft else {}, draft)
    secret = secret or new_secret()
    try:
        response = _save(request, asked, secret)
    except AlreadySent:
        return redirect("report_receipt")
    draft_cookie.keep(response, secret)
    return response


@require_POST
def draft_file_remove(request: HttpRequest) -> HttpResponse:
    """Takes one file out of the report and destroys it."""
    secret = draft_cookie.secret_in(request)
    if secret:
        # Gone already, or sent: the page of the step shows how it stands.
        with suppress(Refused):
            operations.draft_file_remove(secret=secret, file_ref=request.POST.get("file", ""), at=now())
    return redirect("draft_save", step=steps.EVIDENCE.slug)


@require_http_methods(["GET", "POST"])
def draft_discard(request: HttpRequest) -> HttpResponse:
    """Asks once, then destroys everything that was not sent and lets the browser forget it."""
    if request.method == "GET":
        return render(request, "intake/draft_discard.html")
    secret = draft_cookie.secret_in(request)
    if secret:
        operations.draft_discard(secret=secret)
    response = redirect("report_submit")
    draft_cookie.forget(response)
    return response


def _save(request: HttpRequest, step: Step, secret: str) -> HttpResponse:
    given = _given(request, step)
    try:
        operations.draft_save(secret=secret, answers=given, sender=sender_of(request), at=now())
    except TooManyDrafts as refusal:
        return _page(request, step, given, None, errors={NON_FIELD_ERRORS: str(refusal)})
    refused_files = _save_files(request, step, secret)
    draft = queries.draft(secret)
    answers = draft.answers if draft else given
    go = request.POST.get("go", "")
    if go == "keep":
        return HttpResponse(status=204)
    if go == "more":
        return _page(request, step, answers, draft, more=True)
    if go == "back" and not refused_files:
        return _to(_before(step))
    errors = _errors_of(step, read_answers(answers).errors)
    if errors or refused_files:
        return _page(request, step, answers, draft, errors=errors, refused_files=refused_files)
    if go == "upload":
        return _to(step)
    return _to(_after(step, answers))


def _given(request: HttpRequest, step: Step) -> dict[str, str]:
    """The answers of this page; what is not sent (an empty box) is an empty answer."""
    form = _form(step, request.POST.dict())
    names = [name for name in form.fields if name not in {"uploads", "region_choice"}]
    given = {name: request.POST.get(name, "") for name in names}
    chosen = request.POST.get("region_choice", "")
    if step is steps.WHERE and chosen in dict(choices_for(given["region"], today())):
        given["region"] = chosen
    if given.get("mode") == Mode.ANONYMOUS:
        # Whoever decides to stay unnamed leaves no name behind, not even in the draft.
        given |= dict.fromkeys(pages.IdentityForm.base_fields, "")
    return given


def _save_files(request: HttpRequest, step: Step, secret: str) -> list[str]:
    """Keeps the files that can be kept; returns a message for each of the others."""
    refused = []
    for file in new_files(request) if step is steps.EVIDENCE else []:
        try:
            operations.draft_file_add(
                secret=secret, content=file.content, name=file.name, sender=sender_of(request), at=now()
            )
        except AlreadySent:
            raise
        except Refused as refusal:
            refused.append(f"{file.name}: {refusal}")
    return refused


def _form(step: Step, answers: Mapping[str, str], data: object = None, *, more: bool = False) -> forms.Form:
    if step.form is None:
        return PeopleForm(answers, more=more, data=data)
    initial = dict(answers)
    if step is steps.WHERE:
        initial["region"] = region_as_typed(initial.get("region", ""), today())
    if step is steps.REPORTER:
        initial.setdefault("mode", Mode.ANONYMOUS)
    return step.form(data=data, initial=initial)  # type: ignore[arg-type]


def _page(
    request: HttpRequest,
    step: Step,
    answers: Mapping[str, str],
    draft: Draft | None,
    *,
    more: bool = False,
    errors: Mapping[str, str] | None = None,
    refused_files: list[str] | None = None,
) -> HttpResponse:
    """The page of a step with what is saved; bound only when there is something to complain about."""
    form = _form(step, answers, more=more)
    if errors or refused_files:
        form = _form(step, answers, {**answers, "region": form.initial.get("region", "")}, more=more)
        form.full_clean()
        for name, message in (errors or {}).items():
            form.add_error(name, message)
        for message in refused_files or []:
            form.add_error("uploads", message)
    if isinstance(form, pages.WhereForm):
        form.offer(choices_for(answers.get("region", ""), today()))
    context = {
        "step": step,
        "titles": steps.TITLES,
        "form": form,
        "files": draft.files if draft else (),
        "between": _between(step, answers),
        "under_pressure": answers.get("kind") == Kind.SUPERIOR_PRESSURE,
        "limit": limit_words(),
        "most_files": MAX_FILES,
    }
    return render(request, step.template, context, status=422 if errors or refused_files else 200)


def _between(step: Step, answers: Mapping[str, str]) -> str:
    """On the page of the day: that no election was under way then, once the day was given."""
    submission = read_answers(answers).submission if step is steps.WHEN else None
    return queries.between_contests(submission) if submission else ""


def _errors_of(step: Step, errors: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in errors.items() if steps.step_of_field(name) is step}


def _after(step: Step, answers: Mapping[str, str]) -> Step | None:
    """The next page, or None for the check before sending; the name is asked of those who want to be known."""
    place = steps.STEPS.index(step) + 1
    if step is steps.REPORTER and answers.get("mode", Mode.ANONYMOUS) == Mode.ANONYMOUS:
        return None
    return steps.STEPS[place] if place < len(steps.STEPS) else None


def _before(step: Step) -> Step | None:
    place = steps.STEPS.index(step)
    return steps.STEPS[place - 1] if place else None


def _to(step: Step | None) -> HttpResponseRedirect:
    if step is None:
        return HttpResponseRedirect(reverse("draft_review"))
    return HttpResponseRedirect(reverse("draft_save", kwargs={"step": step.slug}))


urlpatterns: list[URLPattern] = [
    path("lapor/mulai/", draft_start, name="draft_start"),
    path("lapor/hapus/", draft_discard, name="draft_discard"),
    path("lapor/bukti/hapus/", draft_file_remove, name="draft_file_remove"),
    path("lapor/<slug:step>/", draft_save, name="draft_save"),
]
