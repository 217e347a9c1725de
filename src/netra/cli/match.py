"""`netra match`: who the names in a file may be in a register, answered without database, secrets or Django."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from netra.cli.later import later
from netra.cli.parser import Parser, a_count, a_file


def match_arguments(parser: Parser) -> None:
    parser.add_argument("file", type=a_file, metavar="BERKAS", help="CSV dengan kolom qid dan nama")
    parser.add_argument("--register", type=a_file, required=True, metavar="CSV", help="CSV dengan kolom rid dan nama")
    parser.add_argument(
        "--use",
        action=_Extend,
        type=columns,
        default=[],
        metavar="KOLOM,…",
        help="kolom di kedua berkas yang boleh dilihat di samping nama, misalnya partai,tahun_lahir",
    )
    parser.add_argument(
        "--map",
        action=_Extend,
        type=pairs,
        default=[],
        metavar="A=B",
        help="kolom A dalam BERKAS dibandingkan dengan kolom B dalam register",
    )
    parser.add_argument("--limit", type=a_count, default=10, metavar="N", help="orang per nama paling banyak (10)")
    parser.add_argument("--json", action="store_true", help="jawaban untuk mesin, sebagai JSON")
    parser.set_defaults(run=later("netra.cli.match_file", "match"))


class _Extend(argparse.Action):
    """Values of an option that may be given several times, gathered in a list of its own."""

    def __call__(
        self, parser: argparse.ArgumentParser, options: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        setattr(options, self.dest, [*getattr(options, self.dest), *values])


def columns(text: str) -> Sequence[str]:
    """Names of columns between commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def pairs(text: str) -> Sequence[tuple[str, str]]:
    """Pairs of columns, `a=b`, between commas."""
    found = [tuple(part.strip() for part in pair.split("=")) for pair in columns(text)]
    if not found or any(len(pair) != 2 or not all(pair) for pair in found):
        raise argparse.ArgumentTypeError(f"{text!r} bukan pasangan kolom; tulis A=B, misalnya dapil_slug=dapil")
    return [(pair[0], pair[1]) for pair in found]
