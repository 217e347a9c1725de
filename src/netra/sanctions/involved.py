"""Whether somebody who was named is accused in a case, or was kept from it: such a one has no part in handling it."""

from __future__ import annotations

from collections.abc import Mapping

from netra.cases.models import Recusal
from netra.cases.own_case import accused_in
from netra.registry.same_person import may_be_one
from netra.sanctions.models import Proceeding
from netra.trust.asked_again import AskedAgain

_RECUSED = AskedAgain(lambda case: Recusal.objects.filter(case=case).select_related("user").order_by("pk"))


def is_involved(proceeding: Proceeding, name: str, nip: str = "") -> bool:
    """By NIP where both are known, else by names alike; an account that was kept from it has names alone."""
    parties = accused_in(proceeding.case)
    kept = ((each, "") for names in kept_away(proceeding).values() for each in names)
    return any(may_be_one(name, nip, other, other_nip) for other, other_nip in (*parties, *kept))


def kept_away(proceeding: Proceeding) -> Mapping[int, tuple[str, ...]]:
    """The accounts that were kept from the case, each with its name and its former ones. One query."""
    return {each.user_id: each.user.names for each in _RECUSED(case=proceeding.case_id)}
