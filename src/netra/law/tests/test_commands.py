"""Files of records: formats, exit codes, and the words printed."""

from __future__ import annotations

import json

import pytest

from netra.law.commands import assess_file, gap_file
from netra.law.region_reading import RegionReading
from netra.law.tests.builders import a_record

RECORD = """
- id: satu
  act_date: 2024-10-15
  conduct: social_media_reaction
  election_kind: REGIONAL
  phase: candidate
"""


@pytest.fixture
def a_file(tmp_path):
    def write(text, name="perkara.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_yaml_and_json_are_answered_alike(a_file):
    from_yaml, code = assess_file(a_file(RECORD), as_json=True)
    record = {**a_record(), "id": "satu"}
    from_json, _ = assess_file(a_file(json.dumps([record]), "perkara.json"), as_json=True)
    assert json.loads(from_yaml) == json.loads(from_json)
    assert code == 0


def test_an_impossible_day_without_quotes_spoils_its_record_only(a_file):
    text = RECORD + RECORD.replace("satu", "dua").replace("2024-10-15", "2024-13-01")
    output, code = assess_file(a_file(text), as_json=True)
    first, second = json.loads(output)
    assert code == 1
    assert first["error"] is None
    assert second == {"id": "dua", "error": second["error"]}


@pytest.mark.parametrize("name", ["p.yaml", "p.json"])
def test_a_key_written_twice_is_refused_by_name_and_the_others_are_answered(a_file, name):
    twice = json.dumps(a_record(id="dua"))[:-1] + ', "act_date": "2018-02-15"}'
    nested = json.dumps(a_record(id="tiga"))[:-1] + ', "imposed": {"level": "LIGHT", "level": "SEVERE"}}'
    output, code = assess_file(a_file(f"[{json.dumps(a_record(id='satu'))}, {twice}, {nested}]", name), as_json=True)
    first, second, third = json.loads(output)
    assert (code, first["error"]) == (1, None)
    assert second == {"id": "dua", "error": 'Kunci "act_date" ditulis dua kali; sisakan satu.'}
    assert third == {"id": "tiga", "error": 'Kunci imposed."level" ditulis dua kali; sisakan satu.'}


def test_a_region_that_whoever_knows_them_does_not_know_spoils_its_record_only(a_file):
    def no_such_code(region):
        return RegionReading(fault=f'region "{region}" tidak ada.' if region == "99.99" else "")

    text = RECORD + "  region: 15.71.01\n" + RECORD.replace("satu", "dua") + '  region: "99.99"\n'
    for command, key in ((assess_file, None), (gap_file, "records")):
        output, code = command(a_file(text), as_json=True, read_region=no_such_code)
        first, second = json.loads(output)[key] if key else json.loads(output)
        assert (code, first["error"]) == (1, None)
        assert second == {"id": "dua", "error": 'region "99.99" tidak ada.'}


def test_descriptive_fields_of_a_file_come_back_in_both_commands(a_file):
    told = RECORD + "  persons: 3\n  published: {category: [DISCIPLINE], court: null}\n"
    answers = json.loads(assess_file(a_file(told), as_json=True)[0])
    gaps = json.loads(gap_file(a_file(told), as_json=True)[0])["records"]
    for answer in (*answers, *gaps):
        assert (answer["persons"], answer["published"]) == (3, {"category": ["DISCIPLINE"], "court": None})


def test_an_alias_that_names_itself_or_multiplies_spoils_its_record_only(a_file):
    loop = RECORD.replace("satu", "dua") + "  published: &diri [*diri]\n"
    bomb = RECORD.replace("satu", "tiga") + "  published:\n    a: &a [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"    {chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))
    twice = RECORD.replace("satu", "empat") + "  published: {court: a, court: b}\n"
    output, code = assess_file(a_file(RECORD + loop + bomb + twice), as_json=True)
    assert code == 1
    assert [answer["error"] is None for answer in json.loads(output)] == [True, False, False, False]
    assert len(output) < 10_000


def test_a_merged_key_may_be_overridden(a_file):
    text = "- &dasar\n" + RECORD.strip("\n- ").replace("\n", "\n").replace("id: satu", "  id: satu", 1)
    output, code = assess_file(a_file(text + "\n- <<: *dasar\n  id: dua\n"), as_json=True)
    assert (code, [record["id"] for record in json.loads(output)]) == (0, ["satu", "dua"])


def test_records_come_back_in_their_order(a_file):
    records = [a_record(id=str(number)) for number in range(20)]
    output, _ = assess_file(a_file(json.dumps(records), "p.json"), as_json=True)
    assert [answer["id"] for answer in json.loads(output)] == [str(number) for number in range(20)]


UNREADABLE = [
    ("bukan: daftar", "harus berisi daftar"),
    ("- [", "bukan YAML atau JSON"),
    ("", "harus berisi daftar"),
    (b"\xff\xfe\x00", "bukan teks UTF-8"),
    ("- !!python/object/apply:os.system [ls]", "bukan YAML atau JSON"),
    ("[" * 200_000, "bukan YAML atau JSON"),
    ("- " * 200_000, "bertingkat lebih dari 64"),
    ("- a\n- {b: [c}\n", "dapat dibaca: salah tulis pada baris 2, kolom 9."),
]


@pytest.mark.parametrize(("text", "message"), UNREADABLE, ids=range(len(UNREADABLE)))
def test_a_file_that_cannot_be_read_ends_with_two(a_file, text, message):
    output, code = assess_file(a_file(text, "perkara.json" if str(text).startswith("[[") else "p.yaml"), as_json=True)
    assert code == 2
    assert message in output


def test_a_slip_in_json_is_told_by_line_and_column_and_in_no_other_language(a_file):
    output, code = assess_file(a_file('[{"id": "a"},\n {"id" "b"}]', "p.json"), as_json=False)
    assert (code, output) == (
        2,
        "Berkas p.json bukan YAML atau JSON yang dapat dibaca: salah tulis pada baris 2, kolom 8.",
    )


@pytest.mark.parametrize("command", [assess_file, gap_file])
@pytest.mark.parametrize("wrong", [{}, {"conduct": "suka"}])
def test_an_id_cannot_turn_or_flood_the_terminal(a_file, command, wrong):
    records = [a_record(id="\x1b[31m\u202eABC", **wrong), a_record(id="x" * 1_000_000, **wrong)]
    output, _code = command(a_file(json.dumps(records), "p.json"), as_json=False)
    assert "\x1b" not in output and "\u202e" not in output and "ABC" in output
    assert len(output) < 20_000


def test_a_missing_file_ends_with_two(tmp_path):
    output, code = gap_file(tmp_path / "tidak-ada.yaml", as_json=False)
    assert code == 2
    assert "tidak dapat dibuka: tidak ada di tempat itu" in output


def test_a_folder_ends_with_two(tmp_path):
    output, code = gap_file(tmp_path, as_json=False)
    assert code == 2
    assert "itu folder, bukan berkas" in output


def test_an_empty_list_is_answered_with_an_empty_list(a_file):
    assert assess_file(a_file("[]"), as_json=True) == ("[]", 0)


def test_aliases_that_multiply_do_not_blow_up_a_message(a_file):
    bomb = "- &a [x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"- &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 8)}]\n" for n in range(12))
    output, code = assess_file(
        a_file(bomb + "- {id: *m, act_date: *m, conduct: *m, election_kind: *m}\n"), as_json=True
    )
    assert code == 1
    assert len(output) < 5_000


def test_the_text_names_level_basis_sanctions_and_reasons(a_file):
    output, code = assess_file(a_file(RECORD), as_json=False)
    assert code == 0
    for part in (
        "hukuman disiplin berat",
        "SKB 2/2022 Lampiran II-B baris 6",
        "sumber kedua",
        "perlu ditelaah manusia",
    ):
        assert part in output
    assert "Pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 bulan (PP 94/2021 Pasal 8 ayat (4)" in output


def test_gap_prints_one_line_per_case_and_then_the_summary(a_file):
    output, code = gap_file(a_file(RECORD + "  imposed: {sanction: teguran lisan}\n"), as_json=False)
    lines = output.splitlines()
    assert code == 0
    assert lines[0].startswith("satu: di bawah batas bawah 2 tingkat; dijatuhkan: hukuman disiplin ringan")
    assert "Satuan: perkara (satu catatan = satu perkara), bukan orang. Dibandingkan 1 dari 1." in lines


def test_gap_as_json_has_records_and_summary(a_file):
    output, _ = gap_file(a_file(RECORD), as_json=True)
    content = json.loads(output)
    assert content["records"][0]["gap"]["verdict"] == "NOT_DECIDED"
    assert content["summary"]["left_out"] == {"count": 1, "why": {"belum ada sanksi yang dicatat": 1}}


def test_an_unreadable_record_is_named_in_the_text(a_file):
    output, code = gap_file(a_file(RECORD.replace("social_media_reaction", "suka")), as_json=False)
    assert code == 1
    assert output.startswith("satu: TIDAK TERBACA")


def test_a_lone_surrogate_in_an_id_can_still_be_printed(a_file):
    output, _ = assess_file(a_file('[{"id": "\\ud800"}]', "p.json"), as_json=True)
    output.encode("utf-8")
