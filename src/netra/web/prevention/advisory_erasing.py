"""Meja tanya: who asked is erased on the date of the question; one officer asks for it, another does or refuses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from netra.prevention import operations
from netra.web.doors import SignedInRequest, attempt, bind, form_page, now, requires
from netra.web.erasures import erasures_without_names
from netra.web.forms.intake_officer import ConfirmForm, EraseForm
from netra.web.prevention.advisory_desk import written

GET_OR_POST = require_http_methods(["GET", "POST"])


@dataclass(frozen=True, slots=True)
class _Page:
    """What the step does, the words of its button, and what is said once it is done."""

    heading: Promise
    lead: Promise
    button: Promise
    done: Promise


_REQUEST = _Page(
    _("Minta penghapusan penanya"),
    _("Pertanyaan, pesan, dan nama tersegel dihapus setelah orang kedua menyetujui. Jawaban tertulis tetap ada."),
    _("Minta penghapusan"),
    _("Permintaan dicatat; orang kedua yang menghapus."),
)
_APPROVE = _Page(
    _("Hapus penanya"),
    _(
        "Tidak dapat dikembalikan. Yang tersisa: jawaban tertulis dan suratnya tanpa penanya, tanggal, dan jejak. Kode "
        "penanya tetap membuka jawabannya."
    ),
    _("Hapus"),
    _("Pertanyaan dan penanyanya dihapus; jawabannya tetap ada."),
)
_REFUSE = _Page(
    _("Tolak penghapusan penanya"),
    _("Pertanyaan tetap seperti sekarang. Penghapusan dapat diminta lagi; alasan Anda tetap terbaca pada riwayatnya."),
    _("Tolak penghapusan"),
    _("Permintaan penghapusan ditolak."),
)
_WITHDRAW = _Page(
    _("Tarik permintaan penghapusan"),
    _("Permintaan Anda berakhir tanpa penghapusan dan tetap terbaca pada riwayatnya; ia dapat diminta lagi."),
    _("Tarik permintaan"),
    _("Permintaan penghapusan ditarik kembali."),
)


@GET_OR_POST
@requires("prevention.advisory_erase_request")
def advisory_erase_request(request: SignedInRequest, ref: str) -> HttpResponse:
    """The first of two people asks for it."""
    form = bind(request, EraseForm)
    act = operations.advisory_erase_request
    return _page(
        request, ref, _REQUEST, form, lambda: act(advisory_ref=ref, **form.cleaned_data, by=request.user, at=now())
    )


@GET_OR_POST
@requires("prevention.advisory_erase_approve")
def advisory_erase_approve(request: SignedInRequest, ref: str) -> HttpResponse:
    """The second of two people erases."""
    form = bind(request, ConfirmForm)
    act = operations.advisory_erase_approve
    return _page(request, ref, _APPROVE, form, lambda: act(advisory_ref=ref, by=request.user, at=now()))


@GET_OR_POST
@requires("prevention.advisory_erase_refuse")
def advisory_erase_refuse(request: SignedInRequest, ref: str) -> HttpResponse:
    """The second of two people leaves it as it is, and says why."""
    form = bind(request, EraseForm)
    act = operations.advisory_erase_refuse
    return _page(
        request, ref, _REFUSE, form, lambda: act(advisory_ref=ref, **form.cleaned_data, by=request.user, at=now())
    )


@GET_OR_POST
@requires("prevention.advisory_erase_withdraw")
def advisory_erase_withdraw(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who asked for it takes it back."""
    form = bind(request, ConfirmForm)
    act = operations.advisory_erase_withdraw
    return _page(request, ref, _WITHDRAW, form, lambda: act(advisory_ref=ref, by=request.user, at=now()))


def _page(request: SignedInRequest, ref: str, page: _Page, form: Form, act: Callable[[], object]) -> HttpResponse:
    file = written(request, ref)
    if form.is_valid() and attempt(form, act) is not None:
        messages.success(request, str(page.done))
        return redirect("advisory", ref=ref)
    context = {
        "file": file,
        "question": file.row.question,
        "page": page,
        "erasures": erasures_without_names(file.erasures),
    }
    return form_page(request, "prevention/advisory_erase.html", form, context)


urlpatterns: list[URLPattern] = [
    path("meja-tanya/<str:ref>/hapus/minta/", advisory_erase_request, name="advisory_erase_request"),
    path("meja-tanya/<str:ref>/hapus/", advisory_erase_approve, name="advisory_erase_approve"),
    path("meja-tanya/<str:ref>/hapus/tolak/", advisory_erase_refuse, name="advisory_erase_refuse"),
    path("meja-tanya/<str:ref>/hapus/tarik/", advisory_erase_withdraw, name="advisory_erase_withdraw"),
]
