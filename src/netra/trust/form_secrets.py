"""What is made from the secret of a form: how a table knows the form, and the code of what it becomes.

The secret stays with whoever fills the form in. Everything else follows from it and the key of the instance, so that a
repeated sending shows the same code again although no table ever held it. That key is NETRA_EVIDENCE_KEY: a form and a
code outlive the secret of the sessions. `purpose` keeps the forms of different rooms apart.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust import codes, crockford
from netra.trust.errors import Refused
from netra.trust.sealing import keyed_fingerprint

SECRET_BYTES = 32
_SHORTEST_SECRET = 32
_BITS_PER_CHARACTER = 5


class WeakSecret(Refused):
    """The secret that came with the form was not made here."""


def new_secret() -> str:
    """A fresh secret for a form; it lives in the browser, never in a table."""
    return secrets.token_urlsafe(SECRET_BYTES)


def form_fingerprint(secret: str, purpose: str) -> str:
    """How a table knows the form, and that it was sent before. Fails with WeakSecret."""
    if len(secret) < _SHORTEST_SECRET:
        raise WeakSecret(_("Formulir ini tidak dikenali lagi. Muat ulang halamannya, lalu isi kembali."))
    return keyed_fingerprint(settings.EVIDENCE_KEY, purpose, secret)


def code_of(secret: str, purpose: str) -> str:
    """The code of what this secret sends: 80 bits that only secret and instance key together make."""
    digest = int(keyed_fingerprint(settings.EVIDENCE_KEY, purpose, secret), 16)
    digits = (digest >> (place * _BITS_PER_CHARACTER) & 31 for place in range(codes.RANDOM_CHARACTERS))
    body = "".join(crockford.ALPHABET[digit] for digit in digits)
    return codes.normalise(body + crockford.check_character(body))
