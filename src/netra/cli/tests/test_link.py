"""`netra link` with lists as parties and offices keep them. All names are invented."""

from __future__ import annotations

import csv
import errno
import json
import os
import signal
import stat
from pathlib import Path

import duckdb
import pytest

from netra.cli import linking
from netra.cli.main import main

REGISTER = """rid,nama,nip,wilayah,nik
R1,"MUHAMMAD RAMLAN SADEWA, S.T. (contoh)",198005122005031001,Kota Jambi,
R2,SEKAR MELATI (contoh),198503022010032001,Kab. Batanghari,
R3,SEKAR MELATI (contoh),197107302010032001,Kab. Merangin,
R4,"GALIH LAKSANA, S.E. (contoh)",196906172010031001,Kota Jambi,1571011706690002
R5,RATIH WIRAWAN (contoh),199001012015032001,Kota Jambi,1571014101900001
R6,HENDRA PRAKOSO (contoh),198211232009031001,Kab. Bungo,
R7,ARUM PRANOWO (contoh),197703042009032001,Kab. Tebo,1509014403770001
R8,LESTARI PRANOWO (contoh),197703042009032002,Kab. Tebo,1509014403770001
"""
PARTY = """nama,nik,tanggal_lahir,jenis_kelamin,kabupaten_kota,partai
H. Moh. Ramlan Sadewa,,12-05-1980,L,Kota Jambi,MAWAR
Sekar Melati,,,,,MAWAR
Galih Laksono,1571011706690002,17 Juni 1969,L,Kota Jambi,MAWAR
Yosafat Manurung,1571014101900001,1990-01-01,P,Kota Jambi,MAWAR
Hendra Prakoso,,2982-11-23,L,Kab. Bungo,MAWAR
Arum Pranowo,1509014403770001,1977-03-04,P,Kab. Tebo,MAWAR
Wahyu Kencana,1571011205550009,1955-05-12,L,Kota Jambi,MAWAR
"""


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("register.csv").write_text(REGISTER, encoding="utf-8")
    Path("party.csv").write_text(PARTY, encoding="utf-8")


def asked(capsys: pytest.CaptureFixture[str], *more: str, party: str = "party.csv") -> tuple[int, str, str]:
    status = main(["link", party, "--register", "register.csv", *more])
    told = capsys.readouterr()
    return status, told.out, told.err


def written(text: str, name: str = "party.csv") -> None:
    Path(name).write_text(text, encoding="utf-8")


class WhenAListIsReviewed:
    def it_tells_who_may_be_meant_and_why(self, capsys: pytest.CaptureFixture[str]) -> None:
        status, out, _err = asked(capsys, "--json")
        entries = {entry["source"]["line"]: entry for entry in json.loads(out)["entries"]}
        assert status == 0
        assert {line: (entry["decision"], entry["suggested"][0]["rid"]) for line, entry in entries.items()} == {
            2: ("CONFIRMABLE", "R1"),
            4: ("CONFIRMABLE", "R4"),
            5: ("POSSIBLE", "R5"),
            6: ("POSSIBLE", "R6"),
            7: ("POSSIBLE", "R7"),
        }
        assert entries[2]["source"] == {"file": "party.csv", "line": 2}
        assert entries[2]["party"] == "MAWAR"
        assert "tanggal lahir sama" in entries[2]["suggested"][0]["for"]
        assert entries[4]["suggested"][0]["for"][0] == "NIK sama"

    def it_shows_one_nik_of_two_people_and_one_of_another_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        entries = {entry["source"]["line"]: entry for entry in json.loads(asked(capsys, "--json")[1])["entries"]}
        assert "NIK ini dipakai 2 orang di register" in entries[7]["suggested"][0]["conflicts"]
        assert {one["rid"] for one in entries[7]["suggested"]} == {"R7", "R8"}
        assert entries[5]["suggested"][0]["conflicts"][0].startswith("NIK sama, tetapi namanya lain")

    def it_says_first_that_it_accuses_nobody_and_what_to_do(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = asked(capsys)[1]
        assert out.startswith("INI BUKAN TUDUHAN DAN BUKAN BUKTI KEANGGOTAAN.")
        assert "klarifikasi kepada yang bersangkutan" in out
        assert json.loads(asked(capsys, "--json")[1])["notice"].startswith("INI BUKAN TUDUHAN")

    def it_writes_a_sheet_that_only_its_owner_reads(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert asked(capsys, "--csv", "review.csv")[0] == 0
        assert stat.S_IMODE(Path("review.csv").stat().st_mode) == 0o600
        rows = list(csv.reader(Path("review.csv").read_text(encoding="utf-8-sig").splitlines()))
        assert rows[0][0].startswith("INI BUKAN TUDUHAN")
        assert rows[2][:6] == ["berkas", "baris", "nama", "partai", "keputusan", "rid"]
        assert rows[3][:6] == ["party.csv", "2", "H. Moh. Ramlan Sadewa", "MAWAR", "CONFIRMABLE", "R1"]

    def it_writes_over_no_file_and_says_so_first(self, capsys: pytest.CaptureFixture[str]) -> None:
        before = Path("register.csv").read_bytes()
        for sheet, told in (("register.csv", "sudah ada dan tidak ditimpa"), ("nowhere/review.csv", "tidak ada")):
            status, out, err = asked(capsys, "--csv", sheet)
            assert (status, out) == (2, "")
            assert told in err
        assert Path("register.csv").read_bytes() == before

    def it_says_when_memory_or_disk_did_not_suffice(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_given: object, **_more: object) -> None:
            raise duckdb.OutOfMemoryException("could not allocate")

        monkeypatch.setattr("netra.cli.linking.weigh_pairs", full)
        status, _out, err = asked(capsys)
        assert status == 2
        assert "--memory" in err and "Tidak ada yang tersimpan" in err

    def it_says_when_the_disk_is_full(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_given: object, **_more: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("netra.cli.linking.prepare_both", full)
        status, _out, err = asked(capsys)
        assert status == 2
        assert "Berkas sementara tidak dapat ditulis" in err and "--work" in err

    def it_removes_its_files_when_somebody_ends_it(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        def ended(*_given: object, **_more: object) -> None:
            os.kill(os.getpid(), signal.SIGTERM)

        (tmp_path / "work").mkdir()
        monkeypatch.setattr("netra.cli.linking.weigh_pairs", ended)
        with pytest.raises(SystemExit) as end:
            main(["link", "party.csv", "--register", "register.csv", "--work", "work"])
        assert (end.value.code, list((tmp_path / "work").iterdir())) == (143, [])

    def it_opens_no_name_as_a_formula(self, capsys: pytest.CaptureFixture[str]) -> None:
        written("nama,tanggal_lahir,kabupaten_kota\n=Ramlan Sadewa,12-05-1980,Kota Jambi\n")
        asked(capsys, "--csv", "review.csv")
        assert "2,'=Ramlan Sadewa," in Path("review.csv").read_text(encoding="utf-8-sig")

    def it_keeps_nothing_else(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "work").mkdir()
        asked(capsys, "--work", "work")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["party.csv", "register.csv", "work"]
        assert list((tmp_path / "work").iterdir()) == []

    def it_reads_parquet_as_well(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("party", "register"):
            duckdb.read_csv(f"{name}.csv", all_varchar=True).write_parquet(f"{name}.parquet")
        assert main(["link", "party.parquet", "--register", "register.parquet", "--json"]) == 0
        entries = json.loads(capsys.readouterr().out)["entries"]
        assert [entry["source"]["line"] for entry in entries] == [1, 3, 4, 5, 6]


class WhenSomethingIsWrongInAFile:
    def it_is_told_with_its_line_and_the_rest_is_answered(self, capsys: pytest.CaptureFixture[str]) -> None:
        written(
            "nama,nik,tanggal_lahir,kabupaten_kota\n"
            "Ramlan Sadewa,15710112O5800001,12-05-1980,Kota Jambi\n"
            "محمد,,12-05-1980,Kota Jambi\n"
            ",,,\n"
            "Drs. H.,,,\n"
            f"{'Arum ' * 2000},1509014403770001,04/03/1977,Bandung\n"
            "Galih Laksana,1571011706690002,05/23/1969,Kota Jambi\n"
            "Galih Laksana,1571011706690002,17-06-1969,Kota Jambi\n"
        )
        status, out, err = asked(capsys, "--json")
        read = json.loads(out)["read"]["list"]
        assert status == 1
        assert {fault["fault"]: fault["lines"] for fault in read["faults"]} == {
            "NIK": [2],
            "NOT_LATIN": [3],
            "NO_NAME": [5],
            "NAME_TOO_LONG": [6],
            "REGION": [6],
            "BIRTH": [7],
            "NOTHING_TO_COMPARE": [3, 5],
        }
        assert "baris 3, 5" in err and "baris ini tidak dicari" in err
        entries = {entry["source"]["line"]: entry for entry in json.loads(out)["entries"]}
        assert sorted(entries) == [2, 6, 7, 8]
        # The same person on two lines: both are shown, and each tells of the other.
        assert entries[7]["note"] == entries[8]["note"] == "NIK dan nama ini ada di 2 baris daftar."

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("nik,partai\n1,MAWAR\n", "tidak ada kolom nama"),
            ("nama,nik\n157101,Ramlan\n157102,Sekar\n157103,Galih\n", "kolom nama tidak berisi nama: 3 dari 3"),
            ("nama,nik\nRamlan,Jambi\nSekar,Jambi\nGalih,Jambi\n", "kolom NIK tidak berisi NIK: 3 dari 3"),
            ("nama,tanggal_lahir\nRamlan,L\nSekar,P\n", "kolom tanggal lahir tidak berisi tanggal lahir: 2 dari 2"),
            ("nama,nik\n", "tidak ada baris di bawah judul kolom"),
            ("", "berkas kosong"),
            ("nama,nik,nama\nRamlan,,\n", "judul kolom nama ada dua kali"),
            ("nama,nik\nRamlan,1,2,3\nSekar,1,2,3\n", "judul kolom tidak cocok dengan isinya"),
            ('nama,nik\nRamlan,\n"Sekar,\nGalih,\n', "tanda kutip yang dibuka di baris 3 tidak pernah ditutup"),
            ("PK\x03\x04", "berkas Excel atau ZIP"),
            ("PAR1 and then nothing", "bukan Parquet yang utuh"),
        ],
    )
    def it_refuses_a_file_whose_heading_lies(self, capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
        written(text)
        status, out, err = asked(capsys)
        assert (status, out) == (2, "")
        assert told in err

    def it_skips_a_row_with_too_many_cells_and_names_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        written("nama,nik\nRamlan Sadewa,\nSekar,1,2,3\nGalih Laksana,1571011706690002\n")
        status, out, err = asked(capsys, "--json")
        assert (status, json.loads(out)["read"]["list"]["rejected"]) == (1, [3])
        assert "1 baris dilewati karena kolomnya terlalu banyak (baris 3)" in err

    @pytest.mark.parametrize(
        ("lacking", "engine", "extra"), [("splink", "duckdb", "linkage"), ("pyspark", "spark", "linkage-spark")]
    )
    def it_says_how_the_extra_is_installed(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        lacking: str,
        engine: str,
        extra: str,
    ) -> None:
        monkeypatch.setattr("netra.cli.link_file.find_spec", lambda name: None if name == lacking else name)
        status, _out, err = asked(capsys, "--engine", engine)
        assert status == 2
        assert f"membutuhkan {lacking}, " in err and f"pip install '.[{extra}]'" in err

    def it_tells_no_amount_of_memory_without_its_unit(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["link", "party.csv", "--register", "register.csv", "--memory", "8"])
        assert "tulis misalnya 8GB atau 500MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written_region", "code"),
    [("Kota Jambi", "15.71"), ("1571", "15.71"), ("15.71", "15.71"), ("Jambi", ""), ("Atlantis", ""), ("Bali", "51")],
)
def it_reads_a_region_or_leaves_it_unknown(written_region: str, code: str) -> None:
    assert linking.region_code(written_region) == code
