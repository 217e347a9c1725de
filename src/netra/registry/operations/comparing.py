"""A list from outside that is laid beside the whole register: who was looked for at once is told in the trail."""

from __future__ import annotations

from datetime import datetime

from netra.trust.access import require
from netra.trust.actors import SystemActor
from netra.trust.trail import record

_ACT = "registry.people_compare"


def people_compare(*, sha256: str, by: SystemActor, at: datetime) -> None:
    """Tell that everybody who serves is read to be compared with the list of this hash; called before they are read.

    No role may do it by a page: whoever commands the machine does it with `netra link`. Fails with NotAllowed.
    """
    require(by, _ACT, at=at)
    record(chain="house", verb=_ACT, by=by, at=at, subject="house", payload={"sha256": sha256})
