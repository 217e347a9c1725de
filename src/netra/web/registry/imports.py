"""Import of spreadsheets: try a file, read what would happen, then write it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netra.registry import imports
from netra.registry.imports import ImportKind, ImportResult
from netra.web.doors import SignedInRequest, attempt, bind, download, form_page, may_any, now, requires
from netra.web.forms.registry_imports import KIND_LABELS, ImportForm
from netra.web.registry.progress import Outcome, run_page
from netra.web.registry.reach import agencies_to_write

IMPORT = "registry.import_run"
# An import reaches as far as the act that writes one such row by hand.
_ACTS = {
    ImportKind.CIVIL_SERVANTS: "registry.civil_servant_save",
    ImportKind.UNITS: "registry.unit_save",
    ImportKind.AGENCIES: "registry.agency_save",
}
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@requires(IMPORT)
def import_run(request: SignedInRequest) -> HttpResponseBase:
    """Try a file: nothing is written, and the page says what would be."""
    kinds = [kind for kind, act in _ACTS.items() if may_any(request.user, (act,))]
    agencies = agencies_to_write(request, _ACTS[ImportKind.UNITS])
    codes = list(agencies.values_list("code", flat=True)[:2])
    form = bind(request, ImportForm, kinds=kinds, initial={"agency_code": codes[0] if len(codes) == 1 else ""})
    if form.is_valid():
        answer = _try(request, form)
        if answer is not None:
            return answer
    waiting = imports.staged(request.user, at=now())
    context = {
        "agencies": agencies,
        "kinds": [(kind, KIND_LABELS[kind]) for kind in kinds],
        "waiting": waiting,
        "waiting_label": KIND_LABELS[ImportKind(waiting.kind)] if waiting else "",
    }
    return form_page(request, "registry/import_run.html", form, context)


@require_POST
@requires(IMPORT)
def import_confirm(request: SignedInRequest) -> HttpResponseBase:
    """Write the file that was tried; sent twice, the second finds nothing to write."""
    at = now()
    waiting, content = imports.staged_file(request.user, request.POST.get("sha256", ""), at=at)
    steps = imports.import_steps(
        content=content,
        name=waiting.file_name,
        kind=ImportKind(waiting.kind),
        by=request.user,
        at=at,
        agency_code=waiting.agency_code,
    )

    def finish(result: ImportResult) -> Outcome:
        imports.written(result=result, by=request.user)
        return Outcome(result, str(KIND_LABELS[result.kind]))

    return run_page(request, steps, next(steps), finish, writes=True)


@require_POST
@requires(IMPORT)
def import_discard(request: SignedInRequest) -> HttpResponse:
    """Destroy the file that was tried, unwritten."""
    imports.discard(by=request.user)
    messages.success(request, _("Berkas yang diuji sudah dimusnahkan. Tidak ada yang ditulis."))
    return redirect("import_run")


@require_safe
@requires(IMPORT)
def import_rejected(request: SignedInRequest, ending: str) -> HttpResponse:
    """The rejected rows of the last file with their reasons, to be corrected and imported again."""
    if ending not in {"csv", "xlsx"}:
        raise Http404
    as_workbook = ending == "xlsx"
    rows, content = imports.rejected_rows(request.user, as_workbook=as_workbook, at=now())
    name = f"netra-ditolak-{rows.kind.lower()}.{ending}"
    return download(content, name=name, media_type=XLSX if as_workbook else CSV)


@require_safe
@requires(IMPORT)
def import_template(request: SignedInRequest, kind: str) -> HttpResponse:
    """An empty file with the right headings."""
    if kind.upper() not in set(ImportKind):
        raise Http404
    return download(imports.template_csv(ImportKind(kind.upper())), name=f"netra-{kind.lower()}.csv", media_type=CSV)


def _try(request: SignedInRequest, form: ImportForm) -> HttpResponseBase | None:
    """The page of the dry run; None where the file as a whole is no use, which the form then says."""
    at, told = now(), form.cleaned_data
    content, name = told["file"].read(), told["file"].name
    steps = imports.import_steps(
        content=content,
        name=name,
        kind=ImportKind(told["kind"]),
        by=request.user,
        at=at,
        agency_code=told["agency_code"],
        dry_run=True,
    )
    first = attempt(form, lambda: next(steps))
    if first is None:
        return None

    def finish(result: ImportResult) -> Outcome:
        imports.stage(
            content=content, name=name, result=result, agency_code=told["agency_code"], by=request.user, at=at
        )
        return Outcome(result, str(KIND_LABELS[result.kind]))

    return run_page(request, steps, first, finish, writes=False)


urlpatterns: list[URLPattern] = [
    path("registri/impor/", import_run, name="import_run"),
    path("registri/impor/tulis/", import_confirm, name="import_confirm"),
    path("registri/impor/buang/", import_discard, name="import_discard"),
    path("registri/impor/ditolak.<slug:ending>", import_rejected, name="import_rejected"),
    path("registri/impor/templat/<slug:kind>.csv", import_template, name="import_template"),
]
