"""How every act on a proceeding is done at the door: its page, its form, its refusal, its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from netra.law.in_words import EMPLOYMENT_LABELS
from netra.law.vocabulary import Employment
from netra.sanctions import queries
from netra.sanctions.offers import article
from netra.sanctions.operations import ReasonMissing
from netra.sanctions.states import ROUTE_LABELS, STATE_LABELS
from netra.sanctions.ties import own_ties, ties_here
from netra.web.doors import SignedInRequest, attempt_once, bind, form_page, now, today
from netra.web.sanctions.words import ACT_WORDS, notice_words, state_kind
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.registry.queries import KnownTie

Operation = Callable[..., object]


class FormOfAct(Protocol):
    """A form whose cleaned values are the arguments of its operation."""

    def arguments(self) -> dict[str, Any]: ...


def take(
    request: SignedInRequest,
    ref: str,
    operation: Operation,
    form_class: type[Any],
    *,
    said: str,
    template: str = "sanctions/act.html",
    extra: Mapping[str, object] | None = None,
    file: queries.ProceedingFile | None = None,
    **form_arguments: Any,
) -> HttpResponse:
    """One act on one proceeding. The operation's name is the act: permission, trail verb, address and words.

    `file` is what the page has read of the proceeding already, where its form or its context needed it.
    """
    file = file or queries.proceeding_file(request.user, ref, on=today())
    form = bind(request, form_class, **form_arguments)
    if form.is_valid() and done(request, form, lambda: operation(ref=ref, **form.arguments(), **who(request))):
        messages.success(request, said)
        return redirect("proceeding", ref=ref) if _is_still_seen(request, ref) else redirect("case_list")
    return act_page(request, file, operation.__name__, form, template, extra)


def _is_still_seen(request: SignedInRequest, ref: str) -> bool:
    """Closing seals whoever was cleared, also from the one who closed."""
    return queries.proceeding_is_seen(request.user, ref, on=today())


def who(request: SignedInRequest) -> dict[str, Any]:
    """Who acts, and when: what every operation is told by its door."""
    return {"by": request.user, "at": now()}


def done(request: SignedInRequest, form: BaseForm, act: Callable[[], object]) -> bool:
    """Does the act of a valid form; a missing reason is said at its own field, every other refusal at the top."""

    def guarded() -> object | None:
        try:
            return act()
        except ReasonMissing as refusal:
            form.add_error("deviation_reason" if "deviation_reason" in form.fields else None, str(refusal))
            return None

    return attempt_once(request, form, guarded) is not None


def _ties(request: SignedInRequest, file: queries.ProceedingFile, act: str) -> list[KnownTie]:
    """Who gives a seat away reads of everybody's ties with the accused; who does anything else, of his own."""
    if act == "seat_replace":
        return ties_here(file.proceeding, request.user, on=today())
    return own_ties(file.proceeding, request.user, on=today())


def act_page(
    request: SignedInRequest,
    file: queries.ProceedingFile,
    act: str,
    form: BaseForm,
    template: str = "sanctions/act.html",
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The page of an act: what it is about, its article, its form; where it does not fit now, what does."""
    possible = file.offers_act(f"sanctions.{act}")
    context = {
        **about(file),
        "words": ACT_WORDS[act],
        "ties": _ties(request, file, act),
        "source": article(f"sanctions.{act}", file.proceeding, on=today()),
        "withheld": file.withheld.get(f"sanctions.{act}", ""),
        "possible": possible or bool(form.errors),
        **(extra or {}),
    }
    response = form_page(request, template, form, context)
    if not context["possible"]:
        response.status_code = 409
    return response


def about(file: queries.ProceedingFile) -> dict[str, object]:
    """What every page about a proceeding says of it."""
    proceeding = file.proceeding
    return {
        "file": file,
        "proceeding": proceeding,
        "case": proceeding.case,
        "deed": queries.main_act(proceeding),
        # An examiner reads the proceeding he is assigned to, and not the case around it.
        "case_url": reverse("case", args=[proceeding.case.ref]) if file.reads_case else "",
        "party": proceeding.party,
        "employment": translated(EMPLOYMENT_LABELS[Employment(proceeding.party.employment)]),
        "route": translated(ROUTE_LABELS[proceeding.route]),
        "state": translated(STATE_LABELS[proceeding.state]),
        "kind": state_kind(proceeding.state),
        "notice": notice_words(proceeding),
        "next_steps": [(ACT_WORDS[offer.act.partition(".")[2]], offer) for offer in file.offers],
    }
