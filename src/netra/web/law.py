"""Pages of the room `law`: "Bolehkah saya?", without login and without storing anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from netra.law import may_i as law
from netra.law.intentions import INTENTIONS
from netra.web.doors import today
from netra.web.forms.law import CONTEST_LABELS, QuestionForm


@require_safe
def may_i(request: HttpRequest) -> HttpResponse:
    """A question by a civil servant, asked in the address itself: nothing is stored, and the answer can be kept."""
    if "intention" not in request.GET:
        return render(request, "law/may_i.html", {"form": QuestionForm(initial={"on": today()})})
    form = QuestionForm(request.GET)
    answer = _answer(form) if form.is_valid() else None
    if answer is None:
        return render(request, "law/may_i.html", {"form": form}, status=422)
    context = {
        "form": form,
        "answer": answer,
        "changes": [(change, law.HEADLINES[change.verdict]) for change in answer.changes],
        "intention": INTENTIONS[answer.question.intention],
        "contest": CONTEST_LABELS[form.cleaned_data["contest"]],
    }
    return render(request, "law/may_i_answer.html", context)


def _answer(form: QuestionForm) -> law.Answer | None:
    try:
        return law.answer(form.question())
    except law.CannotAnswer as unknown:
        form.add_error(None, str(unknown))
        return None


urlpatterns: list[URLPattern] = [path("bolehkah-saya/", may_i, name="may_i")]
