"""`netra copies`: the index by which reports are found whose text was copied."""

from __future__ import annotations

from netra.cli.instance import inside
from netra.cli.parser import Parser


def copies_arguments(parser: Parser) -> None:
    acts = parser.add_subparsers(title="Tindakan", metavar="TINDAKAN", required=True, dest="act")
    rebuild = acts.add_parser(
        "rebuild", help="memasukkan laporan yang belum ada ke dalam indeks; yang terhenti dilanjutkan"
    )
    rebuild.add_argument("--all", action="store_true", help="membaca ulang semua laporan")
    rebuild.add_argument("--demo", action="store_true", help="memakai instans demo")
    rebuild.set_defaults(run=inside("copies", "rebuild"))
