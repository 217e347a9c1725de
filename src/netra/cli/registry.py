"""`netra import`: agencies, units and civil servants from the files that offices have."""

from __future__ import annotations

from pathlib import Path

from netra.cli.instance import inside
from netra.cli.parser import Parser, a_file

# What one types, and the kind of import it means.
KINDS = {"agencies": "AGENCIES", "units": "UNITS", "civil-servants": "CIVIL_SERVANTS"}


def import_arguments(parser: Parser) -> None:
    parser.add_argument(
        "kind", metavar="JENIS", choices=list(KINDS), help="agencies (instansi), units (unit), civil-servants (pegawai)"
    )
    parser.add_argument("file", metavar="BERKAS", type=a_file, help="berkas CSV, XLSX, atau Parquet")
    parser.add_argument("--dry-run", action="store_true", help="periksa saja, tanpa menulis apa pun")
    parser.add_argument("--agency", default="", metavar="KODE", help="kode instansi bila berkas tidak menyebutnya")
    parser.add_argument(
        "--restart", action="store_true", help="lupakan impor terhenti dari berkas bernama sama; isinya sekarang lain"
    )
    parser.add_argument("--rejected", type=Path, metavar="BERKAS", help="tulis baris yang ditolak beserta alasannya")
    parser.add_argument("--demo", action="store_true", help="memakai instans demo")
    parser.set_defaults(run=inside("imports", "run"))
