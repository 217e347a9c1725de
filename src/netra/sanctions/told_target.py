"""Where an act led that leads one of several ways, as its event tells it."""

from __future__ import annotations

from collections.abc import Mapping

from netra.sanctions.leaving import RESUME
from netra.sanctions.states import UNDONE, ProceedingState
from netra.trust.told_rows import Told, Value

ANSWERING = frozenset({"sanctions.objection_decide", "sanctions.appeal_decide"})
RULING = "sanctions.suit_decide"


def target_of(told: Told) -> str | None:
    """Where the payload says which of several ways an act led."""
    outcome = told.payload.get("outcome")
    if told.verb == "sanctions.council_decide":
        return ProceedingState.COUNCIL_DECIDED if outcome == "breached" else ProceedingState.STOPPED
    if told.verb == RESUME:
        return str(told.payload["state"])
    if told.verb in ANSWERING:
        return _answered(told.payload)
    if told.verb == RULING:
        stays_done = told.payload["outcome"] == "UPHELD" and told.payload["executed"]
        return ProceedingState.EXECUTED if stays_done else _answered(told.payload)
    return None


def _answered(payload: Mapping[str, Value]) -> str:
    """A penalty that is gone is given back where it had been carried out."""
    if payload.get("outcome") not in UNDONE:
        return ProceedingState.IN_FORCE
    return ProceedingState.RESTORING if payload.get("executed") else ProceedingState.ANNULLED
