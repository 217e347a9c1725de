"""Whose clock it is, in the words of its day."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.models import Deadline


@pytest.mark.parametrize(
    ("started", "name"),
    [
        (date(2019, 3, 1), "BAPEK"),
        (date(2021, 8, 9), "BAPEK"),
        (date(2021, 8, 10), "BPASN"),
        (date(2026, 10, 5), "BPASN"),
    ],
)
def test_an_appeal_is_decided_by_the_body_of_the_day_on_which_it_was_filed(started, name):
    """PP 79/2021 ended BAPEK on 10 August 2021."""
    assert Deadline(holder="APPEAL_BODY", start_date=started).holder_name == name


def test_every_other_holder_is_called_as_on_every_day():
    assert Deadline(holder="AGENCY", start_date=date(2026, 10, 5)).holder_name == "Instansi kepegawaian"
