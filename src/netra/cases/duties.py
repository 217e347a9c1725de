"""What stays owed when the supervisor's own handling ends without a decision on the matter itself.

A breach of discipline is handled whether or not somebody complains and whether or not Bawaslu was in time: whoever is
suspected of it is summoned by his superior (PP 94/2021 Ps 26(1); PP 53/2010 Ps 23(1)). So is a breach of ethics.
"""

from __future__ import annotations

from netra.cases.models import Allegation, Case
from netra.cases.models.allegation import AllegationState

OWED_BY_THE_AGENCY = ("DISCIPLINE", "ETHICS", "STATUS_TERMINATION")


def is_owed(allegation: Allegation) -> bool:
    """Whether the agency of the accused still has to answer this allegation."""
    return allegation.category in OWED_BY_THE_AGENCY and allegation.state != AllegationState.DROPPED


def duty_is_open(case: Case) -> bool:
    """Whether somebody in this case, who is still a civil servant, is suspected of what his agency must handle."""
    owed = Allegation.objects.filter(party__case=case, party__left_kind="", category__in=OWED_BY_THE_AGENCY)
    return owed.exclude(state=AllegationState.DROPPED).exists()
