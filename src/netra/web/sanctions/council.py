"""The ethics council: formed, hears, decides; then the moral sanction."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from netra.sanctions import operations
from netra.web.doors import SignedInRequest, requires
from netra.web.forms.decisions import MoralForm
from netra.web.forms.sanctions import CouncilHearingForm, ReasonForm, VerdictForm
from netra.web.forms.signing import CouncilSummonsForm
from netra.web.forms.teams import CouncilForm
from netra.web.sanctions.acting import take
from netra.web.sanctions.decision import take_decision
from netra.web.sanctions.examination import take_rows, take_summons


@require_http_methods(["GET", "POST"])
@requires("sanctions.council_form")
def council_form(request: SignedInRequest, ref: str) -> HttpResponse:
    """Forms the ethics council."""
    return take_rows(request, ref, operations.council_form, CouncilForm, said=_("Majelis kode etik dibentuk."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.council_summon")
def council_summon(request: SignedInRequest, ref: str) -> HttpResponse:
    """Calls the accused before the council."""
    said = _("Panggilan sidang diterbitkan.")
    return take_summons(request, ref, operations.council_summon, CouncilSummonsForm, said=said)


@require_http_methods(["GET", "POST"])
@requires("sanctions.council_hear")
def council_hear(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the hearing and the defence."""
    return take(request, ref, operations.council_hear, CouncilHearingForm, said=_("Sidang dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.council_decide")
def council_decide(request: SignedInRequest, ref: str) -> HttpResponse:
    """Keeps the council's final decision."""
    return take(request, ref, operations.council_decide, VerdictForm, said=_("Putusan majelis dicatat."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.moral_impose")
def moral_impose(request: SignedInRequest, ref: str) -> HttpResponse:
    """States the moral sanction."""
    return take_decision(request, ref, operations.moral_impose, MoralForm, said=_("Sanksi moral dinyatakan."))


@require_http_methods(["GET", "POST"])
@requires("sanctions.action_decline")
def action_decline(request: SignedInRequest, ref: str) -> HttpResponse:
    """Takes no administrative action beside the moral sanction, with the reason."""
    return take(request, ref, operations.action_decline, ReasonForm, said=_("Alasan dicatat."))


urlpatterns: list[URLPattern] = [
    path("penanganan/<str:ref>/majelis/", council_form, name="council_form"),
    path("penanganan/<str:ref>/panggilan-sidang/", council_summon, name="council_summon"),
    path("penanganan/<str:ref>/sidang/", council_hear, name="council_hear"),
    path("penanganan/<str:ref>/putusan-majelis/", council_decide, name="council_decide"),
    path("penanganan/<str:ref>/tanpa-tindakan/", action_decline, name="action_decline"),
    path("penanganan/<str:ref>/sanksi-moral/", moral_impose, name="moral_impose"),
]
