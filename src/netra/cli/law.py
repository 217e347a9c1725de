"""`netra assess`, `netra gap`, `netra why-date`: questions of law, answered without database, secrets or Django."""

from __future__ import annotations

from argparse import Namespace

from netra.cli.later import later
from netra.cli.parser import Parser, a_day_or_moment


def assess_arguments(parser: Parser) -> None:
    _records_file(parser)
    parser.set_defaults(run=later("netra.cli.law_file", "assess"))


def gap_arguments(parser: Parser) -> None:
    _records_file(parser)
    parser.set_defaults(run=later("netra.cli.law_file", "gap"))


def _records_file(parser: Parser) -> None:
    parser.add_argument("file", metavar="BERKAS", help="daftar catatan perbuatan, YAML atau JSON")
    _json(parser)


def why_date_arguments(parser: Parser) -> None:
    parser.add_argument("rule", nargs="?", metavar="ATURAN", help="kunci aturan, misalnya discipline_in_force")
    parser.add_argument("--list", action="store_true", help="tampilkan kunci dan nama semua aturan")
    parser.add_argument(
        "--from", dest="start", type=a_day_or_moment, metavar="TANGGAL", help="hari mulai dihitung, misalnya 2026-07-14"
    )
    parser.add_argument("--regime", metavar="REZIM", help="rezim disiplin: DISC-53 atau DISC-94")
    parser.add_argument("--level", metavar="TINGKAT", help="tingkat hukuman: LIGHT, MODERATE, SEVERE, atau TERMINATION")
    parser.add_argument(
        "--imposed-by", metavar="PEJABAT", help="yang menjatuhkan: APPOINTING_AUTHORITY (PPK) atau OFFICIAL"
    )
    parser.add_argument(
        "--penalty",
        metavar="HUKUMAN",
        help="hukuman sedang: increment_delay_1y, promotion_delay_1y, rank_demotion_1y, atau agency_moderate_rule",
    )
    parser.add_argument("--election-kind", metavar="JENIS", help="GENERAL (pemilu) atau REGIONAL (pemilihan)")
    _json(parser)
    parser.set_defaults(run=lambda options: _why_date(parser, options))


def _why_date(parser: Parser, options: Namespace) -> int:
    """A rule with a day, or the list; anything else is a wrong call."""
    if options.list:
        return later("netra.cli.law_date", "list_rules")(options)
    missing = [name for name, given in (("ATURAN", options.rule), ("--from TANGGAL", options.start)) if given is None]
    if missing:
        parser.error(f"belum disebut: {', '.join(missing)}; daftar aturan: `netra why-date --list`")
    return later("netra.cli.law_date", "why_date")(options)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="jawaban untuk mesin, sebagai JSON")
