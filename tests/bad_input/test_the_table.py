"""The table at the head of this folder names every item of bad input, and every place it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tests.bad_input
from tests.house.plan import SOURCE

HERE = Path(__file__).parent
LINES = re.findall(r"^(\S.*?) {2,}(\S+\.py\S*)$", tests.bad_input.__doc__ or "", re.M)
# The items as the order for this software lists them.
ITEMS = (
    "wrong dates",
    "acts before 2014 or in the future",
    "unknown regions",
    "an act between two contests",
    "10,000-character names",
    "right-to-left and zero-width",
    "HTML in every field",
    "spreadsheets with formulas",
    "images that are not images",
    "zip bombs",
    "double submits",
    "two officers deciding at once",
    "a clock that jumps back",
    "a full disk",
    "a lost database connection",
    "a recipient who moved or retired",
    "a person in two targets",
    "an answer after the withdrawal",
    "a number used twice",
    "two clerks numbering at once",
    "a long list with errors",
    "a roll call entered days later",
)


def test_every_item_has_a_place():
    assert [item for item in ITEMS if item not in {line[0] for line in LINES}] == []


@pytest.mark.parametrize("place", sorted({line[1] for line in LINES}))
def test_every_place_is_a_test(place):
    path, _colons, name = place.partition("::")
    room, _slash, file = path.rpartition("/")
    code = (SOURCE / room / "tests" / file if room else HERE / file).read_text()
    named = set(re.findall(r"^ *(?:def|class) (\w+)", code, re.M))
    assert any(each.startswith(("test_", "it_")) for each in named)
    assert not name or name in named


def test_every_file_here_is_in_the_table():
    files = {path.name for path in HERE.glob("test_*.py")} - {Path(__file__).name}
    assert files == {line[1].partition("::")[0] for line in LINES if "/" not in line[1]}
