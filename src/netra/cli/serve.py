"""`netra serve`, `netra setup`, `netra demo`: make an instance ready and hand over to the web server."""

from __future__ import annotations

import errno
import os
import socket
import sys
from argparse import Namespace
from importlib import import_module

from netra.cli.instance import InstanceError, choose, data_dir, enter, make_secrets, refuse_test_settings
from netra.cli.parser import Parser, a_count, a_port

EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 -- compared with, never bound by default


def serve_arguments(parser: Parser) -> None:
    _server_arguments(parser)
    parser.add_argument("--demo", action="store_true", help="menyajikan demo, sama dengan `netra demo`")
    parser.set_defaults(run=serve, fresh=False)


def demo_arguments(parser: Parser) -> None:
    _server_arguments(parser)
    parser.add_argument("--fresh", action="store_true", help="membuat ulang data demo dari awal")
    parser.add_argument("--no-serve", action="store_true", help="hanya menyiapkan data, tanpa menyalakan server")
    parser.set_defaults(run=demo)


def setup_arguments(parser: Parser) -> None:
    parser.set_defaults(run=setup)


def _server_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="alamat yang didengar (bawaan: 127.0.0.1); komputer lain baru dilayani bila alamat yang mereka ketik "
        "disebut dalam NETRA_HOSTS",
    )
    parser.add_argument("--port", type=a_port, default=8000, help="port yang didengar (bawaan: 8000)")
    parser.add_argument("--workers", type=a_count, default=2, help="banyaknya proses server (bawaan: 2)")
    parser.add_argument("--threads", type=a_count, default=4, help="permintaan serentak per proses (bawaan: 4)")


def serve(options: Namespace) -> int:
    """Prepare the real instance and serve it."""
    if options.demo:
        options.no_serve = False
        return demo(options)
    address = _claim_address(options)
    setup(options)
    print(f"Netra dapat dibuka di {address} — hentikan dengan Ctrl+C.{_for_other_machines(options.host)}", flush=True)
    return _hand_over(options)


def setup(options: Namespace) -> int:
    """Make what a real instance lacks: secrets, tables, static files, and a link for its first administrator."""
    refuse_test_settings(os.environ)
    folder = choose(os.environ, demo=False)
    print(f"Menyiapkan instans di {folder} …", flush=True)
    for file in make_secrets(os.environ, folder):
        print(f"  rahasia baru: {file} (simpan cadangannya di tempat lain yang aman)")
    enter(demo=False)
    import_module("netra.cli.inside.readiness").prepare(folder)
    return 0


def demo(options: Namespace) -> int:
    """Prepare the demo with invented people and serve it."""
    address = "" if options.no_serve else _claim_address(options)
    print(f"Menyiapkan demo di {data_dir(os.environ, demo=True)} …", flush=True)
    folder = enter(demo=True)
    import_module("netra.cli.inside.demo").prepare(folder, fresh=options.fresh)
    if options.no_serve:
        return 0
    print(f"Demo dapat dibuka di {address} — hentikan dengan Ctrl+C.{_for_other_machines(options.host)}", flush=True)
    return _hand_over(options)


def _claim_address(options: Namespace) -> str:
    """The address people open; refused before any work when it cannot be listened at."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((options.host, options.port))
        except OSError as problem:
            raise InstanceError(_why_not(options, problem)) from problem
    address = f"http://{_host_to_open(options.host)}:{options.port}"
    os.environ.setdefault("NETRA_PUBLIC_URL", address)
    os.environ.setdefault("NETRA_HOSTS", ",".join(sorted({"127.0.0.1", "localhost", options.host})))
    return address


def _for_other_machines(host: str) -> str:
    """Whoever listens at every address wants to be reached by others, who must be told the name of this machine."""
    named = set(os.environ["NETRA_HOSTS"].split(","))
    if host not in EVERY_ADDRESS or named - {"127.0.0.1", "localhost", *EVERY_ADDRESS}:
        return ""
    return (
        "\nKomputer lain masih ditolak (400): sebutkan alamat yang mereka ketik dalam NETRA_HOSTS, dan untuk tautan "
        "dalam surat juga NETRA_PUBLIC_URL, misalnya "
        "`NETRA_HOSTS=localhost,127.0.0.1,192.168.1.20 NETRA_PUBLIC_URL=http://192.168.1.20:8000`."
    )


def _host_to_open(host: str) -> str:
    if host in EVERY_ADDRESS:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _why_not(options: Namespace, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            f"Port {options.port} di {options.host} sudah dipakai program lain. Hentikan program itu atau pilih port "
            f"lain, misalnya `--port {options.port + 1}` (dengan make: `PORT={options.port + 1}`)."
        )
    if problem.errno == errno.EACCES:
        return f"Port {options.port} tidak diizinkan bagi akun ini; pilih port di atas 1023."
    return f"Alamat {options.host} tidak ada di komputer ini; pakai 127.0.0.1 atau alamat komputer ini sendiri."


def _hand_over(options: Namespace) -> int:
    """Become the web server: it receives the signals itself, and no parent process is left waiting."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
    # Whatever the environment of the server says: an access log would keep client addresses and personal links.
    command += ["--no-access-log"]
    command += ["--host", options.host, "--port", str(options.port)]
    command += ["--workers", str(options.workers), "--blocking-threads", str(options.threads)]
    sys.stdout.flush()
    os.execv(sys.executable, [*command, "netra.wsgi:application"])  # noqa: S606 -- no shell, our own interpreter
