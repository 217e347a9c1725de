"""argparse in Indonesian: headings, help and complaints, so that a person who mistypes is answered in one language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

WRONG_CALL = 2

# What argparse says, and how we say it. What is not listed is passed on as it is.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"belum disebut: \1"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"one of the arguments (.+) is required", r"salah satu harus disebut: \1"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 tidak dapat dipakai bersama \2"),
    (r"argument (.+): expected one argument", r"\1 harus diikuti satu nilai"),
    (r"argument (.+): expected at least one argument", r"\1 harus diikuti sedikitnya satu nilai"),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 tidak dikenal; pilihannya \3"),
    (r"argument (.+): invalid int value: (.+)", r"\1: \2 bukan bilangan bulat"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Pakai: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian; a wrong call ends with exit code 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, allow_abbrev=False, **options)
        self._positionals.title = "Masukan"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        self.exit(
            WRONG_CALL,
            f"{self.prog}: perintah tidak dapat dijalankan: {in_indonesian(message)}\n"
            f"Lihat cara pakainya dengan `{self.prog} --help`.\n",
        )


def in_indonesian(message: str) -> str:
    """The complaint of argparse in Indonesian, or as it came."""
    for pattern, words in _COMPLAINTS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, words, message, flags=re.DOTALL)
    return message


def a_day(text: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} bukan tanggal; tulis TTTT-BB-HH, misalnya 2024-09-03") from None


def a_month(text: str) -> date:
    """A month as YYYY-MM, by its first day."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} bukan bulan; tulis TTTT-BB, misalnya 2024-09") from None


def a_day_or_moment(text: str) -> date:
    """A day, or a moment for terms that are counted in hours."""
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} bukan tanggal; tulis TTTT-BB-HH (2024-09-03), atau 2024-09-03T14:30 untuk tenggat per jam"
        ) from None


def a_port(text: str) -> int:
    """A TCP port."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} bukan nomor port; tulis bilangan 1 sampai 65535")
    return int(text)


def a_count(text: str) -> int:
    """A whole number of at least one."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} harus bilangan bulat, sedikitnya 1")
    return int(text)


def a_file(text: str) -> Path:
    """A path to a file that exists."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"berkas {text!r} tidak ada")
    return path
