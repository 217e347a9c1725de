"""A command on an instance that is not prepared, or only half, says so and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db.migrations.recorder import MigrationRecorder

from netra.cli.instance import make_secrets
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
    MigrationRecorder.Migration.objects.order_by("-pk")[0].delete()
    assert main(words) == 2
    said = capsys.readouterr()
    assert "Basis data belum disiapkan" in said.err
    assert said.out == ""
