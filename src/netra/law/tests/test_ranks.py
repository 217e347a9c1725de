"""What letters call a grade, and the time of a place."""

from __future__ import annotations

import pytest

from netra.law.local_time import zone_of
from netra.law.ranks import rank_named


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("IV/c", "Pembina Utama Muda, IV/c"),
        ("iii/D", "Penata Tingkat I, III/d"),
        ("Penata (III/c)", "Penata (III/c)"),
        ("IX", "IX"),
        ("", ""),
    ],
)
def test_a_grade_bears_the_name_of_its_rank(written: str, named: str) -> None:
    assert rank_named(written) == named


@pytest.mark.parametrize(
    ("region", "zone"),
    [("15.71", "WIB"), ("51.71", "WITA"), ("73", "WITA"), ("81.71", "WIT"), ("94", "WIT"), ("", "WIB")],
)
def test_the_hour_of_a_place_is_named_by_its_zone(region: str, zone: str) -> None:
    assert zone_of(region) == zone
