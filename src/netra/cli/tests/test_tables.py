"""A command on an instance that is not prepared, only half, or too old, says so and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db.migrations.recorder import MigrationRecorder

from netra.cli.inside.readiness import make_tables
from netra.cli.instance import InstanceError, make_secrets
from netra.cli.main import main
from netra.cli.tests.test_instance import python

COMMANDS = [
    ("import", "agencies", "instansi.csv", "--dry-run"),
    ("reset-password", "siapa"),
    ("statistics", "verify"),
    ("trail", "verify"),
]


def a_sheet(folder: Path) -> None:
    columns = "Kode Instansi;Nama Instansi;Jenis Instansi;Kode Wilayah\n"
    (folder / "instansi.csv").write_text(columns, encoding="utf-8")


@pytest.mark.parametrize("words", COMMANDS[:2], ids=lambda words: words[0])
def test_an_instance_without_tables_is_named_in_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    make_secrets({}, tmp_path / "var")
    (tmp_path / "instansi.csv").write_text(
        "Kode Instansi;Nama Instansi;Jenis Instansi;Kode Wilayah\n", encoding="utf-8"
    )
    done = python("-m", "netra.cli", *words, folder=tmp_path)
    assert done.returncode == 2
    assert "Basis data belum disiapkan" in done.stderr and "netra setup" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_an_instance_that_is_still_being_prepared_answers_no_half_truth(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # The tests have entered their own instance already; the command must not choose another one.
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    a_sheet(tmp_path)
    MigrationRecorder.Migration.objects.get(app="insight", name="0002_rows_kept").delete()
    assert main(words) == 2
    said = capsys.readouterr()
    assert "Basis data belum disiapkan" in said.err
    assert said.out == ""


@pytest.mark.django_db
class WhenAnInstanceIsOlderThanTheTablesInOneStep:
    """Until 30 November 2026 the tables came in 125 steps; the last one of the cases was of that day."""

    def it_goes_on_where_it_had_taken_all_of_them(self, tmp_path: Path) -> None:
        MigrationRecorder.Migration.objects.filter(name="0001_tables").delete()
        make_tables(tmp_path)
        assert MigrationRecorder.Migration.objects.filter(app="cases", name="0001_tables").exists()

    def it_is_told_what_to_do_first_where_it_had_not(self, tmp_path: Path) -> None:
        MigrationRecorder.Migration.objects.filter(name__in=("0001_tables", "0032_servant_left")).delete()
        with pytest.raises(InstanceError, match=r"sebelum 30 November 2026.*netra setup.*demo --fresh"):
            make_tables(tmp_path)
