"""What is made from a draft's secret: its fingerprint, its key, and the code of the report it becomes.

The secret stays with whoever writes the report (see `trust.form_secrets`).
"""

from __future__ import annotations

from django.conf import settings

from netra.trust import form_secrets
from netra.trust.sealing import keyed_fingerprint, sealed, unsealed


def fingerprint(secret: str) -> str:
    """How a table knows a draft, and how a report knows that it was sent before. Fails with WeakSecret."""
    return form_secrets.form_fingerprint(secret, "report-draft")


def code_of(secret: str) -> str:
    """The code of the report that this secret sends."""
    return form_secrets.code_of(secret, "report-draft-code")


def seal(secret: str, content: bytes) -> bytes:
    """Content that only this secret opens."""
    return sealed(_key(secret), content, fingerprint(secret))


def unseal(secret: str, content: bytes) -> bytes:
    """The reverse of `seal`. Fails with trust.sealing.SealBroken."""
    return unsealed(_key(secret), content, fingerprint(secret))


def _key(secret: str) -> bytes:
    return bytes.fromhex(keyed_fingerprint(settings.EVIDENCE_KEY, "report-draft-key", secret))
