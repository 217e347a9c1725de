"""How big a file may be, in bytes and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust.evidence.refusals import EvidenceRefused

_CHUNK = 256 * 1024
_MEGABYTE = 1024 * 1024


def read_within_limit(content: IO[bytes] | bytes) -> bytes:
    """The bytes. Reads on past the limit only to say how big the file is.

    Fails with EvidenceRefused when the file is too big or empty.
    """
    limit: int = settings.EVIDENCE_LIMIT_BYTES
    kept, size = bytearray(), 0
    for chunk in _chunks(content):
        size += len(chunk)
        if size <= limit:
            kept += chunk
    if size > limit:
        raise EvidenceRefused(
            _(
                "Berkas ini %(size)s; batasnya %(limit)s untuk satu berkas. Kecilkan atau bagi menjadi beberapa "
                "berkas, atau serahkan langsung kepada petugas."
            )
            % {"size": _readable(size), "limit": _readable(limit)}
        )
    if not size:
        raise EvidenceRefused(_("Berkas ini kosong (0 byte). Pilih berkas aslinya, lalu kirim lagi."))
    return bytes(kept)


def limit_words(limit: int) -> str:
    """20 MB; for small limits the bytes."""
    if limit < _MEGABYTE:
        return _("%(bytes)d byte") % {"bytes": limit}
    return _("%(megabytes)d MB") % {"megabytes": limit // _MEGABYTE}


def _chunks(content: IO[bytes] | bytes) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    if content.seekable():
        content.seek(0)  # A form that looked into the upload has left the reader at its end.
    while chunk := content.read(_CHUNK):
        yield chunk


def _readable(size: int) -> str:
    """Megabytes rounded so that a file over the limit never looks equal to it."""
    exact = f"{size:,}".replace(",", ".")
    return _("%(megabytes)s MB (%(bytes)s byte)") % {
        "megabytes": f"{size / _MEGABYTE:.1f}".replace(".", ","),
        "bytes": exact,
    }
