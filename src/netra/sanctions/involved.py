"""Whether somebody who was named is accused in a case, or was kept from it: such a one has no part in handling it."""

from __future__ import annotations

from netra.registry.same_person import may_be_one
from netra.sanctions.models import Proceeding


def is_involved(proceeding: Proceeding, name: str, nip: str = "") -> bool:
    """By NIP where both are known, else by names alike; an account that was kept from it has a name alone."""
    parties = proceeding.case.parties.values_list("name", "nip")
    kept_away = ((each, "") for each in proceeding.case.recusals.values_list("user__full_name", flat=True))
    return any(may_be_one(name, nip, other, other_nip) for other, other_nip in (*parties, *kept_away))
