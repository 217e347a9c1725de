"""`netra link`: which lines of a party list may be somebody of the register, for review, never as an accusation."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from netra.cli.later import later
from netra.cli.parser import Parser, a_count, a_file

DATABASE = "database"
ENGINES = ("duckdb", "spark")


def link_arguments(parser: Parser) -> None:
    parser.add_argument("file", type=a_file, metavar="DAFTAR", help="daftar anggota partai: CSV atau Parquet")
    parser.add_argument(
        "--register",
        type=a_register,
        required=True,
        metavar="BERKAS",
        help="register pegawai: CSV atau Parquet, atau kata database untuk register instans ini",
    )
    parser.add_argument("--demo", action="store_true", help="dengan --register database: memakai instans demo")
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--json", action="store_true", help="daftar periksa untuk mesin, sebagai JSON")
    told.add_argument("--csv", type=Path, metavar="BERKAS", help="tulis daftar periksa sebagai CSV, hanya untuk Anda")
    parser.add_argument(
        "--engine", choices=ENGINES, default=ENGINES[0], help="mesin hitung: duckdb (bawaan) atau spark"
    )
    parser.add_argument("--processes", type=a_count, default=2, metavar="N", help="proses untuk membaca nama (2)")
    parser.add_argument("--memory", type=a_size, default="8GB", metavar="N", help="memori untuk mesin hitung (8GB)")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="tempat berkas sementara, yang dihapus sesudahnya")
    parser.set_defaults(run=later("netra.cli.link_file", "link"))


def a_register(text: str) -> Path | str:
    """A file, or the word for the register of the instance."""
    return DATABASE if text == DATABASE else a_file(text)


def a_size(text: str) -> str:
    """An amount of memory such as 8GB or 500MB."""
    if not re.fullmatch(r"[1-9]\d*(MB|GB)", text):
        raise argparse.ArgumentTypeError(f"{text!r} bukan ukuran memori; tulis misalnya 8GB atau 500MB")
    return text
