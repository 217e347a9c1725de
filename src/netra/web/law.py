"""Pages of the room `law`: "Bolehkah saya?", without login and without storing anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.law import may_i as law
from netra.law.intentions import INTENTIONS
from netra.registry.queries import in_its_region
from netra.web.cases.names import region_name
from netra.web.doors import today
from netra.web.forms.law import CONTEST_LABELS, QuestionForm
from netra.web.words import translated


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
        "levels": _levels(answer.levels),
        "changes": [(each, law.HEADLINES[each.verdict], _levels(each.levels)) for each in answer.changes],
        "intention": INTENTIONS[answer.question.intention],
        "region": region_name(answer.question.region) if answer.question.region else "",
        "contest": CONTEST_LABELS[form.cleaned_data["contest"]],
    }
    return render(request, "law/may_i_answer.html", context)


def _levels(words: str) -> str:
    """One level, or «from sampai to», of which the law room has made a text already."""
    floor, _sep, ceiling = words.partition(" sampai ")
    if not ceiling:
        return translated(words)
    return _("%(floor)s sampai %(ceiling)s") % {"floor": translated(floor), "ceiling": translated(ceiling)}


def _answer(form: QuestionForm) -> law.Answer | None:
    try:
        return law.answer(in_its_region(form.question()))
    except law.CannotAnswer as unknown:
        form.add_error(None, translated(unknown.args[0]))
        return None


urlpatterns: list[URLPattern] = [path("bolehkah-saya/", may_i, name="may_i")]
