"""The papers that a story really issues have the form that the golden texts show, so that the two cannot part."""

from __future__ import annotations

import re
from typing import Any

import pytest

from netra.cases.tests.builders import Cast
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.tests.examples import DATA
from netra.sanctions.tests.builders import carry_to_delivery, make_proceeding

pytestmark = pytest.mark.django_db

# What a paper never writes: an instrument in short.
SHORT = re.compile(r"\b(?:PP|UU|SKB|PerBKN|Perbawaslu|Perka BKN) (?:BKN )?\d+/\d{4}")
EXAMPLES: dict[str, dict[str, Any]] = {kind.value: data for kind, data in DATA.items()}


@pytest.fixture
def issued() -> dict[str, dict[str, Any]]:
    """The papers of a severe penalty of 2024, from the study to the delivery, by kind."""
    carry_to_delivery(cast := Cast(), make_proceeding(cast))
    return {each.kind: each.data or {} for each in Letter.objects.order_by("pk")}


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def shape(clause: str) -> str:
    """A clause without what differs from case to case: numbers, days and the person."""
    said = re.sub(r"Saudara .*?, (?=dinyatakan|diduga|diperiksa)", "Saudara …, ", clause)
    return re.sub(r"Nomor \S+ tanggal \d+ \w+ \d{4}", "Nomor … tanggal …", said)


def test_every_law_is_named_in_full_in_every_paper(issued):
    assert len(issued) > 6
    short = {kind: SHORT.findall(text) for kind, data in issued.items() for text in texts(data)}
    assert {kind: found for kind, found in short.items() if found} == {}


def test_a_decree_weighs_who_and_by_which_report_as_the_golden_one_does(issued):
    told = issued["DECISION_SEVERE"]["considering"]
    assert shape(told[0]) == shape(EXAMPLES["DECISION_SEVERE"]["considering"][0])
    assert told[-1] == (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
        "tentang Penjatuhan Hukuman Disiplin Tingkat Berat;"
    )
    assert issued["DECISION_SEVERE"]["recalling"] == EXAMPLES["DECISION_SEVERE"]["recalling"]
    assert issued["DECISION_SEVERE"]["effect"] == EXAMPLES["DECISION_SEVERE"]["effect"]
    assert issued["DECISION_SEVERE"]["remedy"] == EXAMPLES["DECISION_SEVERE"]["remedy"]


def test_a_team_is_formed_for_somebody_in_the_clauses_of_the_golden_decree(issued):
    told, example = issued["TEAM_DECREE"], EXAMPLES["TEAM_DECREE"]
    assert list(map(shape, told["considering"])) == list(map(shape, example["considering"]))
    assert told["recalling"] == example["recalling"]


def test_an_examination_rests_on_the_decree_that_formed_the_team(issued):
    """PP 94/2021 Ps 29: the power of the team is that decree."""
    mandate = EXAMPLES["EXAMINATION_RECORD"]["mandate"]
    for kind in ("EXAMINATION_RECORD", "EXAMINATION_REPORT"):
        assert shape(issued[kind]["mandate"]) == shape(mandate)


def test_a_delivery_says_who_delivered_what_when_and_how_the_day_of_effect_is_counted(issued):
    told, example = issued["DELIVERY_RECORD"], EXAMPLES["DELIVERY_RECORD"]
    assert told["document"] == example["document"]
    assert told["deliverer"] == {"name": "Dewi (contoh)", "position": "Petugas kepegawaian"}
    assert told["delivered_time"] == "09.00 WIB"
    assert told["note"] == example["note"]


@pytest.mark.parametrize("kind", ["TEAM_DECREE", "EXAMINATION_RECORD", "DECISION_SEVERE", "DELIVERY_RECORD"])
def test_no_example_fills_a_place_that_no_operation_fills(issued, kind):
    assert set(issued[kind]) <= set(EXAMPLES[LetterKind(kind)])
