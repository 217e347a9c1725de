"""The command line as people meet it: help, mistypings, and the languages of both."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netra.cli.main import COMMANDS, main, netra_parser
from netra.cli.parser import in_indonesian


def wrong(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    return capsys.readouterr().err


def it_lists_every_command_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    words = capsys.readouterr().out
    assert ended.value.code == 0
    assert [name for name in COMMANDS if name not in words] == []
    assert "Pakai: netra" in words


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_explains_itself_in_indonesian(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    words = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"Pakai: netra {name}" in words
    assert "tampilkan bantuan ini" in words
    assert "show this help" not in words and "options:" not in words


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ([], "belum disebut: PERINTAH"),
        (["asses"], "'asses' tidak dikenal; pilihannya"),
        (["assess"], "belum disebut: BERKAS"),
        (["serve", "--prot", "8000"], "tidak dikenal: --prot 8000"),
        (["demo", "--port", "0"], "--port: '0' bukan nomor port"),
        (["demo", "--port"], "--port harus diikuti satu nilai"),
        (["demo", "--workers", "nol"], "--workers: 'nol' harus bilangan bulat"),
        (["import", "people", "x.csv"], "JENIS: 'people' tidak dikenal; pilihannya"),
        (["import", "agencies", "no-such-file.csv"], "berkas 'no-such-file.csv' tidak ada"),
        (["reset-password"], "belum disebut: PENGGUNA"),
        (["trail"], "belum disebut: TINDAKAN"),
        (["trail", "verify", "--known-root", "2026-01-01=abc"], "tulis HARI=AKAR"),
        (["why-date", "delivery", "--from", "14-07-2026"], "'14-07-2026' bukan tanggal; tulis TTTT-BB-HH"),
        (["why-date"], "belum disebut: ATURAN, --from TANGGAL"),
    ],
)
def test_a_mistyped_command_is_answered_in_indonesian(
    words: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer in wrong(words, capsys)


def test_an_abbreviated_option_is_refused_because_it_may_mean_another_one_tomorrow(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "tidak dikenal: --fre" in wrong(["demo", "--fre"], capsys)


def test_a_complaint_that_we_do_not_know_is_passed_on() -> None:
    assert in_indonesian("something new") == "something new"


def test_the_parser_can_be_built_twice() -> None:
    assert netra_parser().parse_args(["setup"]).command == netra_parser().parse_args(["setup"]).command


class WhenAQuestionOfLawIsAsked:
    def it_loads_neither_django_nor_a_database(self) -> None:
        script = (
            "import sys; from netra.cli.main import main; main(['why-date', '--list']);"
            "sys.exit('django.db' in sys.modules or 'django.conf' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0

    def it_needs_no_secret_and_no_folder(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "netra.cli", "why-date", "--list"],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={},
        )
        assert done.returncode == 0, done.stderr
        assert "discipline_in_force" in done.stdout
        assert list(tmp_path.iterdir()) == []

    def it_answers_before_one_has_put_the_cup_down(self) -> None:
        before = os.times()
        subprocess.run([sys.executable, "-m", "netra.cli", "why-date", "--list"], capture_output=True, check=True)
        worked = os.times().children_user - before.children_user
        assert worked < 3  # 0.2 s of work on a quiet machine; the limit only catches a door gone heavy
