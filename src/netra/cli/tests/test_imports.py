"""`netra import`: a dry run, the writing, the file of rejected rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from netra.cli.main import main

AGENCIES = "Kode Instansi;Nama Instansi;Jenis Instansi;Kode Wilayah\n"
GOOD = "CONTOH-KOTA;Pemerintah Kota Contoh (contoh);Kota;15.71\n"
BAD = "CONTOH-RUSAK;;Kota;15.71\n"


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # The tests have entered their own instance already; the command must not choose another one.
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))
    file = tmp_path / "agencies.csv"
    file.write_text(AGENCIES + GOOD + BAD, encoding="utf-8")
    return file


@pytest.mark.django_db
class WhenAgenciesAreImported:
    def it_writes_nothing_in_a_dry_run(self, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["import", "agencies", str(sheet), "--dry-run"]) == 1
        assert main(["import", "agencies", str(sheet), "--dry-run"]) == 1
        words = "\n".join(capsys.readouterr().out.splitlines()[-3:])
        assert "Uji coba, tidak ada yang ditulis." in words
        assert "2 baris: 1 baru, 0 berubah, 0 tetap, 1 ditolak." in words
        assert "baris 3 ditolak" in words

    def it_changes_nothing_the_second_time(self, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
        sheet.write_text(AGENCIES + GOOD, encoding="utf-8")
        assert main(["import", "agencies", str(sheet)]) == 0
        assert "1 baru, 0 berubah, 0 tetap" in capsys.readouterr().out
        assert main(["import", "agencies", str(sheet)]) == 0
        assert "0 baru, 0 berubah, 1 tetap" in capsys.readouterr().out

    @pytest.mark.parametrize("name", ["rejected.csv", "rejected.xlsx"])
    def it_writes_the_rejected_rows_where_it_is_told(self, name: str, sheet: Path) -> None:
        target = sheet.with_name(name)
        assert main(["import", "agencies", str(sheet), "--rejected", str(target)]) == 1
        assert target.stat().st_size > 0

    def it_says_why_the_rejected_rows_cannot_be_written(self, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
        target = sheet.parent / "no-such-folder" / "rejected.csv"
        assert main(["import", "agencies", str(sheet), "--rejected", str(target)]) == 2
        assert "tidak dapat ditulis" in capsys.readouterr().err

    def it_refuses_a_file_without_the_columns_it_needs(self, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
        sheet.write_text("a;b\n1;2\n", encoding="utf-8")
        assert main(["import", "agencies", str(sheet)]) == 1
        assert capsys.readouterr().err.startswith("netra: ")
