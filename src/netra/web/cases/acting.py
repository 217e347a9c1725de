"""The page of an act: which article allows it, what happens, a form, and one button. All acts on a case share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect

from netra.cases import offers
from netra.cases.access import case_for, visible_to
from netra.cases.operations.claim import step_for
from netra.trust.acts import ACTS
from netra.web.cases.act_words import ACT_WORDS
from netra.web.doors import SignedInRequest, attempt_once, form_page, today
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Case


def case_at_step(request: SignedInRequest, ref: str, act: str) -> Case:
    """The case, when this act is a step from where it stands. Whoever only opens the page is told at once if it is
    not; whoever has typed something is told by the operation, so that the text stays.
    """
    case = case_for(request.user, ref, on=today())
    if request.method == "GET":
        step_for(case, act, on=today())
    return case


def act_page(
    request: SignedInRequest,
    case: Case,
    act: str,
    form: BaseForm,
    do: Callable[[], object],
    *,
    template: str = "cases/act.html",
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Does the act of a valid form and goes back to the case; else shows the page, with everything that was typed."""
    if form.is_valid() and attempt_once(request, form, do) is not None:
        messages.success(request, f"{translated(ACTS[act].label)}.")
        # Whoever may no longer see the case after his own act has nothing to go back to but the list.
        still_there = visible_to(request.user, on=today()).filter(pk=case.pk).exists()
        return redirect("case", ref=case.ref) if still_there else redirect("case_list")
    shown = {"case": case, "words": ACT_WORDS[act], "article": offers.article(act, case, on=today())}
    return form_page(request, template, form, {**shown, **(context or {})})
