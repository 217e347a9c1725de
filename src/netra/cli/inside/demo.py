"""The demo's data: loaded once into a database of its own, kept afterwards, made anew when asked or when unfinished."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from netra.cli.inside.readiness import make_tables
from netra.cli.instance import DEMO_DATABASE, InstanceError
from netra.demo.cast import CAST, PASSWORD
from netra.demo.load import load, shown_code
from netra.trust.operations import administrator_exists

# Written when loading has ended, with the database it stands for.
LOADED = "loaded"


def prepare(folder: Path, *, fresh: bool) -> None:
    """Tables and invented people, ready to be served."""
    if fresh or not _is_loaded(folder):
        _forget(folder)
    make_tables(folder)
    if not _is_loaded(folder):
        _load(folder)
    _print_cast()


def _is_loaded(folder: Path) -> bool:
    marker = folder / LOADED
    return marker.is_file() and marker.read_text(encoding="utf-8") == _database()


def _database() -> str:
    return "{ENGINE} {HOST} {PORT} {NAME}".format(**connection.settings_dict)


def _forget(folder: Path) -> None:
    """Remove the demo's own database, and no other: a database somebody named is never thrown away."""
    (folder / LOADED).unlink(missing_ok=True)
    file = folder / DEMO_DATABASE
    if connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]) == file:
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def _load(folder: Path) -> None:
    at = timezone.now()
    if administrator_exists(at=at):
        raise InstanceError(
            "Basis data yang disebut NETRA_DATABASE sudah berisi akun. Demo hanya dimuat ke basis data kosong: "
            "sebutkan basis data lain, atau hapus NETRA_DATABASE supaya demo memakai SQLite-nya sendiri."
        )
    print("  memuat orang rekaan dan perkaranya …", flush=True)
    begun = time.monotonic()
    load(at=at, progress=lambda line: print(f"  {line}", flush=True))
    (folder / LOADED).write_text(_database(), encoding="utf-8")
    print(f"  selesai dalam {time.monotonic() - begun:.0f} detik", flush=True)


def _print_cast() -> None:
    width = max(len(member.username) for member in CAST)
    print(f"\nMasuk di {settings.PUBLIC_URL}{reverse('login')} dengan salah satu peran ini; kata sandinya {PASSWORD}")
    for member in CAST:
        print(f"  {member.username:<{width}}  {member.task}")
    print(f"Mengikuti laporan tanpa akun: {settings.PUBLIC_URL}{reverse('report_follow')} dengan kode {shown_code()}\n")
