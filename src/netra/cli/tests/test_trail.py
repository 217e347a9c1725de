"""`netra trail`: the database and the exported file are checked, a day is closed, a change is found."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netra.cli.instance import make_secrets
from netra.cli.main import main
from netra.trust import trail
from netra.trust.actors import SystemActor

AT = datetime(2024, 10, 15, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_other_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests have entered their own instance already; the command must not choose another one."""
    monkeypatch.setenv("NETRA_DATA_DIR", str(tmp_path))


@pytest.fixture
def written(db: None) -> None:
    for number in range(3):
        trail.record(
            chain="house",
            verb="registry.agency_save",
            by=SystemActor("test"),
            at=AT,
            subject="agency",
            payload={"agency": f"CONTOH-{number}"},
        )


@pytest.fixture
def exported(written: None, tmp_path: Path) -> Path:
    file = tmp_path / "trail.jsonl"
    assert main(["trail", "export", "--output", str(file)]) == 0
    return file


@pytest.mark.usefixtures("written")
def test_an_untouched_trail_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "verify"]) == 0
    assert "Tidak ditemukan perubahan: 3 peristiwa, 1 rantai" in capsys.readouterr().out


def test_an_exported_file_is_checked_by_itself(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "verify", str(exported)]) == 0
    assert "Tidak ditemukan perubahan: 3 peristiwa, 1 rantai" in capsys.readouterr().out


def test_a_changed_line_of_an_exported_file_is_found(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = exported.read_text(encoding="utf-8")
    exported.write_text(text.replace("CONTOH-1", "CONTOH-9"), encoding="utf-8")
    capsys.readouterr()
    assert main(["trail", "verify", str(exported)]) == 1
    assert "TIDAK UTUH" in capsys.readouterr().out


def test_nobody_is_told_that_all_is_unchanged_when_nothing_was_kept_elsewhere(
    written: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trail", "verify"]) == 0
    out = capsys.readouterr().out
    assert "Utuh" not in out and "tidak ada yang berubah" not in out
    assert "Belum terbukti: bahwa seluruhnya tidak pernah ditulis ulang." in out
    assert "sebab belum ada akar harian" in out


def test_a_published_root_is_demanded_from_an_exported_file_too(
    written: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = trail.close_day(AT.date(), AT).root
    file = tmp_path / "trail.jsonl"
    assert main(["trail", "export", "--output", str(file)]) == 0
    assert main(["trail", "verify", str(file), "--known-root", f"2024-10-15={root}"]) == 0
    assert "Utuh: 4 peristiwa" in capsys.readouterr().out
    assert main(["trail", "verify", str(file), "--known-root", f"2024-10-15={'0' * 64}"]) == 1
    assert "lain dari yang diumumkan" in capsys.readouterr().out
    assert main(["trail", "verify", str(file), "--known-root", f"2024-10-16={root}"]) == 1
    assert "2024-10-16 pernah diumumkan, tetapi tidak ada" in capsys.readouterr().out


def test_a_database_without_tables_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netra.cli", "trail", "verify", "--demo"],
        cwd=tmp_path,
        env={"NETRA_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Jalankan `netra setup`" in done.stderr and "Traceback" not in done.stderr


def test_an_exported_file_is_checked_where_there_is_no_instance_at_all(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "netra.cli", "trail", "verify", str(exported)],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Tidak ditemukan perubahan: 3 peristiwa" in done.stdout
    assert list(folder.iterdir()) == []


def test_an_exported_file_is_checked_beside_a_real_instance_and_nothing_of_it_is_read(
    exported: Path, tmp_path: Path
) -> None:
    instance = tmp_path / "instance"
    make_secrets({"NETRA_DATA_DIR": str(instance)}, instance)
    before = sorted(instance.rglob("*"))
    unreadable = {"NETRA_SECRET_KEY_FILE": "/run/secrets/not-for-you", "NETRA_DATABASE": "not a database"}
    for environment in ({}, unreadable):
        done = subprocess.run(
            [sys.executable, "-m", "netra.cli", "trail", "verify", str(exported)],
            cwd=tmp_path,
            env={"NETRA_DATA_DIR": str(instance), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Tidak ditemukan perubahan: 3 peristiwa" in done.stdout
    assert sorted(instance.rglob("*")) == before


@pytest.mark.usefixtures("written")
def test_the_trail_goes_to_standard_output_when_no_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "export"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5  # opening, three events, closing


def test_a_trail_that_cannot_be_written_leaves_no_half_file(
    written: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trail", "export", "--output", str(tmp_path / "no-such-folder" / "trail.jsonl")]) == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.usefixtures("written")
def test_a_closed_day_prints_its_root_and_a_published_root_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "close-day", "--day", "2024-10-15"]) == 0
    root = capsys.readouterr().out.strip()
    assert root.startswith("2024-10-15=")
    assert main(["trail", "verify", "--known-root", root]) == 0
    out = capsys.readouterr().out
    # Three acts of the register, and that the day was closed.
    assert "Utuh: 4 peristiwa" in out and "15 Oktober 2024 sama dengan saat akar itu diumumkan" in out
    capsys.readouterr()
    assert main(["trail", "verify", "--known-root", f"2024-10-15={'0' * 64}"]) == 1
    assert "lain dari yang diumumkan" in capsys.readouterr().out


@pytest.mark.usefixtures("written")
def test_a_chain_that_is_not_there_is_no_empty_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "trail.jsonl"
    assert main(["trail", "export", "--chain", "PKR-2026-SALAH", "--output", str(file)]) == 2
    said = capsys.readouterr().err
    assert "PKR-2026-SALAH tidak ada" in said and "case:PKR-" in said
    assert not file.exists()


@pytest.mark.usefixtures("written")
def test_who_gets_the_file_is_told_how_to_check_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "trail.jsonl"
    assert main(["trail", "export", "--chain", "house", "--output", str(file)]) == 0
    said = capsys.readouterr().out
    assert "3 peristiwa" in said and f"netra trail verify {file}" in said


@pytest.mark.usefixtures("written")
def test_how_a_published_root_is_compared_is_told_where_none_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "verify"]) == 0
    assert "--known-root HARI=AKAR" in capsys.readouterr().out


def test_an_empty_trail_is_not_called_unchanged(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trail", "verify"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Tidak ada yang diperiksa: 0 peristiwa") and "Terbukti" not in said
