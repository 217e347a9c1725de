"""An outreach from its plan to the day it is held, its test and its files, and the list of outreaches."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.prevention import access, operations, queries
from netra.prevention.article_choices import articles_on
from netra.prevention.letters import in_words
from netra.prevention.outreach_access import VIEW
from netra.registry.queries import agencies
from netra.web.doors import (
    SignedInRequest,
    attempt,
    attempt_once,
    bind,
    download_original,
    form_page,
    now,
    requires,
    today,
)
from netra.web.forms.meetings import CancelForm, HoldForm
from netra.web.forms.outreach import (
    OutreachFileForm,
    OutreachForm,
    OutreachTestForm,
    PostponeForm,
    initial_of,
    initial_test,
)
from netra.web.prevention.reach import writes_somewhere
from netra.web.prevention.writing import for_writers
from netra.web.sanctions.examination import asks_for_rows

GET_OR_POST = require_http_methods(["GET", "POST"])


@require_safe
@requires(VIEW)
def outreach_list(request: SignedInRequest) -> HttpResponse:
    """The outreaches of the reader's agencies, and those for their people."""
    state = request.GET.get("state", "")
    rows, next_key = queries.outreach_page(request.user, on=today(), before=request.GET.get("after", ""), state=state)
    context = {"rows": rows, "next_key": next_key, "on": today(), "state": state, "may_plan": writes_somewhere(request)}
    return render(request, "prevention/outreach_list.html", context)


@require_safe
@requires(VIEW)
def outreach(request: SignedInRequest, ref: str) -> HttpResponse:
    """One outreach: what is planned, for whom, who speaks, its test and its files."""
    file = queries.outreach_file(request.user, ref, on=today())
    found = file.outreach
    context = {
        "file": file,
        "outreach": found,
        "targets": in_words(file.targets, on=found.day),
        "items": [(each, file.articles.get(each.rule)) for each in file.questions],
        "is_late": found.state == "PLANNED" and found.planned_date < today(),
        "is_today": found.state != "CANCELLED" and found.day == today(),
    }
    return render(request, "prevention/outreach.html", context)


@GET_OR_POST
@requires("prevention.outreach_plan")
def outreach_plan(request: SignedInRequest) -> HttpResponse:
    """A new outreach."""
    offered = list(access.agencies_written_for(request.user, on=today()))
    context = {"title": _("Sosialisasi baru"), "agencies": agencies(on=today())}
    if asks_for_rows(request):
        grown = OutreachForm.grown(request.POST, agencies=offered)
        return render(request, "prevention/outreach_plan.html", {**context, "form": grown})
    form = bind(request, OutreachForm, agencies=offered)
    if form.is_valid():
        made = attempt_once(
            request, form, lambda: operations.outreach_plan(entry=form.entry(), by=request.user, at=now())
        )
        if made is not None:
            messages.success(request, _("Sosialisasi direncanakan. Susun tesnya, lalu bagikan tautan pribadinya."))
            return redirect("outreach", ref=made.ref)
    return form_page(request, "prevention/outreach_plan.html", form, context)


@GET_OR_POST
@requires("prevention.outreach_revise")
def outreach_revise(request: SignedInRequest, ref: str) -> HttpResponse:
    """A plan, told anew."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    offered = list(access.agencies_written_for(request.user, on=today()))
    context = {"title": _("Ubah rencana"), "agencies": agencies(on=today()), "outreach": file.outreach}
    if asks_for_rows(request):
        grown = OutreachForm.grown(request.POST, agencies=offered)
        return render(request, "prevention/outreach_plan.html", {**context, "form": grown})
    form = bind(request, OutreachForm, agencies=offered, initial=initial_of(queries.outreach_entry_of(file)))
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.outreach_revise(outreach_ref=ref, entry=form.entry(), by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Rencana tersimpan."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_plan.html", form, context)


@GET_OR_POST
@requires("prevention.outreach_postpone")
def outreach_postpone(request: SignedInRequest, ref: str) -> HttpResponse:
    """Moves it to another day, with a reason."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, PostponeForm)
    if form.is_valid():
        done = attempt(
            form,
            lambda: operations.outreach_postpone(outreach_ref=ref, **form.cleaned_data, by=request.user, at=now()),
        )
        if done is not None:
            messages.success(request, _("Sosialisasi ditunda; hari semula dan alasannya tercatat."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_postpone.html", form, {"outreach": file.outreach})


@GET_OR_POST
@requires("prevention.outreach_cancel")
def outreach_cancel(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says why it does not take place."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, CancelForm)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        done = attempt(
            form, lambda: operations.outreach_cancel(outreach_ref=ref, reason=reason, by=request.user, at=now())
        )
        if done is not None:
            messages.success(request, _("Sosialisasi dibatalkan; alasannya tercatat."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_cancel.html", form, {"outreach": file.outreach})


@GET_OR_POST
@requires("prevention.outreach_hold")
def outreach_hold(request: SignedInRequest, ref: str) -> HttpResponse:
    """Says that it took place."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, HoldForm, initial={"held_date": file.outreach.planned_date})
    if form.is_valid():
        held = form.cleaned_data["held_date"]
        done = attempt(
            form, lambda: operations.outreach_hold(outreach_ref=ref, held_date=held, by=request.user, at=now())
        )
        if done is not None:
            messages.success(request, _("Sosialisasi tercatat terlaksana. Catat yang hadir; tes sesudah kini terbuka."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_hold.html", form, {"outreach": file.outreach})


@GET_OR_POST
@requires("prevention.outreach_test_set")
def outreach_test_set(request: SignedInRequest, ref: str) -> HttpResponse:
    """The bank of its test, begun anew or with the questions of an instrument."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    articles = articles_on(file.outreach.day)
    banks = queries.banks_written_for(request.user, on=today())
    context = {"outreach": file.outreach, "banks": [] if file.questions else banks}
    if asks_for_rows(request):
        grown = OutreachTestForm.grown(request.POST, articles=articles)
        return render(request, "prevention/outreach_test_set.html", {**context, "form": grown})
    bank = next((each for each in banks if each.ref == request.GET.get("surat")), None)
    initial = initial_test(queries.bank_items(file, bank), file.outreach.asked)
    form = bind(request, OutreachTestForm, articles=articles, initial=initial)
    if form.is_valid():
        asked = form.cleaned_data["asked"]
        done = attempt(
            form,
            lambda: operations.outreach_test_set(
                outreach_ref=ref, items=form.items(), asked=asked, by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Tes tersimpan. Soalnya tetap sama sejak jawaban pertama."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_test_set.html", form, context)


@GET_OR_POST
@requires("prevention.outreach_file_add")
def outreach_file_add(request: SignedInRequest, ref: str) -> HttpResponse:
    """Adds a material or a photo."""
    file = queries.outreach_file(request.user, ref, on=today())
    for_writers(file.may_write)
    form = bind(request, OutreachFileForm)
    if form.is_valid():
        kind, title, content = form.told()
        done = attempt_once(
            request,
            form,
            lambda: operations.outreach_file_add(
                outreach_ref=ref, kind=kind, title=title, file=content, by=request.user, at=now()
            ),
        )
        if done is not None:
            messages.success(request, _("Berkas tersimpan."))
            return redirect("outreach", ref=ref)
    return form_page(request, "prevention/outreach_file_add.html", form, {"outreach": file.outreach})


@require_POST
@requires(VIEW)
def outreach_content(request: SignedInRequest, ref: str, evidence: str) -> HttpResponse:
    """A material or a photo, for whoever sees the outreach; photos show people and are for its holder alone."""
    file = queries.outreach_file(request.user, ref, on=today())
    content, media_type = queries.content_of(
        file.outreach, evidence, by=request.user, at=now(), materials_only=not file.sees_whole
    )
    return download_original(content, stem=f"sosialisasi-{evidence}".lower(), media_type=media_type)


urlpatterns: list[URLPattern] = [
    path("pencegahan/sosialisasi/", outreach_list, name="outreach_list"),
    path("pencegahan/sosialisasi/baru/", outreach_plan, name="outreach_plan"),
    path("pencegahan/sosialisasi/<str:ref>/", outreach, name="outreach"),
    path("pencegahan/sosialisasi/<str:ref>/ubah/", outreach_revise, name="outreach_revise"),
    path("pencegahan/sosialisasi/<str:ref>/tunda/", outreach_postpone, name="outreach_postpone"),
    path("pencegahan/sosialisasi/<str:ref>/batal/", outreach_cancel, name="outreach_cancel"),
    path("pencegahan/sosialisasi/<str:ref>/terlaksana/", outreach_hold, name="outreach_hold"),
    path("pencegahan/sosialisasi/<str:ref>/tes/", outreach_test_set, name="outreach_test_set"),
    path("pencegahan/sosialisasi/<str:ref>/berkas/", outreach_file_add, name="outreach_file_add"),
    path("pencegahan/sosialisasi/<str:ref>/berkas/<str:evidence>/", outreach_content, name="outreach_content"),
]
