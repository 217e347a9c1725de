"""Reading a record: what is refused, by which name, and with which help."""

from __future__ import annotations

import json
import math
from datetime import date

import pytest

from netra.law.assess import assess
from netra.law.gap import gap
from netra.law.tests.builders import a_record, assessed

REFUSED = [
    ({"conduct": None}, "Kunci conduct wajib diisi"),
    ({"act_date": ""}, "Kunci act_date wajib diisi"),
    ({"conducts": "x"}, 'Kunci "conducts" tidak dikenal. Mungkin maksud Anda "conduct"'),
    ({"conduct": "social_media_reactions"}, 'Mungkin maksud Anda "social_media_reaction"'),
    ({"other_conducts": "campaign_team"}, "other_conducts harus berupa daftar"),
    ({"other_conducts": ["kampanye"]}, 'other_conducts "kampanye" tidak dikenal'),
    ({"election_kind": "PILKADA"}, "Pilihan: GENERAL, REGIONAL"),
    ({"employment": "PNSS"}, 'Mungkin maksud Anda "PNS"'),
    ({"phase": "calon"}, "phase"),
    ({"office": "BUPATI"}, "office"),
    ({"office": "PRESIDENT"}, "office PRESIDENT tidak dipilih dalam election_kind REGIONAL"),
    ({"repeat": "ya"}, "repeat harus true atau false"),
    ({"act_date": "15-10-2024"}, "tulis TTTT-BB-HH"),
    ({"act_date": "2023-02-29"}, "bukan tanggal yang ada"),
    ({"act_date": "2024-10"}, "bukan tanggal yang ada"),
    ({"act_date": "٢٠٢٤-١٠-١٥"}, "bukan tanggal yang ada"),
    ({"act_date": "9999-12-31"}, "di luar kalender"),
    ({"act_date": 20241015}, "bukan tanggal yang ada"),
    ({"decision_date": "2024-10-14"}, "decision_date lebih awal daripada act_date"),
    ({"examination_date": "2024"}, None),
    ({"examination_date": "2023"}, "examination_date lebih awal daripada act_date"),
    ({"examination_date": "2025-02-01", "decision_date": "2025-01-01"}, "lebih lambat daripada tanggal putusan"),
    ({"imposed": "teguran"}, "imposed harus berisi"),
    ({"imposed": {"tingkat": "LIGHT"}}, 'Kunci imposed."tingkat" tidak dikenal'),
    ({"imposed": {"level": "PENJARA"}}, "imposed.level"),
    ({"imposed": {"date": "kemarin"}}, "imposed.date"),
    ({"imposed": {"sanction": 3}}, "imposed.sanction harus berupa teks"),
    ({"region": "1571"}, 'region "1571" bukan kode wilayah dan bukan nama; tulis misalnya 15, 15.71, atau Kota Jambi'),
    ({"region": "15.7"}, "bukan kode wilayah dan bukan nama"),
    ({"region": "15.71.1"}, "bukan kode wilayah dan bukan nama"),
    ({"region": " - "}, "bukan kode wilayah dan bukan nama"),
    ({"region": "١٥.٧١"}, "bukan kode wilayah dan bukan nama"),
    ({"region": "15.71.01.1001"}, None),
    ({"region": "(kab/kota tidak disebut), Jawa Barat"}, None),
    ({"region": 15}, None),
    ({"region": ["Jambi"]}, "region harus berupa teks"),
    ({"id": True}, "id harus berupa teks"),
    ({"id": 16**5000}, "id harus berupa teks; yang ada: (angka yang terlalu panjang)"),
    ({"repeat": 16**5000}, "repeat harus true atau false; yang ada: (angka yang terlalu panjang)"),
    ({"decision_date": 16**5000}, "decision_date (angka yang terlalu panjang) bukan tanggal"),
    ({16**5000: 1}, "Kunci (angka yang terlalu panjang) tidak dikenal"),
]


@pytest.mark.parametrize(("changes", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_a_record_is_refused_with_the_name_of_its_key(changes, message):
    answer = assess({**a_record(), **changes})
    if message is None:
        assert answer["error"] is None
    else:
        assert set(answer) == {"id", "error"}
        assert message in answer["error"]


DESCRIBED = {
    **{
        "actor": "camat",
        "persons": 23,
        "summary": "Ringkasan \N{EN DASH} dua kalimat.",
        "cause_cited": [],
        "source": "media",
    },
    **{"published": {"category": ["DISCIPLINE"], "court": None, "recommended": {"date": "2015-11"}}, "confidence": 0.5},
}


def test_descriptive_fields_come_back_untouched_behind_an_answer_that_they_do_not_change():
    answer = assessed(**DESCRIBED)
    assert answer == {**assessed(), **DESCRIBED}
    assert list(answer)[-len(DESCRIBED) - 1] == "error"
    assert gap(a_record(**DESCRIBED)) == {**gap(a_record()), **DESCRIBED}


def test_a_descriptive_field_that_the_record_has_not_is_not_in_the_answer():
    assert "persons" not in assessed(actor="camat")


def test_a_reader_may_change_what_came_back_without_changing_the_record():
    record = a_record(published={"category": ["DISCIPLINE"]})
    assess(record)["published"]["category"].append("NONE")
    assert record["published"] == {"category": ["DISCIPLINE"]}


UNTELLABLE = [
    ({"summary": {"a", "b"}}, "summary memuat nilai yang tidak dapat ditulis sebagai JSON"),
    ({"actor": {"sejak": date(2024, 1, 1)}}, "actor memuat nilai"),
    ({"confidence": math.nan}, "confidence memuat nilai"),
    ({"persons": 16**5000}, "persons memuat nilai"),
    ({"published": {("a", "b"): {}}}, "published memuat nilai"),
    ({"summary": "x" * 1_000_001}, "summary terlalu besar"),
    ({"source": ["x" * 100_000] * 11}, "source terlalu besar"),
    (
        {"published": json.loads("[" * 40 + "]" * 40)},
        "published terlalu besar atau terlalu bertingkat",
    ),
]


@pytest.mark.parametrize(("changes", "message"), UNTELLABLE, ids=range(len(UNTELLABLE)))
def test_what_no_answer_can_hold_is_refused_by_name(changes, message):
    answer = assessed(**changes)
    assert set(answer) == {"id", "error"}
    assert message in answer["error"]


def test_a_number_as_id_is_answered_as_text():
    assert assessed(id=17)["id"] == "17"


def test_a_record_that_is_no_record_has_no_id():
    assert assess("kampanye") == {"id": None, "error": assess("kampanye")["error"]}


def test_a_message_shows_no_hidden_or_turned_characters_and_stays_short():
    error = assessed(conduct="a\u202eb\u200b" + "x" * 10_000)["error"]
    assert "\u202e" not in error and "\u200b" not in error
    assert len(error) < 200


def test_repeated_conducts_count_once():
    assert assessed(other_conducts=["social_media_reaction"]) == assessed()


def test_an_act_before_the_covered_years_is_answered_but_marked():
    answer = assessed(
        act_date="2013-05-01", conduct="partisan_activity", phase="prospective", decision_date="2013-08-01"
    )
    assert (answer["category"], answer["level_floor"]) == ("DISCIPLINE", "MODERATE")
    assert answer["needs_review"] is True
    assert any("2014-2027" in reason for reason in answer["reasons"])
    assert answer["oversight_body"] is None


def test_an_act_beyond_the_covered_years_is_marked():
    assert assessed(act_date="2028-01-01", conduct="partisan_activity")["needs_review"] is True


def test_a_given_phase_wins_but_its_difference_from_the_published_stages_is_said():
    answer = assessed(act_date="2024-09-21", conduct="photo_with_candidate")
    assert (answer["phase"], answer["phase_source"]) == ("candidate", "GIVEN")
    assert any("berbeda dari jadwal" in reason for reason in answer["reasons"])


NATIONAL = "Tahap dibaca dari jadwal nasional Pemilihan serentak 2018; belum tentu daerah ini memilih pada hari itu."


@pytest.mark.parametrize("region", [None, "Wilayah Antah", "15.05", "15"])
def test_a_region_without_stages_of_its_own_is_read_by_the_national_ones_and_told_so(region):
    answer = assessed(phase=None, region=region, act_date="2018-03-15")
    assert (answer["phase"], answer["phase_source"]) == ("candidate", "STAGES")
    assert answer["reasons"][0] == NATIONAL


@pytest.mark.parametrize(
    "known",
    [
        {"region": "15.71"},
        {"region": "15.71.01"},
        {"region": "15.05", "election_date": "2018-06-27"},
        {"region": "15.05", "phase": "candidate"},
        {"region": "15.05", "election_kind": "GENERAL", "act_date": "2019-02-10"},
    ],
)
def test_where_the_record_or_the_region_says_that_it_votes_or_the_whole_nation_does_nothing_is_added(known):
    answer = assessed(**{"phase": None, "act_date": "2018-03-15", **known})
    assert answer["phase"] == "candidate"
    assert not any("jadwal nasional" in reason for reason in answer["reasons"])
