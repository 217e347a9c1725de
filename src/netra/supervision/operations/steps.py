"""What every act of the room begins and ends with: claimed, allowed, possible where it stands; told to the trail."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.registry.queries import agency_on
from netra.supervision.access import require_for, visit_for
from netra.supervision.checks import SupervisionRefused
from netra.supervision.models import Visit
from netra.supervision.states import VisitState
from netra.trust.models import User
from netra.trust.trail import Value, record


def claimed(ref: str, act: str, *, by: User, at: datetime) -> Visit:
    """A visit that is still planned, locked, for whoever plans for its agency.

    Fails with NotFound, NotAllowed, SupervisionRefused.
    """
    seen = visit_for(by, ref, on=localdate(at))
    visit = Visit.objects.select_for_update().get(pk=seen.pk)
    require_for(by, act, agency_on(visit.agency_code, localdate(at)), at=at, on=localdate(at))
    if visit.state == VisitState.OBSERVED:
        raise SupervisionRefused(_("Hasil pengawasan ini sudah dicatat dan tidak berubah. Rencanakan pengawasan baru."))
    if visit.state == VisitState.CANCELLED:
        raise SupervisionRefused(_("Pengawasan ini sudah dibatalkan. Rencanakan pengawasan baru."))
    return visit


def tell(chain: str, act: str, about: str, by: User, at: datetime, /, **payload: Value) -> None:
    """One event in the chain of the agency that watches."""
    record(chain=chain, verb=act, by=by, at=at, subject=about, payload=payload)
