"""Tanya: somebody asks before acting, without an account; and what was answered, for everybody to read.

The code is shown in answer to the form itself: sent again, by a second press or a reload, the same form is the same
question with the same code, so that no cookie has to remember it.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.law.may_i import Answer
from netra.prevention import operations, queries
from netra.prevention.advisory_codes import advisory_code
from netra.prevention.advisory_planned import engine_answer, kept
from netra.registry.queries import agencies
from netra.trust.form_secrets import WeakSecret, new_secret
from netra.web.doors import attempt, form_page, now, today
from netra.web.forms.advisory import AdviceSearchForm, AskForm
from netra.web.intake.visit import sender_of


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def advisory_ask(request: HttpRequest) -> HttpResponse:
    """The form; with "look" only the engine's answer is shown, else the question is sent and its code shown once."""
    if request.method == "GET":
        return _form(request, _opened(request.GET))
    form = AskForm(request.POST)
    if not form.is_valid() or "look" in request.POST:
        return _form(request, form)
    secret = form.cleaned_data["token"]
    try:
        sent = attempt(
            form,
            lambda: operations.advisory_ask(entry=form.entry(), secret=secret, sender=sender_of(request), at=now()),
        )
    except WeakSecret as unknown:
        form.add_error(None, str(unknown))
        sent = None
    if sent is None:
        return _form(request, form)
    page = queries.asked_page(sent, on=today())
    response = render(request, "prevention/advisory_asked.html", {"code": advisory_code(secret), "page": page})
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_safe
def advice_list(request: HttpRequest) -> HttpResponse:
    """What was published, the latest first, or what cites one article."""
    return _list(request, AdviceSearchForm(), article=request.GET.get("pasal", ""))


@require_POST
def advice_search(request: HttpRequest) -> HttpResponse:
    """What has all these words; they stand in no address."""
    form = AdviceSearchForm(request.POST)
    return _list(request, form, text=form.cleaned_data["text"]) if form.is_valid() else _list(request, form)


@require_safe
def advice(request: HttpRequest, ref: str) -> HttpResponse:
    """One published answer, and what changed since."""
    return render(request, "prevention/advice.html", {"told": queries.published_advice(ref, on=today())})


def _opened(picked: QueryDict) -> AskForm:
    """An empty form, with what was picked on "Bolehkah saya?" where somebody comes from there."""
    names = [name for name in AskForm.PICKS if name != "circumstances"]
    initial: dict[str, object] = {name: picked[name] for name in [*names, "on"] if picked.get(name)}
    if "circumstances" in picked:
        initial["circumstances"] = picked.getlist("circumstances")
    return AskForm(initial={**initial, "token": new_secret()})


def _form(request: HttpRequest, form: AskForm) -> HttpResponse:
    engine = _engine(form)
    context = {"engine": engine, "looked": form.is_bound, "agencies": agencies(on=today())}
    return form_page(request, "prevention/advisory_ask.html", form, context)


def _engine(form: AskForm) -> Answer | None:
    """What the law room says of what was picked, once that is whole."""
    if not form.is_bound or not form.is_valid() or not form.cleaned_data["intention"]:
        return None
    answer = engine_answer(kept(form.question()), form.cleaned_data["on"])
    if answer is None:
        form.add_error("on", _("Untuk pilihan dan hari itu hukum yang dimuat tidak menjawab; petugas yang menjawab."))
    return answer


def _list(request: HttpRequest, form: AdviceSearchForm, *, text: str = "", article: str = "") -> HttpResponse:
    articles = queries.cited_articles(on=today())
    cited = article if article in articles else ""
    before = request.GET.get("after", "")
    rows, next_key = queries.published_page(on=today(), text=text, article=cited, before=before)
    context = {
        "rows": rows,
        "next_key": next_key if not text else None,
        "more": bool(text and next_key),
        "narrowed": bool(text or cited),
        "articles": articles,
        "article": cited,
    }
    return form_page(request, "prevention/advice_list.html", form, context)


urlpatterns: list[URLPattern] = [
    path("tanya/", advisory_ask, name="advisory_ask"),
    path("tanya/jawaban/", advice_list, name="advice_list"),
    path("tanya/jawaban/cari/", advice_search, name="advice_search"),
    path("tanya/jawaban/<str:ref>/", advice, name="advice"),
]
