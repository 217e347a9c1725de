"""Meja tanya: what waits for an answer, one question with the law of its day, the answer and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netra.law.deadlines import compute
from netra.letters import queries as letters
from netra.prevention import operations, queries
from netra.prevention.advisory_access import VIEW
from netra.prevention.advisory_states import ADVISORY_STATE_LABELS
from netra.registry.queries import schedule_behind
from netra.trust import trail
from netra.trust.errors import NotFound
from netra.trust.form_secrets import new_secret
from netra.web.doors import SignedInRequest, attempt, bind, download, form_page, now, requires, today
from netra.web.erasures import erasures_without_names
from netra.web.forms.advisory import (
    AdvisoryAnswerForm,
    AdvisoryMessageForm,
    PublishForm,
    TurnAwayForm,
    UnpublishForm,
    state_of,
)
from netra.web.prevention.writing import for_writers

if TYPE_CHECKING:
    from netra.prevention.models import AdvisoryAnswer, AdvisoryQuestion

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def advisory_list(request: SignedInRequest) -> HttpResponse:
    """The questions of this desk: what waits, who waits longest first; or what is done, the latest first."""
    state = state_of(request.GET.get("keadaan", ""))
    rows, next_key = queries.advisory_page(request.user, on=today(), state=state, before=request.GET.get("after", ""))
    overseen = queries.is_overseen(request.user, on=today())
    context = {"rows": rows, "next_key": next_key, "state": state, "overseen": overseen}
    return render(request, "prevention/advisory_list.html", {**context, "states": ADVISORY_STATE_LABELS.items()})


@require_safe
@requires(VIEW)
def advisory(request: SignedInRequest, ref: str) -> HttpResponse:
    """One question, what was said, and what can be done."""
    file = queries.advisory_file(request.user, ref, on=today())
    context = {
        **_context(file),
        **_retention(file.row.question, file.latest),
        "erasures": erasures_without_names(file.erasures),
        "trail": trail.history(f"advisory:{ref}"),
    }
    return render(request, "prevention/advisory.html", context)


@GET_OR_POST
@requires("prevention.advisory_answer")
def advisory_answer(request: SignedInRequest, ref: str) -> HttpResponse:
    """The answer, or one in the place of an earlier one."""
    file = written(request, ref)
    form = bind(request, AdvisoryAnswerForm, file=file)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.advisory_answer(
                advisory_ref=ref, entry=form.entry(), after=form.cleaned_data["after"], by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(
                request, _("Jawaban tercatat dengan Nomor %s; penanya membacanya dengan kodenya.") % done.number
            )
            return redirect("advisory", ref=ref)
    return form_page(request, "prevention/advisory_answer.html", form, _context(file))


@GET_OR_POST
@requires("prevention.advisory_reply")
def advisory_reply(request: SignedInRequest, ref: str) -> HttpResponse:
    """Asks back."""
    file = written(request, ref)
    form = bind(request, AdvisoryMessageForm, initial={"token": new_secret()})
    if form.is_valid():
        said = form.cleaned_data
        done = attempt(form, lambda: operations.advisory_reply(advisory_ref=ref, **said, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Pesan terkirim; penanya membacanya dengan kodenya."))
            return redirect("advisory", ref=ref)
    return form_page(request, "prevention/advisory_reply.html", form, _context(file))


@GET_OR_POST
@requires("prevention.advisory_turn_away")
def advisory_turn_away(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says why there is no answer; nothing follows for who asked."""
    file = written(request, ref)
    form = bind(request, TurnAwayForm)
    if form.is_valid():
        told = form.cleaned_data
        done = attempt(form, lambda: operations.advisory_turn_away(advisory_ref=ref, **told, by=request.user, at=now()))
        if done is not None:
            messages.success(request, _("Penanya membaca alasannya dengan kodenya."))
            return redirect("advisory", ref=ref)
    return form_page(request, "prevention/advisory_turn_away.html", form, _context(file))


@GET_OR_POST
@requires("prevention.advisory_publish")
def advisory_publish(request: SignedInRequest, ref: str, ordinal: int) -> HttpResponse:
    """Lets everybody read an answer."""
    file = written(request, ref)
    given = _given(file, ordinal)
    form = bind(request, PublishForm, answer=given.answer)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.advisory_publish(
                advisory_ref=ref, ordinal=ordinal, entry=form.entry(), by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Jawaban terbit tanpa nama."))
            return redirect("advisory", ref=ref)
    return form_page(request, "prevention/advisory_publish.html", form, {**_context(file), "given": given})


@GET_OR_POST
@requires("prevention.advisory_unpublish")
def advisory_unpublish(request: SignedInRequest, ref: str, ordinal: int) -> HttpResponse:
    """Takes it back from the public."""
    file = written(request, ref)
    given = _given(file, ordinal)
    if given.published is None:
        raise NotFound(_("Jawaban ini tidak sedang terbit."))
    form = bind(request, UnpublishForm)
    if form.is_valid():
        why = form.cleaned_data["reason"]
        done = attempt(
            form,
            lambda: operations.advisory_unpublish(
                advisory_ref=ref, ordinal=ordinal, reason=why, by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Terbitan ditarik; alasannya tercatat."))
            return redirect("advisory", ref=ref)
    return form_page(request, "prevention/advisory_unpublish.html", form, {**_context(file), "given": given})


@require_safe
@requires(VIEW)
def advisory_letter(request: SignedInRequest, ref: str, ordinal: int) -> HttpResponse:
    """The letter of an answer."""
    given = _given(queries.advisory_file(request.user, ref, on=today()), ordinal)
    name = f"jawaban-{given.answer.ref}.pdf".lower()
    return download(letters.pdf(given.answer.letter_ref), name=name, media_type="application/pdf", inline=True)


def written(request: SignedInRequest, ref: str) -> queries.AdvisoryFile:
    """The question, for who answers it. Fails with NotFound or NotAllowed."""
    file = queries.advisory_file(request.user, ref, on=today())
    for_writers(bool(file.answering))
    return file


def _retention(question: AdvisoryQuestion, latest: AdvisoryAnswer | None) -> dict[str, object]:
    """On what the date of erasure rests: the schedule of the agency that answered, or the default of the house."""
    ended = latest.answered_date if latest else question.turned_date
    if question.erase_date is None or ended is None:
        return {}
    agency_code = latest.agency_code if latest else question.agency_code
    return {
        "retention": compute("erasure", ended).citation,
        "schedule": schedule_behind(question.erase_date, agency_code, ended),
    }


def _given(file: queries.AdvisoryFile, ordinal: int) -> queries.GivenAdvice:
    found = next((each for each in file.advices if each.answer.ordinal == ordinal), None)
    if found is None:
        raise NotFound(_("Jawaban itu tidak ada pada pertanyaan ini."))
    return found


def _context(file: queries.AdvisoryFile) -> dict[str, object]:
    return {"file": file, "question": file.row.question}


urlpatterns: list[URLPattern] = [
    path("meja-tanya/", advisory_list, name="advisory_list"),
    path("meja-tanya/<str:ref>/", advisory, name="advisory"),
    path("meja-tanya/<str:ref>/jawab/", advisory_answer, name="advisory_answer"),
    path("meja-tanya/<str:ref>/tulis/", advisory_reply, name="advisory_reply"),
    path("meja-tanya/<str:ref>/tidak-dijawab/", advisory_turn_away, name="advisory_turn_away"),
    path("meja-tanya/<str:ref>/<int:ordinal>/terbitkan/", advisory_publish, name="advisory_publish"),
    path("meja-tanya/<str:ref>/<int:ordinal>/tarik/", advisory_unpublish, name="advisory_unpublish"),
    path("meja-tanya/<str:ref>/<int:ordinal>/surat/", advisory_letter, name="advisory_letter"),
]
