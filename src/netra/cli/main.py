"""The word `netra`: every command, one line each, and what each kind of failure returns to the shell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from django.core.exceptions import ImproperlyConfigured

from netra.cli import accounts, copies, law, link, match, names, registry, serve, statistics, trail
from netra.cli.instance import InstanceError
from netra.cli.parser import Parser
from netra.trust.errors import Refused

REFUSED, CANNOT_RUN = 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141

# Command: what it is for, and who names its arguments.
COMMANDS: Mapping[str, tuple[str, Callable[[Parser], None]]] = MappingProxyType(
    {
        "demo": ("menyajikan demo dengan orang rekaan", serve.demo_arguments),
        "serve": ("menyiapkan dan menyajikan instans yang sebenarnya", serve.serve_arguments),
        "setup": ("menyiapkan instans tanpa menyajikannya", serve.setup_arguments),
        "assess": ("menilai perbuatan dalam berkas menurut hukum pada harinya", law.assess_arguments),
        "gap": ("membandingkan sanksi yang dijatuhkan dengan batas hukum", law.gap_arguments),
        "why-date": ("menjelaskan langkah demi langkah mengapa tenggat jatuh pada suatu hari", law.why_date_arguments),
        "match": ("mencari siapa yang dimaksud nama-nama dalam berkas menurut sebuah register", match.match_arguments),
        "link": ("mencari baris daftar anggota partai yang mungkin pegawai dalam register", link.link_arguments),
        "import": (
            "memuat instansi, unit, atau pegawai dari CSV atau XLSX, pegawai juga dari Parquet",
            registry.import_arguments,
        ),
        "names": ("membangun ulang indeks yang menemukan pegawai lewat namanya", names.names_arguments),
        "copies": ("membangun indeks yang menemukan laporan yang tulisannya disalin", copies.copies_arguments),
        "reset-password": (
            "membuat tautan kata sandi bagi administrator yang lupa atau belum memilihnya",
            accounts.reset_arguments,
        ),
        "statistics": ("menerbitkan, mengoreksi, dan memeriksa statistik bulanan", statistics.statistics_arguments),
        "trail": ("memeriksa dan mengekspor jejak", trail.trail_arguments),
    }
)


def netra_parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(
        prog="netra",
        description="Netra: dari laporan sampai tindak lanjut yang sah, dijelaskan, dan dapat diperiksa.",
        epilog="Setiap perintah punya bantuannya sendiri, misalnya `netra assess --help`.",
    )
    commands = parser.add_subparsers(title="Perintah", metavar="PERINTAH", required=True, dest="command")
    for name, (summary, arguments) in COMMANDS.items():
        arguments(commands.add_parser(name, help=summary, description=f"{summary.capitalize()}."))
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused or found faulty, 2 it could not run at all."""
    options = netra_parser().parse_args(words)
    try:
        status: int = options.run(options)
    except Refused as refusal:
        return _complain(str(refusal), REFUSED)
    except (InstanceError, ImproperlyConfigured) as problem:
        return _complain(str(problem), CANNOT_RUN)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has heard enough (`netra assess … | head`); nothing is left to be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return status


def _complain(message: str, status: int) -> int:
    print(f"netra: {message}", file=sys.stderr)
    return status
