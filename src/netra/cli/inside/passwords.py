"""A one-time link for an administrator without a password, forgotten or never chosen, on the machine's own terminal.

Whoever can read it there owns the machine anyway; the trail tells that the command line made it.
"""

from __future__ import annotations

from argparse import Namespace

from django.conf import settings
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from netra.cli.instance import InstanceError
from netra.trust.actors import SystemActor
from netra.trust.operations import user_password_reset


def reset(options: Namespace) -> int:
    """Print the link; the old password and any earlier link stop working at once."""
    try:
        secret = user_password_reset(username=options.username, by=SystemActor("cli"), at=timezone.now())
    except DatabaseError as problem:
        raise InstanceError(
            "Akun tidak dapat dibaca: basis data belum disiapkan atau tidak dapat dihubungi. Jalankan `netra setup`, "
            "lalu ulangi; periksa juga NETRA_DATABASE dan NETRA_DATA_DIR."
        ) from problem
    print("Kata sandi dan tautan yang lama sudah mati. Pemilik akun memilih yang baru lewat tautan ini;")
    print("berlaku sekali, paling lama 24 jam:")
    print(f"  {settings.PUBLIC_URL}{reverse('password_set', args=[secret])}", flush=True)
    return 0
