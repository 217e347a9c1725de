"""From the delivery of a decision to the closing of the proceeding."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations, queries
from netra.sanctions.states import Route
from netra.web.doors import SignedInRequest, requires, today
from netra.web.forms.sanctions import (
    ConfirmForm,
    CrimeResultForm,
    DeliveryMissForm,
    ExecutionForm,
    RestorationForm,
    SendingForm,
)
from netra.web.forms.signing import HandoverForm
from netra.web.sanctions.acting import take
from netra.web.sanctions.decided import without_receipt


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_deliver")
def decision_deliver(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records how and when the person received the decision."""
    file = queries.proceeding_file(request.user, ref, on=today())
    found = file.proceeding
    missed = getattr(getattr(found, "decision", None), "delivery_miss", None)
    return take(
        request,
        ref,
        operations.decision_deliver,
        HandoverForm,
        said=_("Penyerahan dicatat."),
        file=file,
        route=found.route,
        missed=missed,
        region_code=found.region_code,
    )


@require_http_methods(["GET", "POST"])
@requires("sanctions.delivery_miss")
def delivery_miss(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that the person did not come for the decision."""
    return take(request, ref, operations.delivery_miss, DeliveryMissForm, said=_("Ketidakhadiran dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_send")
def decision_send(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records when the decision was sent to whoever did not come."""
    return take(request, ref, operations.decision_send, SendingForm, said=_("Pengiriman dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_enforce")
def decision_enforce(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that the decision took effect."""
    return _hold(request, ref, operations.decision_enforce, said=_("Keputusan tercatat mulai berlaku."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_finalise")
def decision_finalise(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that no remedy is left."""
    return _hold(request, ref, operations.decision_finalise, said=_("Keputusan berkekuatan tetap."))


def _hold(request: SignedInRequest, ref: str, operation: Callable[..., object], *, said: str) -> HttpResponse:
    """One of these two, with what is known of remedies where nobody knows that the decision arrived."""
    file = queries.proceeding_file(request.user, ref, on=today())
    known, template = without_receipt(file.proceeding), "sanctions/holding.html"
    return take(request, ref, operation, ConfirmForm, said=said, template=template, extra=known, file=file)


@require_http_methods(["GET", "POST"])
@requires("sanctions.decision_execute")
def decision_execute(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records the execution with its proof."""
    return take(request, ref, operations.decision_execute, ExecutionForm, said=_("Pelaksanaan dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.restoration_record")
def restoration_record(request: SignedInRequest, ref: str) -> HttpResponse:
    """Records that what an annulled penalty took was given back."""
    return take(request, ref, operations.restoration_record, RestorationForm, said=_("Pemulihan dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.proceeding_close")
def proceeding_close(request: SignedInRequest, ref: str) -> HttpResponse:
    """Closes the proceeding, and with the last one the case; of a crime it asks what became of it."""
    file = queries.proceeding_file(request.user, ref, on=today())
    form = CrimeResultForm if file.proceeding.route == Route.CRIME else ConfirmForm
    return take(request, ref, operations.proceeding_close, form, said=_("Penanganan ditutup."), file=file)


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/penyerahan/", decision_deliver, name="decision_deliver"),
    path("penanganan/<str:ref>/penyerahan/tidak-hadir/", delivery_miss, name="delivery_miss"),
    path("penanganan/<str:ref>/penyerahan/pengiriman/", decision_send, name="decision_send"),
    path("penanganan/<str:ref>/berlaku/", decision_enforce, name="decision_enforce"),
    path("penanganan/<str:ref>/tetap/", decision_finalise, name="decision_finalise"),
    path("penanganan/<str:ref>/pelaksanaan/", decision_execute, name="decision_execute"),
    path("penanganan/<str:ref>/pemulihan/", restoration_record, name="restoration_record"),
    path("penanganan/<str:ref>/tutup/", proceeding_close, name="proceeding_close"),
]
