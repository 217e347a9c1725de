"""`netra match` with files as people keep them. All names are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netra.cli.main import main

REGISTER = """rid,nama,partai,tahun_lahir,dapil
R1,"MUHAMMAD RAMLAN SADEWA, S.T.",PARTAI MELATI,1971,JAWA BARAT V
R2,"SEKAR ARUM PRANOWO, S.H.",PARTAI MAWAR,1980,JAWA TIMUR 1
R3,SUTRISNO,PARTAI KENANGA,1965,BALI
R4,SUTRISNO,PARTAI ANGGREK,1977,BALI
R5,GALIH LAKSANA,PARTAI TERATAI,1969,BANTEN I
R6,RATIH WIRAWAN,PARTAI DAHLIA,1974,ACEH 1
R7,HENDRA PRAKOSO,PARTAI FLAMBOYAN,1982,RIAU 2
"""
QUESTIONS = """qid,nama,partai,tahun_lahir,dapil_slug
Q1,H. Moh. Ramlan Sadewa,Partai Melati,1971,bogor
Q2,Sutrisno,,,
Q3,Yosafat Manurung,PARTAI MELATI,1971,bogor
"""


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("register.csv").write_text(REGISTER, encoding="utf-8")
    Path("names.csv").write_text(QUESTIONS, encoding="utf-8")


def asked(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    status = main(["match", "names.csv", "--register", "register.csv", *more])
    told = capsys.readouterr()
    return status, told.out, told.err


class WhenAMachineAsks:
    def it_answers_every_row_in_the_agreed_form(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, out, err = asked(capsys, "--json")
        answers = json.loads(out)
        assert (status, err) == (0, "")
        assert [set(answer) for answer in answers] == [{"qid", "ranked", "decision"}] * 3
        assert [answer["qid"] for answer in answers] == ["Q1", "Q2", "Q3"]
        assert set(answers[0]["ranked"][0]) == {"rid", "probability"}
        assert answers[0]["ranked"][0]["rid"] == "R1"

    def it_gives_possible_at_most_for_a_name_alone(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert [answer["decision"] for answer in json.loads(asked(capsys, "--json")[1])] == [
            "POSSIBLE",
            "POSSIBLE",
            "NONE",
        ]

    def it_looks_at_other_columns_only_when_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        answers = json.loads(asked(capsys, "--json", "--use", "partai,tahun_lahir")[1])
        assert [answer["decision"] for answer in answers] == ["CONFIRMABLE", "POSSIBLE", "NONE"]

    def it_pairs_columns_that_are_called_differently(self, capsys: pytest.CaptureFixture[str]) -> None:
        _status, out, _err = asked(capsys, "--use", "partai", "--map", "dapil_slug=dapil")
        assert "dapil hampir sama (bogor; register: JAWA BARAT V)" in out

    def it_reads_names_under_another_heading(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_text("qid;terlapor\nQ1;Ramlan Sadewa\n", encoding="utf-8")
        assert json.loads(asked(capsys, "--json", "--map", "terlapor=nama")[1])[0]["ranked"][0]["rid"] == "R1"


class WhenAPersonAsks:
    def it_says_who_it_may_be_and_why(self, capsys: pytest.CaptureFixture[str]) -> None:
        _status, out, _err = asked(capsys, "--use", "tahun_lahir")
        assert "CONFIRMABLE: Satu orang cocok, dengan nama dan sedikitnya satu data lain." in out
        assert "“Moh” ditulis “Muhammad”" in out
        assert "NONE: Tidak ada orang di register ini yang namanya cocok." in out


class WhenTheFileIsNotWhatItSays:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("", "berkas kosong"),
            ("nama\nRamlan\n", "tidak ada kolom qid"),
            ("qid,orang\n1,Ramlan\n", "tidak ada kolom nama; kolom yang ada: qid, orang"),
            ("qid,nama,nama\n1,a,b\n", "judul kolom nama ada dua kali"),
            ("qid,nama\n1,1971\n2,1980\n", "kolom nama tidak berisi nama (baris 2: “1971”)"),
            ("qid,nama\n1,a,b,c\n2,a,b,c\n", "judul kolom tidak cocok dengan isinya"),
        ],
    )
    def it_says_what_is_wrong_and_answers_nothing(
        self, content: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("names.csv").write_text(content, encoding="utf-8")
        status, out, err = asked(capsys)
        assert (status, out) == (2, "")
        assert told in err

    def it_recognises_a_spreadsheet(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_bytes(b"PK\x03\x04rest")
        assert "Simpan sebagai CSV" in asked(capsys)[2]

    def it_refuses_a_column_of_years_that_has_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_text("qid,nama,tahun_lahir\n1,Ramlan Sadewa,Jambi\n", encoding="utf-8")
        status, _out, err = asked(capsys, "--use", "tahun_lahir")
        assert status == 2
        assert "1 dari 1 nilai kolom tahun_lahir tidak dapat dibaca (baris 2: “Jambi”)" in err

    @pytest.mark.parametrize("column", ["partai_lama", "nama"])
    def it_refuses_a_column_that_cannot_be_used(self, column: str, capsys: pytest.CaptureFixture[str]) -> None:
        status, _out, err = asked(capsys, "--use", column)
        assert status == 2
        assert "Kolom yang ada di kedua berkas: partai, tahun_lahir" in err


class WhenSomeRowsAreBad:
    def it_answers_the_others_and_names_the_lines(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_text(
            "qid,nama\nQ1,Ramlan Sadewa\nQ2,Sekar Arum,lebih,banyak\nQ3,\nQ4,Sekar Arum Pranowo\n", encoding="utf-8"
        )
        status, out, err = asked(capsys, "--json")
        assert status == 1
        assert [answer["qid"] for answer in json.loads(out)] == ["Q1", "Q3", "Q4"]
        assert "1 baris dilewati karena kolomnya terlalu banyak: baris 3" in err

    def it_reads_mixed_dates_and_says_which_it_could_not(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_text(
            "qid,nama,tahun_lahir\nQ1,Ramlan Sadewa,17/08/1971\nQ2,Ramlan Sadewa,1971-08-17\n"
            "Q3,Ramlan Sadewa,17-08-71\n",
            encoding="utf-8",
        )
        status, out, err = asked(capsys, "--json", "--use", "tahun_lahir")
        assert status == 0
        assert [answer["decision"] for answer in json.loads(out)] == ["CONFIRMABLE", "CONFIRMABLE", "POSSIBLE"]
        assert "1 dari 3 nilai kolom tahun_lahir tidak dapat dibaca dan dianggap tidak diketahui: baris 4" in err

    def it_takes_a_row_that_stands_twice_for_one_person_and_one_number_for_two_people_as_two(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        again = REGISTER.splitlines()[1]
        Path("register.csv").write_text(
            f"{REGISTER}{again}\nR5,RATNA WIRAWAN,PARTAI DAHLIA,1974,ACEH 1\n", encoding="utf-8"
        )
        _status, out, err = asked(capsys, "--json", "--use", "partai,tahun_lahir")
        first = json.loads(out)[0]
        assert (first["decision"], [each["rid"] for each in first["ranked"]].count("R1")) == ("CONFIRMABLE", 1)
        assert "rid R5 ada di baris 6, 10" in err

    def it_reads_a_file_that_is_not_utf_8(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("names.csv").write_bytes("qid,nama\nQ1,Ramlan Sadéwa\n".encode("cp1252"))
        status, out, err = asked(capsys, "--json")
        assert (status, json.loads(out)[0]["ranked"][0]["rid"]) == (0, "R1")
        assert "bukan UTF-8" in err


@pytest.mark.parametrize("pair", ["dapil", "a=b=c", "=dapil", ","])
def test_a_pair_that_is_none_is_a_wrong_call(pair: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["match", "names.csv", "--register", "register.csv", "--map", pair])
    assert stopped.value.code == 2
    assert "bukan pasangan kolom" in capsys.readouterr().err
