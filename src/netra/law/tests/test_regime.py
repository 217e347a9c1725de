"""Every pair of examined and decided, against a table by hand (PP 94/2021 Pasal 40)."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.regime import Span, read_regime, side_of

ACT = date(2021, 3, 1)
BEFORE, AFTER = Span.of_day(date(2021, 8, 30)), Span.of_day(date(2021, 8, 31))
ASTRIDE = Span(date(2021, 1, 1), date(2022, 1, 1))

# examined, decided → regime, open, reaches back
TABLE = [
    (None, None, "DISC-53", True, False),
    (None, BEFORE, "DISC-53", False, False),
    (None, AFTER, "DISC-94", False, True),
    (None, ASTRIDE, "DISC-53", True, False),
    (BEFORE, None, "DISC-53", True, False),
    (BEFORE, BEFORE, "DISC-53", False, False),
    (BEFORE, AFTER, "DISC-94", False, True),
    (BEFORE, ASTRIDE, "DISC-53", True, False),
    (AFTER, None, "DISC-94", False, True),
    (AFTER, AFTER, "DISC-94", False, True),
    (AFTER, ASTRIDE, "DISC-94", False, True),
    (ASTRIDE, None, "DISC-53", True, False),
    (ASTRIDE, BEFORE, "DISC-53", False, False),
    (ASTRIDE, AFTER, "DISC-94", False, True),
    (ASTRIDE, ASTRIDE, "DISC-53", True, False),
]


@pytest.mark.parametrize(("examined", "decided", "regime", "is_open", "reaches_back"), TABLE)
def test_the_state_of_the_case_chooses_the_regulation(examined, decided, regime, is_open, reaches_back):
    reading = read_regime(ACT, side_of(examined), side_of(decided))
    assert (reading.regime, reading.is_open, reading.reaches_back) == (regime, is_open, reaches_back)


def test_an_act_long_before_is_taken_as_decided_in_its_time_and_says_what_else_it_could_be():
    reading = read_regime(date(2019, 2, 10), side_of(None), side_of(None))
    assert (reading.regime, reading.is_open) == ("DISC-53", False)
    assert "PP 94/2021" in reading.reason


def test_an_act_before_both_regulations_has_no_regime_but_the_known_ones_are_named():
    reading = read_regime(date(2010, 6, 5), side_of(None), side_of(None))
    assert reading.regime is None
    assert "PP 53/2010 dan PP 94/2021" in reading.reason
