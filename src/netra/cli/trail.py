"""`netra trail`: is anything in the trail other than it was written, and the trail as a file for others to check."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from netra.cli.instance import inside
from netra.cli.parser import Parser, a_day, a_file


def trail_arguments(parser: Parser) -> None:
    acts = parser.add_subparsers(title="Tindakan", metavar="TINDAKAN", required=True, dest="act")
    _verify(acts.add_parser("verify", help="memeriksa basis data, atau berkas ekspor tanpa basis data"))
    _export(acts.add_parser("export", help="menulis seluruh jejak, satu baris JSON per peristiwa"))
    _close_day(acts.add_parser("close-day", help="membuat akar harian untuk dicetak atau diumumkan"))


def _verify(parser: Parser) -> None:
    parser.add_argument("file", nargs="?", type=a_file, metavar="BERKAS", help="berkas ekspor; bawaan: basis data")
    parser.add_argument(
        "--known-root",
        action="append",
        default=[],
        type=a_root,
        metavar="HARI=AKAR",
        help="akar harian yang pernah diumumkan; boleh lebih dari satu",
    )
    _demo(parser)
    parser.set_defaults(run=lambda options: inside("trail", "verify", alone=options.file is not None)(options))


def _export(parser: Parser) -> None:
    parser.add_argument("--output", type=Path, metavar="BERKAS", help="berkas tujuan; bawaan: keluaran baku")
    parser.add_argument("--chain", action="append", metavar="RANTAI", help="hanya rantai ini, misalnya case:PKR-…")
    _demo(parser)
    parser.set_defaults(run=inside("trail", "export"))


def _close_day(parser: Parser) -> None:
    parser.add_argument("--day", type=a_day, metavar="HARI", help="hari yang ditutup; bawaan: kemarin")
    _demo(parser)
    parser.set_defaults(run=inside("trail", "close"))


def _demo(parser: Parser) -> None:
    parser.add_argument("--demo", action="store_true", help="memakai instans demo")


def a_root(text: str) -> tuple[date, str]:
    """A published daily root as DAY=ROOT."""
    day, _sep, root = text.partition("=")
    if not re.fullmatch(r"[0-9a-f]{64}", root):
        raise ArgumentTypeError(
            f"{text!r}: tulis HARI=AKAR seperti dicetak `netra trail close-day`, dengan akar 64 angka heksadesimal"
        )
    return a_day(day), root
