"""`netra reset-password`: the way back in for an administrator whom nobody else can help."""

from __future__ import annotations

from netra.cli.instance import inside
from netra.cli.parser import Parser


def reset_arguments(parser: Parser) -> None:
    parser.add_argument("username", metavar="PENGGUNA", help="nama pengguna administrator itu")
    parser.add_argument("--demo", action="store_true", help="memakai instans demo")
    parser.set_defaults(run=inside("passwords", "reset"))
