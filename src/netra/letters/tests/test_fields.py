"""A letter is refused by the name of the field that is missing or wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from netra.letters.fields import LINE_LIMIT, DataRefused, accept
from netra.letters.forms import FORMS
from netra.letters.kinds import LetterKind
from netra.letters.tests.examples import DATA

SUMMONS = FORMS[LetterKind.SUMMONS_1].fields


def summons(**over: Any) -> dict[str, Any]:
    return DATA[LetterKind.SUMMONS_1] | over


@pytest.mark.parametrize("kind", list(LetterKind))
def it_names_each_missing_field(kind: LetterKind):
    for name in FORMS[kind].required:
        incomplete = {key: value for key, value in DATA[kind].items() if key != name}
        with pytest.raises(DataRefused, match=rf"\({name}\) belum ada"):
            accept(FORMS[kind].fields, incomplete)


@pytest.mark.parametrize("empty", [None, "", "  \u200b ", [], {}])
def it_takes_emptiness_for_a_missing_field(empty: object):
    with pytest.raises(DataRefused, match=r"\(hearing_place\)"):
        accept(SUMMONS, summons(hearing_place=empty))


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"reporter_name": "Sari"}, "“reporter_name” tidak dikenal"),
        ({"hearing_date": "2026-02-30"}, r"\(hearing_date\) harus berupa tanggal"),
        ({"hearing_date": datetime(2026, 7, 14, tzinfo=UTC)}, "tanggal tanpa jam"),
        ({"hearing_place": 7}, r"\(hearing_place\) harus berupa teks"),
        ({"hearing_place": "a" * 10_000}, "memuat 10000 aksara; batasnya 2000"),
        ({"rules": "satu"}, r"\(rules\) harus berupa daftar"),
        ({"rules": ["x"] * 201}, "paling banyak 200 butir"),
        ({"rules": ["x", ""]}, r"\(rules\) belum ada"),
        ({"examinee": {"nip": "198001012005011001"}}, r"\(examinee\) harus menyebut nama"),
        ({"examinee": {"name": "B" * 10_000}}, r"Yang diperiksa: Nama” \(examinee.name\) memuat 10000 aksara"),
        ({"examinee": {"name": "Budi", "phone": "1"}}, r"\(examinee\) harus berupa isian bernama"),
        ({"examinee": "Budi"}, r"\(examinee\) harus berupa isian bernama"),
        ({"allegation": "x" * 40_001}, "memuat 40001 aksara; batasnya 40000"),
    ],
)
def it_says_which_field_is_wrong_and_why(over: dict[str, object], message: str):
    with pytest.raises(DataRefused, match=message):
        accept(SUMMONS, summons(**over))


def it_refuses_an_exchange_without_an_answer():
    data = DATA[LetterKind.EXAMINATION_RECORD] | {"dialogue": [{"question": "Apa?"}]}
    with pytest.raises(DataRefused, match=r"\(dialogue\) harus berupa daftar tanya"):
        accept(FORMS[LetterKind.EXAMINATION_RECORD].fields, data)


def it_stores_what_can_be_read_again():
    stored = accept(SUMMONS, summons(hearing_place="  Ruang\nRapat\t1 ", hearing_date=date(2026, 7, 20)))
    assert stored["hearing_place"] == "Ruang Rapat 1"
    assert stored["hearing_date"] == "2026-07-20"
    assert accept(SUMMONS, stored) == stored


def it_takes_a_line_up_to_its_limit():
    assert accept(SUMMONS, summons(hearing_place="a" * LINE_LIMIT))["hearing_place"] == "a" * LINE_LIMIT


def test_no_form_has_a_field_for_the_identity_of_a_reporter():
    names = {field.name for form in FORMS.values() for field in form.fields}
    assert {name for name in names if "reporter" in name} == {"reporter_designation"}
