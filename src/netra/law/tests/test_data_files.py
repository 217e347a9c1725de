"""A legal fact that does not say where it stands is refused when it is loaded."""

from datetime import date
from typing import Any

import pytest

from netra.law.data_files import MalformedData, day_of, read_data, refuse_unknown_keys, source_of
from netra.law.dated import Source, Verification
from netra.law.instruments import INSTRUMENTS, cited_source

COMPLETE = {"instrument": "PP 94/2021", "article": "Pasal 38 ayat (1)", "verification": "SEEN"}


def test_a_complete_source_is_read():
    expected = Source("PP 94/2021", "Pasal 38 ayat (1)", Verification.SEEN)
    assert source_of({"source": COMPLETE}, where="contoh") == expected


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"source": None},
        {"source": {key: COMPLETE[key] for key in ("instrument", "article")}},
        {"source": {**COMPLETE, "verification": "CERTAIN"}},
        {"source": {**COMPLETE, "page": 3}},
    ],
)
def test_a_missing_or_strange_source_is_refused_with_the_place(entry):
    with pytest.raises(MalformedData, match="contoh"):
        source_of(entry, where="contoh")


def test_an_instrument_that_is_not_listed_is_refused():
    """A citation that `instruments.yaml` does not know has no day of entry into force here and no mark."""
    with pytest.raises(MalformedData, match="PP 49/2021 is not among the instruments"):
        cited_source({"source": {**COMPLETE, "instrument": "PP 49/2021"}}, where="contoh")


# Whatever decides a term, a body, an authority or a window; the schedules and decrees on holidays stand in their own
# files, since they are published days and no rules.
RULE_FILES = ("authority.yaml", "bodies.yaml", "deadlines.yaml", "windows.yaml")


@pytest.mark.parametrize("name", RULE_FILES)
def test_no_value_rests_on_an_instrument_that_began_after_it(name):
    """Another reading may be younger than the value it stands beside; the value itself may not be."""
    dated = [(entry["from"], entry["source"]["instrument"]) for entry in _entries(read_data(name)) if "from" in entry]
    assert dated or name == "authority.yaml", "the grants are dated by their regime"
    assert not [(day, cited) for day, cited in dated if INSTRUMENTS[cited].start > day]


def _entries(found: object) -> list[dict[str, Any]]:
    """Every mapping with a source, however deep."""
    if isinstance(found, list):
        return [each for one in found for each in _entries(one)]
    if not isinstance(found, dict):
        return []
    own = [found] if "source" in found else []
    return own + [each for one in found.values() for each in _entries(one)]


def test_a_day_must_be_a_day():
    assert day_of({"from": date(2024, 9, 22)}, "from", where="contoh") == date(2024, 9, 22)
    with pytest.raises(MalformedData, match="from"):
        day_of({"from": "22-09-2024"}, "from", where="contoh")


def test_a_slip_of_the_pen_in_a_key_is_refused():
    with pytest.raises(MalformedData, match="untill"):
        refuse_unknown_keys({"from": 1, "untill": 2}, ("from", "until"), where="contoh")
