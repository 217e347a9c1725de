"""`netra statistics`: the public figures of a month, published once, corrected openly, checked against the trail."""

from __future__ import annotations

from netra.cli.instance import inside
from netra.cli.parser import Parser, a_month


def statistics_arguments(parser: Parser) -> None:
    acts = parser.add_subparsers(title="Tindakan", metavar="TINDAKAN", required=True, dest="act")
    _publish(acts.add_parser("publish", help="menerbitkan bulan yang sudah selesai; aman dijalankan kapan saja"))
    _correct(acts.add_parser("correct", help="menerbitkan hitungan ulang suatu bulan, dengan alasan yang dibaca umum"))
    _verify(acts.add_parser("verify", help="membandingkan setiap terbitan dengan jejak"))


def _publish(parser: Parser) -> None:
    _demo(parser)
    parser.set_defaults(run=inside("statistics", "publish"))


def _correct(parser: Parser) -> None:
    parser.add_argument("month", type=a_month, metavar="BULAN", help="bulan yang dikoreksi, misalnya 2024-09")
    parser.add_argument("--reason", required=True, metavar="ALASAN", help="mengapa; tampil di halaman statistik")
    _demo(parser)
    parser.set_defaults(run=inside("statistics", "correct"))


def _verify(parser: Parser) -> None:
    _demo(parser)
    parser.set_defaults(run=inside("statistics", "verify"))


def _demo(parser: Parser) -> None:
    parser.add_argument("--demo", action="store_true", help="memakai instans demo")
