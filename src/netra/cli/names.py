"""`netra names`: the index by which people are found by name."""

from __future__ import annotations

from netra.cli.instance import inside
from netra.cli.parser import Parser


def names_arguments(parser: Parser) -> None:
    acts = parser.add_subparsers(title="Tindakan", metavar="TINDAKAN", required=True, dest="act")
    rebuild = acts.add_parser(
        "rebuild", help="membangun ulang indeks nama; yang lama tetap menjawab, dan yang terhenti dilanjutkan"
    )
    rebuild.add_argument("--demo", action="store_true", help="memakai instans demo")
    rebuild.set_defaults(run=inside("names", "rebuild"))
