"""What every step of an outreach begins and ends with: claimed, allowed, possible there; told to the trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for, units_headed
from netra.prevention.models import Outreach
from netra.prevention.outreach_access import outreach_for
from netra.prevention.outreach_checks import OutreachRefused
from netra.prevention.outreach_states import OUTREACH_STEPS, OutreachState
from netra.registry.queries import agency_on
from netra.trust.access import forget
from netra.trust.actors import Actor
from netra.trust.models import User
from netra.trust.trail import Value, record

_REFUSALS: Mapping[OutreachState, Callable[[], str]] = MappingProxyType(
    {
        OutreachState.PLANNED: lambda: _(
            "Sosialisasi ini baru direncanakan. Catat dahulu bahwa sosialisasi terlaksana, dengan harinya."
        ),
        OutreachState.HELD: lambda: _(
            "Sosialisasi ini sudah terlaksana; rencana, sasaran, dan tesnya tidak dapat diubah lagi."
        ),
        OutreachState.CANCELLED: lambda: _("Sosialisasi ini sudah dibatalkan. Rencanakan yang baru."),
    }
)


def claimed(ref: str, name: str, *, by: User, at: datetime) -> Outreach:
    """The outreach, locked, for a step of the agency that holds it, or for what the act leaves to the heads of units
    that it is for. Fails with NotFound, NotAllowed, OutreachRefused.

    Claimed in one way by all steps, so that a list that comes in while it is cancelled finds one of the two.
    """
    seen = outreach_for(by, ref, on=localdate(at))
    outreach = Outreach.objects.select_for_update().get(pk=seen.pk)
    forget(by)
    if not units_headed(by, f"prevention.{name}", on=localdate(at)):
        holder = agency_on(outreach.agency_code, localdate(at))
        require_for(by, f"prevention.{name}", holder, at=at, on=localdate(at))
    state = OutreachState(outreach.state)
    if state not in OUTREACH_STEPS[name]:
        raise OutreachRefused(_REFUSALS[state]())
    return outreach


def tell(outreach: Outreach, act: str, by: Actor, at: datetime, **more: Value) -> None:
    """One event about an outreach, in the chain of the agency that holds it."""
    record(
        chain=outreach.chain,
        verb=act,
        by=by,
        at=at,
        subject=f"outreach:{outreach.ref}",
        payload={"outreach": outreach.ref, **more},
    )
