"""What makes a real instance ready to be served: tables, static files, and a link for its first administrator."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse
from django.utils import timezone

from netra.cli.instance import InstanceError
from netra.registry.operations import bodies_seed, elections_seed
from netra.registry.queries import elections
from netra.trust.actors import SystemActor
from netra.trust.operations import administrator_exists, first_admin_invite


def prepare(folder: Path) -> None:
    """Tables, static files, and a one-time link while there is no administrator."""
    make_tables(folder)
    call_command("collectstatic", interactive=False, verbosity=0)
    print("  basis data dan berkas statis siap", flush=True)
    at = timezone.now()
    _seed(at)
    if not administrator_exists(at=at):
        _print_invitation(at)


def _seed(at: datetime) -> None:
    """What comes with the release; run again after an upgrade it brings only what changed."""
    setup = SystemActor("setup")
    if not elections().exists():
        elections_seed(by=setup, at=at)
    bodies_seed(by=setup, at=at)


def make_tables(folder: Path) -> None:
    """Bring the database to the state the code expects; InstanceError when it cannot be reached or is too old."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_half_of_the_older_steps()
        call_command("migrate", interactive=False, verbosity=0)
    except OSError as problem:
        raise InstanceError(f"Folder {folder} tidak dapat dipakai: {problem.strerror}.") from problem
    except OperationalError as problem:
        raise InstanceError(
            f"Basis data tidak dapat dipakai: {str(problem).strip()}. Periksa NETRA_DATABASE dan ruang di diska."
        ) from problem


def _refuse_half_of_the_older_steps() -> None:
    """The tables are made in one step since 30 November 2026 (ADR 17): all of the older ones were taken, or none."""
    taken = set(MigrationRecorder(connection).applied_migrations())
    for each in MigrationLoader(None).disk_migrations.values():
        older = set(each.replaces)
        if older & taken and not older <= taken:
            raise InstanceError(
                "Basis data ini dari Netra sebelum 30 November 2026 yang belum diperbarui sampai tanggal itu. Pasang "
                "dahulu Netra tanggal itu (commit 437d1ed0), jalankan `netra setup`, lalu ulangi dengan versi ini. "
                "Demo tidak perlu: muat yang baru dengan `netra demo --fresh`."
            )


def _print_invitation(at: datetime) -> None:
    token = first_admin_invite(at=at)
    print("Belum ada administrator. Buatlah yang pertama lewat tautan ini; berlaku sekali, paling lama 24 jam:")
    print(f"  {settings.PUBLIC_URL}{reverse('first_admin', args=[token])}", flush=True)
