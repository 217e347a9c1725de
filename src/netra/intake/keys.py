"""What is made from a draft's secret: its fingerprint, its key, and the code of the report it becomes.

The secret stays with whoever writes the report. Everything else follows from it and the key of the instance, so that a
repeated sending shows the same code again although no table ever held it. That key is NETRA_EVIDENCE_KEY: a draft and
a code outlive the secret of the sessions.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust import codes, crockford
from netra.trust.errors import Refused
from netra.trust.sealing import keyed_fingerprint, sealed, unsealed

SECRET_BYTES = 32
_SHORTEST_SECRET = 32
_BITS_PER_CHARACTER = 5


class WeakSecret(Refused):
    """The secret that came with the form was not made here."""


def new_secret() -> str:
    """A fresh secret for a draft or a form; it lives in the browser, never in a table."""
    return secrets.token_urlsafe(SECRET_BYTES)


def fingerprint(secret: str) -> str:
    """How a table knows a draft, and how a report knows that it was sent before. Fails with WeakSecret."""
    if len(secret) < _SHORTEST_SECRET:
        raise WeakSecret(_("Formulir ini tidak dikenali lagi. Muat ulang halamannya, lalu isi kembali."))
    return keyed_fingerprint(settings.EVIDENCE_KEY, "report-draft", secret)


def code_of(secret: str) -> str:
    """The code of the report that this secret sends: 80 bits that only secret and instance key together make."""
    digest = int(keyed_fingerprint(settings.EVIDENCE_KEY, "report-draft-code", secret), 16)
    digits = (digest >> (place * _BITS_PER_CHARACTER) & 31 for place in range(codes.RANDOM_CHARACTERS))
    body = "".join(crockford.ALPHABET[digit] for digit in digits)
    return codes.normalise(body + crockford.check_character(body))


def seal(secret: str, content: bytes) -> bytes:
    """Content that only this secret opens."""
    return sealed(_key(secret), content, fingerprint(secret))


def unseal(secret: str, content: bytes) -> bytes:
    """The reverse of `seal`. Fails with trust.sealing.SealBroken."""
    return unsealed(_key(secret), content, fingerprint(secret))


def sender_hash(address: str, day: str) -> str:
    """A sender as a table may know them: keyed, and another one every day."""
    return keyed_fingerprint(settings.SECRET_KEY, "report-code-sender", f"{day}/{address}")


def draft_sender_hash(address: str, day: str) -> str:
    """The same sender as who begins reports: another hash than the one above, so that the two tables do not match."""
    return keyed_fingerprint(settings.SECRET_KEY, "report-draft-sender", f"{day}/{address}")


def _key(secret: str) -> bytes:
    return bytes.fromhex(keyed_fingerprint(settings.EVIDENCE_KEY, "report-draft-key", secret))
