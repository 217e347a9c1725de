"""Files of a form that was not sent yet: written to the disk once, under a key that the writer's secret alone opens.

When the form is sent the file becomes evidence where it lies. No byte is written again: the row goes to the shelf of
evidence, and the key from the writer's lock to that of the instance. Until then the row is found by a random handle
only, so that the same file in two forms is two files and nobody can look one up by what it holds.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from django.utils.translation import gettext as _

from netra.trust import sealing
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.evidence import vault
from netra.trust.evidence.refusals import EvidenceDamaged
from netra.trust.models import StoredContent

# Seals and unseals with the writer's secret, which this room never sees.
Lock = Callable[[bytes], bytes]


_UNSENT = AskedAgain(
    lambda shelves, handle: StoredContent.objects.select_for_update().filter(shelf__among=shelves, sha256=handle)
)


def keep(content: bytes, lock: Lock) -> str:
    """Write a file for good and return its handle, inside a transaction. Fails with EvidenceRefused (disk full)."""
    handle, data_key = secrets.token_hex(32), sealing.new_key()
    fingerprint = hashlib.sha256(content)
    row = StoredContent(
        shelf=vault.UNSENT,
        sha256=handle,
        object_name=f"{handle}.{secrets.token_hex(4)}",
        wrapped_key=lock(data_key + fingerprint.digest()),
    )
    row.save(force_insert=True)
    vault.write(row, sealing.sealed(data_key, content, vault.context(vault.EVIDENCE, fingerprint.hexdigest())))
    return handle


def opened(handle: str, unlock: Lock) -> bytes:
    """The file, bit by bit, inside a transaction. Fails with NotFound, EvidenceDamaged, or as `unlock` does."""
    return _opened(_row(handle), unlock)[0]


def discard(handle: str) -> None:
    """Destroy the file for ever; one that is gone already is no obstacle. Inside a transaction."""
    row = _found(handle)
    if row is not None:
        vault.remove(row)


def become_evidence(handle: str, unlock: Lock) -> tuple[StoredContent, bytes]:
    """The row and the bytes of the file that is evidence from now on, its hash compared, inside a transaction.

    Fails with NotFound, EvidenceDamaged, or as `unlock` does.
    """
    row = _row(handle)
    content, data_key = _opened(row, unlock)
    sha256 = hashlib.sha256(content).hexdigest()
    if row.shelf == vault.DOCUMENTS:
        vault.remove(row)
        return vault.store(vault.EVIDENCE, content, sha256), content
    return vault.adopt(row, data_key, content, sha256), content


def _found(handle: str) -> StoredContent | None:
    # Drafts from before their files were written once keep them on the shelf of documents until they are sent or gone.
    return next(iter(_UNSENT(shelves=[vault.UNSENT, vault.DOCUMENTS], handle=handle)), None)


def _row(handle: str) -> StoredContent:
    row = _found(handle)
    if row is None:
        raise NotFound(_("Dokumen itu tidak ada; mungkin sudah dimusnahkan sesuai jadwal retensi."))
    return row


def _opened(row: StoredContent, unlock: Lock) -> tuple[bytes, bytes]:
    """The plain bytes, whole, and the key of the file on disk."""
    if row.shelf == vault.DOCUMENTS:
        return unlock(vault.load(row)), b""
    opened_lock = unlock(bytes(row.wrapped_key))
    data_key, digest = opened_lock[: sealing.KEY_BYTES], opened_lock[sealing.KEY_BYTES :]
    sealed_bytes = vault.read(row)
    try:
        content = sealing.unsealed(data_key, sealed_bytes, vault.context(vault.EVIDENCE, digest.hex()))
    except sealing.SealBroken as broken:
        raise EvidenceDamaged(vault.why_broken(digest.hex())) from broken
    if hashlib.sha256(content).digest() != digest:
        raise EvidenceDamaged(vault.why_broken(digest.hex()))
    return content, data_key
