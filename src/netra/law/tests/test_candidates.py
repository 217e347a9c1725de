"""A candidate PNS and a breach of discipline: what ends his candidacy, from which day, and from which level."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.candidates import about_the_candidate
from netra.law.regime import Regime
from netra.law.vocabulary import Employment, Level

DAY = date(2024, 11, 11)


@pytest.mark.parametrize(
    ("level", "said"), [(Level.LIGHT, False), (Level.MODERATE, True), (Level.SEVERE, True), (Level.TERMINATION, False)]
)
def test_a_moderate_or_severe_breach_ends_the_candidacy_and_nothing_else_does(level, said):
    """PP 11/2017 Ps 37(2) c; joining a party has a letter of its own (f)."""
    assert bool(about_the_candidate(Employment.CPNS, [level], proven=DAY, regime=Regime.DISC_94)) is said


@pytest.mark.parametrize("employment", [Employment.PNS, Employment.PPPK, Employment.VILLAGE_HEAD])
def test_it_concerns_nobody_else(employment):
    assert not about_the_candidate(employment, [Level.SEVERE], proven=DAY, regime=Regime.DISC_94)


def test_the_conflict_is_told_under_each_regulation_of_discipline_and_where_none_is_known():
    told = {
        regime: about_the_candidate(Employment.CPNS, [Level.SEVERE], proven=DAY, regime=regime)
        for regime in (*Regime, None)
    }
    assert "PP 94/2021" in told[Regime.DISC_94] and "Pasal 43" in told[Regime.DISC_94]
    assert "PP 53/2010" in told[Regime.DISC_53] and "Pasal 2)" in told[Regime.DISC_53]
    assert "PP 53/2010" in told[None] and "PP 94/2021" in told[None]
