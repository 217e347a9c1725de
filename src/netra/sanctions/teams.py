"""Whether a team of examiners is asked for, was there, and since when (PP 94/2021 Ps 29, which binds PNS only)."""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localdate

from netra.law.regime import Regime
from netra.law.vocabulary import Employment, Level
from netra.letters.queries import letters_of
from netra.sanctions.models import Proceeding


def binds_to_a_team(proceeding: Proceeding) -> bool:
    """PP 53/2010 Ps 25 lets the authority choose; what a PPPK gets, the rules of his agency say (PP 49/2018 Ps 52)."""
    return proceeding.regime != Regime.DISC_53 and proceeding.party.employment != Employment.PPPK


def examined_without_team(proceeding: Proceeding, level: str) -> bool:
    """Whether a penalty of that level asks for a team, and the person was examined by none."""
    if level != Level.SEVERE or not binds_to_a_team(proceeding):
        return False
    return hasattr(proceeding, "examination") and not proceeding.team.exists()


def team_formed_on(proceeding: Proceeding) -> date | None:
    """The day of the decree that formed the team; None where there is no team."""
    decrees = [
        each
        for each in letters_of(proceeding.case.chain)
        if (each.kind, each.subject_ref) == ("TEAM_DECREE", proceeding.ref)
    ]
    return (decrees[-1].letter_date or localdate(decrees[-1].drafted_at)) if decrees else None
