"""The identity of a reporter or an asker: sealed under its own key, known to the house by a designation alone.

Only `operations.identity_open` opens it, after two people and a reason (UU 27/2022 Ps 35–36: security and
confidentiality of personal data).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust import refs, sealing
from netra.trust.errors import NotFound, Refused
from netra.trust.models import SealedIdentity

# How the designation of somebody begins: of a reporter (pelapor), of who asks before acting (penanya).
REPORTER, ASKER = "PLP", "PNY"


class IdentityUnreadable(Refused):
    """The sealed identity cannot be opened with the key of this instance."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as far as they told."""

    name: str
    contact: str = ""
    address: str = ""
    id_number: str = ""
    note: str = ""

    def __repr__(self) -> str:
        """Nothing: a repr ends up in logs and tracebacks."""
        return "Identity(…)"


def seal(*, identity: Identity, at: datetime, prefix: str = REPORTER) -> str:
    """Seal an identity and return its designation, `PLP-2026-…`; call it inside the operation that takes it."""
    designation = refs.new_ref(prefix, at)
    envelope = sealing.seal(_key(), json.dumps(asdict(identity), ensure_ascii=False).encode(), designation)
    SealedIdentity.objects.create(
        designation=designation,
        ciphertext=envelope.ciphertext,
        wrapped_key=envelope.wrapped_key,
        key_id=envelope.key_id,
        sealed_at=at,
    )
    return designation


def exists(designation: str) -> bool:
    """Whether there is an identity under this designation; says nothing about whose."""
    return refs.is_ref(designation) and SealedIdentity.objects.filter(designation=designation).exists()


def destroy(designation: str) -> bool:
    """Erase the identity for ever; False when there is none. Called by the two-person act that erases a case."""
    deleted, _by_table = SealedIdentity.objects.filter(designation=designation).delete()
    return deleted > 0


def unseal(designation: str) -> Identity:
    """The identity itself, for `operations.identity_open` alone. Fails with NotFound or IdentityUnreadable."""
    row = SealedIdentity.objects.filter(designation=designation).first()
    if row is None:
        raise NotFound(_("Tidak ada identitas tersegel dengan sebutan itu; mungkin sudah dimusnahkan sesuai jadwal."))
    envelope = sealing.Envelope(bytes(row.ciphertext), bytes(row.wrapped_key), row.key_id)
    try:
        content = sealing.unseal(_key(), envelope, designation)
    except sealing.SealBroken as broken:
        raise IdentityUnreadable(_why_unreadable(row.key_id)) from broken
    return Identity(**json.loads(content))


def _key() -> bytes:
    return sealing.derived_key(settings.IDENTITY_KEY, "identity")


def _why_unreadable(sealed_with: str) -> str:
    if sealed_with != sealing.key_id(_key()):
        return _(
            "Identitas ini disegel dengan kunci lain (%(sealed)s) daripada kunci instansi sekarang. Pulihkan "
            "NETRA_IDENTITY_KEY yang lama; tanpa kunci itu identitas tidak dapat dibuka siapa pun."
        ) % {"sealed": sealed_with}
    return _("Segel identitas rusak: isinya berubah sejak disegel. Pulihkan basis data dari cadangan.")
