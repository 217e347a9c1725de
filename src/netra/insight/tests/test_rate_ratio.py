"""Rate ratios and their intervals, against tables that others printed or that can be worked out by hand."""

from __future__ import annotations

from math import inf, sqrt

import pytest

from netra.insight.effect.rate_ratio import Stratum, could_show_fewer, events_needed, rate_ratio

# Events of the exposed and of the others, their time; the ratio and its exact 95 percent interval as printed.
PUBLISHED = (
    # Breast cancer after fluoroscopy (Boice and Monson 1977), as Stata's manual prints `iri 41 15 28010 19017`.
    (Stratum(41, 15, 28010, 19017), 1.855759, 1.005684, 3.6093),
    # Two strata of the worked example of OpenEpi for two person-time rates, each by itself (Fisher exact).
    (Stratum(17, 3, 100025, 122268), 6.927, 2.004, 36.89),
    (Stratum(8, 1, 78531, 77932), 7.939, 1.064, 352.3),
)


@pytest.mark.parametrize(("stratum", "ratio", "low", "high"), PUBLISHED)
def test_one_stratum_gives_what_the_textbooks_print(stratum, ratio, low, high):
    found = rate_ratio([stratum])
    assert found is not None
    assert (found.estimate, found.low, found.high) == pytest.approx((ratio, low, high), rel=5e-4)


def test_two_strata_of_one_event_each_as_worked_out_by_hand():
    # (1 + r)(3 + r) gives the chances 3, 4r and r² of no, one and two events among the exposed; one was seen.
    # Mean 1: r² = 3. At most one in 2.5 percent: 0.025 r² − 3.9 r − 2.925 = 0. At least one: r² + 4 r = 3/0.975 − 3.
    found = rate_ratio([Stratum(1, 0, 1, 1), Stratum(0, 1, 1, 3)])
    assert found is not None
    assert found.estimate == pytest.approx(sqrt(3))
    assert found.high == pytest.approx((3.9 + sqrt(3.9**2 + 4 * 0.025 * 2.925)) / 0.05)
    assert found.low == pytest.approx(-2 + sqrt(4 + 3 / 0.975 - 3))


def test_many_events_come_close_to_what_mantel_and_haenszel_gave_the_british_doctors():
    # Coronary deaths of smokers and others by age (Doll and Hill 1966); Stata's manual prints 1.42 (1.15 to 1.76).
    doctors = (
        Stratum(32, 2, 52407, 18790),
        Stratum(104, 12, 43248, 10673),
        Stratum(206, 28, 28612, 5710),
        Stratum(186, 28, 12663, 2585),
        Stratum(102, 31, 5317, 1462),
    )
    found = rate_ratio(doctors)
    assert found is not None
    assert (found.estimate, found.low, found.high) == pytest.approx((1.42, 1.15, 1.76), abs=0.02)


def test_no_event_among_the_reached_still_has_an_upper_end():
    # Three events, all among the others, times alike: half of 5 percent is (1 / (1 + r))³.
    found = rate_ratio([Stratum(0, 3, 1, 1)])
    assert found is not None
    assert (found.estimate, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(0.025 ** (-1 / 3) - 1)


def test_every_event_among_the_reached_has_no_upper_end():
    found = rate_ratio([Stratum(3, 0, 1, 1)])
    assert found is not None
    assert (found.estimate, found.high) == (inf, inf)
    assert found.low == pytest.approx(1 / (0.025 ** (-1 / 3) - 1))


@pytest.mark.parametrize("strata", [[], [Stratum(0, 0, 5, 5)], [Stratum(2, 0, 5, 0)], [Stratum(0, 2, 0, 5)]], ids=str)
def test_nothing_to_compare_is_no_ratio(strata):
    assert rate_ratio(strata) is None
    assert not could_show_fewer(strata)


def test_a_stratum_of_one_kind_changes_nothing():
    both = Stratum(41, 15, 28010, 19017)
    assert rate_ratio([both, Stratum(9, 0, 500, 0), Stratum(0, 0, 7, 7)]) == rate_ratio([both])


def test_five_events_cannot_show_fewer_and_six_can():
    # Times alike: none by chance is 1/32 of five, 1/64 of six; the half of 5 percent lies between.
    assert not could_show_fewer([Stratum(0, 5, 1, 1)])
    assert could_show_fewer([Stratum(3, 3, 1, 1)])
    # With a tenth of the time even thirty cannot: 0.9 to the thirtieth is 0.042.
    assert not could_show_fewer([Stratum(0, 30, 1, 9)])


def test_how_many_events_show_half_as_many():
    # (1.96 + 0.8416)² / (0.5 × 0.5 × (ln 0.5)²) = 7.849 / 0.12011 = 65.3; with a tenth reached, 7.849 / 0.04324.
    assert events_needed([Stratum(0, 0, 1, 1)], ratio=0.5) == 66
    assert events_needed([Stratum(0, 0, 1, 9)], ratio=0.5) == 182
    assert events_needed([Stratum(4, 0, 1, 0)], ratio=0.5) is None


def test_thousands_of_events_neither_overflow_nor_vanish():
    found = rate_ratio([Stratum(500, 1000, 10_000, 10_000)] * 2)
    assert found is not None
    # The normal approximation: exp(± 1.96 × √(1/1000 + 1/2000)).
    assert (found.estimate, found.low, found.high) == pytest.approx((0.5, 0.463, 0.540), abs=0.001)
