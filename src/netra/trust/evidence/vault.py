"""The encrypted content store: one file per content, named by hash, written whole or not at all.

Order of writing: row claimed, file written and synced under a temporary name, renamed, then the transaction commits.
A crash at any moment leaves either both or a file nobody can read, because its key was never committed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from netra.trust import sealing
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound
from netra.trust.evidence.refusals import EvidenceDamaged, EvidenceRefused
from netra.trust.models import StoredContent

# Two shelves, so that destroying a piece of evidence never takes away a letter with the same bytes.
EVIDENCE = "evidence"
DOCUMENTS = "documents"
# Files of forms that were not sent yet (`unsent`): rows of their own, on disk where they will lie as evidence.
UNSENT = "unsent"
# A full disk, a full quota, or a limit on the size of files that the administrator set for this process.
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ATTEMPTS = 3
_LOCKED = AskedAgain(lambda shelf, sha256: StoredContent.objects.select_for_update().filter(shelf=shelf, sha256=sha256))


def put_document(content: bytes) -> str:
    """Store a document that this house made; its SHA-256. Fails with EvidenceRefused when the disk is full."""
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        store(DOCUMENTS, content, sha256)
    return sha256


def get_document(sha256: str) -> bytes:
    """The document, bit by bit. Fails with NotFound or EvidenceDamaged."""
    row = StoredContent.objects.filter(shelf=DOCUMENTS, sha256=sha256).first()
    if row is None:
        raise NotFound(_("Dokumen itu tidak ada; mungkin sudah dimusnahkan sesuai jadwal retensi."))
    return load(row)


def document_kept(sha256: OuterRef) -> Exists:
    """For a query: whether the document of this fingerprint is still stored."""
    return Exists(StoredContent.objects.filter(shelf=DOCUMENTS, sha256=sha256))


def destroy_document(sha256: str) -> bool:
    """Destroy a document for ever, for the two-person act that erases a case; False when there is none."""
    row = StoredContent.objects.select_for_update().filter(shelf=DOCUMENTS, sha256=sha256).first()
    if row is None:
        return False
    remove(row)
    return True


def store(shelf: str, content: bytes, sha256: str) -> StoredContent:
    """The claimed row of this content, with its file on disk. Inside a transaction; same content is stored once."""
    for _attempt in range(_ATTEMPTS):
        # The suffix keeps a new content apart from the file of a destroyed one that is about to be unlinked.
        row, data_key = _claim(shelf, sha256, f"{sha256}.{secrets.token_hex(4)}", sealing.new_key())
        if row is not None:
            _write_unless_whole(row, data_key, content)
            return row
    raise EvidenceRefused(_("Berkas yang sama sedang dimusnahkan pada saat ini juga. Cobalah sekali lagi."))


def load(row: StoredContent) -> bytes:
    """The plain content, its hash checked again. Fails with EvidenceDamaged."""
    data = read(row)
    try:
        content = sealing.unsealed(_data_key(row), data, context(row.shelf, row.sha256))
    except sealing.SealBroken as broken:
        raise EvidenceDamaged(_why_broken(row)) from broken
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise EvidenceDamaged(_why_broken(row))
    return content


def read(row: StoredContent) -> bytes:
    """The sealed bytes as they lie on the disk. Fails with EvidenceDamaged."""
    try:
        return path_of(row).read_bytes()
    except OSError as missing:
        raise EvidenceDamaged(
            _("Berkas dengan SHA-256 %(sha256)s tidak dapat dibaca dari penyimpanan. Pulihkan dari cadangan.")
            % {"sha256": row.sha256}
        ) from missing


def adopt(row: StoredContent, data_key: bytes, content: bytes, sha256: str) -> StoredContent:
    """The claimed evidence row of an unsent file, which stays where it lies; where evidence with the same bytes is
    kept already, that one, and the file goes. Inside a transaction.
    """
    path, object_name = path_of(row), row.object_name
    row.delete()
    for _attempt in range(_ATTEMPTS):
        kept, key = _claim(EVIDENCE, sha256, object_name, data_key)
        if kept is not None:
            if kept.object_name != object_name:
                _write_unless_whole(kept, key, content)
                transaction.on_commit(partial(path.unlink, missing_ok=True))
            return kept
    raise EvidenceRefused(_("Berkas yang sama sedang dimusnahkan pada saat ini juga. Cobalah sekali lagi."))


def remove(row: StoredContent) -> None:
    """Destroy key and content; the file goes when the transaction commits and is unreadable from that moment anyway."""
    path = path_of(row)
    row.delete()
    transaction.on_commit(partial(path.unlink, missing_ok=True))


def path_of(row: StoredContent) -> Path:
    folder = EVIDENCE if row.shelf == UNSENT else row.shelf
    return Path(settings.DATA_DIR) / folder / row.object_name[:2] / row.object_name


def context(shelf: str, sha256: str) -> str:
    """What is authenticated with a content and its key, so that neither can be moved to another row unnoticed."""
    return f"{shelf}/{sha256}"


def _claim(shelf: str, sha256: str, object_name: str, data_key: bytes) -> tuple[StoredContent | None, bytes]:
    """The locked row, made now with that file and key if need be, and its data key; None when it vanished meanwhile."""
    fresh = StoredContent(
        shelf=shelf,
        sha256=sha256,
        object_name=object_name,
        wrapped_key=sealing.sealed(_key(), data_key, context(shelf, sha256)),
        key_id=sealing.key_id(_key()),
    )
    StoredContent.objects.bulk_create([fresh], ignore_conflicts=True)
    row = next(iter(_LOCKED(shelf=shelf, sha256=sha256)), None)
    if row is None:
        return None, b""
    return row, data_key if row.object_name == fresh.object_name else _data_key(row)


def _write_unless_whole(row: StoredContent, data_key: bytes, content: bytes) -> None:
    """A copy that was damaged on disk is replaced by the intact one at hand: the hash says that it is the same file."""
    if path_of(row).exists() and _is_whole(row):
        return
    write(row, sealing.sealed(data_key, content, context(row.shelf, row.sha256)))


def write(row: StoredContent, sealed_bytes: bytes) -> None:
    """The sealed bytes of a row, on disk for good. Fails with EvidenceRefused when the disk is full."""
    path = path_of(row)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_atomically(path, sealed_bytes)
    except OSError as error:
        if error.errno not in _DISK_FULL:
            raise
        raise EvidenceRefused(
            _(
                "Penyimpanan penuh: berkas %(size)d byte tidak dapat disimpan dan tidak ada yang tersimpan sebagian. "
                "Mintalah administrator menambah ruang, lalu kirim lagi."
            )
            % {"size": len(sealed_bytes)}
        ) from error


def _is_whole(row: StoredContent) -> bool:
    try:
        load(row)
    except EvidenceDamaged:
        return False
    return True


def _write_atomically(path: Path, data: bytes) -> None:
    """The whole file under its name, on disk for good, or nothing."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _key() -> bytes:
    return sealing.derived_key(settings.EVIDENCE_KEY, "evidence")


def _data_key(row: StoredContent) -> bytes:
    try:
        return sealing.unsealed(_key(), bytes(row.wrapped_key), context(row.shelf, row.sha256))
    except sealing.SealBroken as broken:
        raise EvidenceDamaged(_why_broken(row)) from broken


def _why_broken(row: StoredContent) -> str:
    if row.key_id != sealing.key_id(_key()):
        return _(
            "Berkas ini disegel dengan kunci lain (%(sealed)s) daripada kunci instansi sekarang. Pulihkan "
            "NETRA_EVIDENCE_KEY yang lama."
        ) % {"sealed": row.key_id}
    return why_broken(row.sha256)


def why_broken(sha256: str) -> str:
    return _(
        "Berkas dengan SHA-256 %(sha256)s berubah sejak diterima: isinya tidak lagi cocok dengan sidik jarinya. "
        "Jangan dipakai sebagai bukti; pulihkan dari cadangan dan laporkan kepada auditor."
    ) % {"sha256": sha256}
