"""What is owed while a court has not ruled: no article that was read lets what holds wait, so it goes on holding."""

from __future__ import annotations

from django.db.models import Q

from netra.sanctions.models import Proceeding, Suit
from netra.sanctions.models.decision import DISMISSALS
from netra.sanctions.states import CARRIED_OUT, ProceedingState


def owed_while_sued() -> Q:
    """Which proceedings are before a court with a decision that holds and that nobody has carried out.

    Nothing but a dismissal is carried out on who is a civil servant no more; what an answer left of it counts.
    Asked by way of the suits, which are few: of proceedings there is an index for each other duty.
    """
    pending = Suit.objects.filter(
        decided_date=None,
        after_execution=False,
        remedy__decision__delivery__in_force_confirmed_date__isnull=False,
    )
    found = Q(state=ProceedingState.SUED.value, pk__in=pending.values("remedy__decision__proceeding"))
    imposed = Q(decision__kind="STATUS_TERMINATION") | Q(decision__sanction_code__in=sorted(DISMISSALS))
    left = Q(decision__remedy__sanction_after__in=sorted(DISMISSALS))
    dismissal = left | (imposed & Q(decision__remedy__sanction_after=""))
    return found & ~Q(outcome=CARRIED_OUT) & (Q(party__left_kind="") | dismissal)


def is_owed_while_sued(proceeding: Proceeding) -> bool:
    """Whether this one is among them."""
    return Proceeding.objects.filter(owed_while_sued(), pk=proceeding.pk).exists()
