"""Days until something is done, where some have not done it; against a table that everybody prints."""

from __future__ import annotations

from collections import Counter

import pytest

from netra.insight.effect.survival import Waits, days_until, still_waiting

# Remission of acute leukaemia in weeks (Freireich and others 1963, Blood 21, 699–716), as Introductory Biostatistics
# (C. T. Le, example 11.1) works it out: with the drug, and with a placebo.
DRUG = Waits(
    Counter((6, 6, 6, 7, 10, 13, 16, 22, 23)),
    Counter((6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)),
)
PLACEBO = Waits(Counter((1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)))
PRINTED = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}


def test_the_curve_is_the_printed_one():
    assert dict(still_waiting(DRUG)) == pytest.approx(PRINTED, abs=5e-5)


def test_the_medians_are_the_printed_ones():
    assert days_until(still_waiting(DRUG), 0.5) == 23
    assert days_until(still_waiting(PLACEBO), 0.5) == 8


def test_a_share_that_was_never_reached_has_no_day():
    assert days_until(still_waiting(DRUG), 0.75) is None


def test_those_who_still_wait_are_not_left_out():
    # Two read on the first day, six have waited for ten: left out, the median would be the first day.
    waits = Waits(Counter({1: 2}), Counter({10: 6}))
    assert days_until(still_waiting(waits), 0.25) == 1
    assert days_until(still_waiting(waits), 0.5) is None


def test_a_half_that_floating_point_cannot_write_is_a_half():
    waits = Waits(Counter((1, 2, 3, 4, 5, 6)))
    assert days_until(still_waiting(waits), 0.5) == 3


@pytest.mark.parametrize("waits", [Waits(), Waits(censored=Counter((3,)))], ids=str)
def test_nobody_and_nobody_yet_have_no_curve(waits):
    assert still_waiting(waits) == []
