"""A legal fact that does not say where it stands is refused when it is loaded."""

from datetime import date

import pytest

from netra.law.data_files import MalformedData, day_of, refuse_unknown_keys, source_of
from netra.law.dated import Source, Verification

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


def test_a_day_must_be_a_day():
    assert day_of({"from": date(2024, 9, 22)}, "from", where="contoh") == date(2024, 9, 22)
    with pytest.raises(MalformedData, match="from"):
        day_of({"from": "22-09-2024"}, "from", where="contoh")


def test_a_slip_of_the_pen_in_a_key_is_refused():
    with pytest.raises(MalformedData, match="untill"):
        refuse_unknown_keys({"from": 1, "untill": 2}, ("from", "until"), where="contoh")
