"""A tried file waits here for the word to write it: sealed, one per person, a day at the longest.

It holds people's numbers and names, so it is destroyed as soon as it was written, as soon as another file takes its
place, and at the latest when anybody tries a file a day later.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.registry.imports.result import ImportResult
from netra.registry.models import StagedImport
from netra.trust.actors import Actor
from netra.trust.errors import Refused
from netra.trust.evidence import destroy_document, get_document, put_document

KEPT = timedelta(days=1)
# In front of every content, so that two people who try the same file do not share one document.
_SALT_BYTES = 16


class NothingStaged(Refused):
    """There is no tried file of this person, or another one than the page said."""


def stage(
    *, content: bytes, name: str, result: ImportResult, agency_code: str, by: Actor, at: datetime
) -> StagedImport:
    """Keep a file that was tried, and its rejected rows; whatever this person kept before is destroyed."""
    with transaction.atomic():
        _destroy(StagedImport.objects.filter(Q(actor_ref=by.actor_ref) | Q(staged_at__lte=at - KEPT)))
        return StagedImport.objects.create(
            actor_ref=by.actor_ref,
            kind=result.kind.value,
            agency_code=agency_code,
            file_name=name[:200],
            sha256=result.sha256,
            content_document=_sealed(content),
            staged_at=at,
            **_outcome(result),
        )


def staged(by: Actor, *, at: datetime) -> StagedImport | None:
    """What this person keeps, if it is not too old."""
    return StagedImport.objects.filter(actor_ref=by.actor_ref, staged_at__gt=at - KEPT).first()


def staged_file(by: Actor, sha256: str, *, at: datetime) -> tuple[StagedImport, bytes]:
    """The file that this person tried and its content; raises NothingStaged unless it is the one with that hash."""
    found = staged(by, at=at)
    if found is None or not found.content_document or found.sha256 != sha256:
        raise NothingStaged(
            _("Tidak ada berkas yang menunggu: sudah ditulis, lewat satu hari, atau diganti berkas lain. Unggah lagi.")
        )
    return found, _opened(found.content_document)


def rejected_rows(by: Actor, *, as_workbook: bool, at: datetime) -> tuple[StagedImport, bytes]:
    """The rejected rows of this person's last file, as XLSX or CSV; raises NothingStaged where there are none."""
    found = staged(by, at=at)
    document = (found.rejected_xlsx_document if as_workbook else found.rejected_csv_document) if found else ""
    if found is None or not document:
        raise NothingStaged(_("Tidak ada baris yang ditolak untuk diunduh. Uji berkasnya lebih dahulu."))
    return found, _opened(document)


def written(*, result: ImportResult, by: Actor) -> None:
    """The file was written: destroy it, and keep what was rejected now."""
    with transaction.atomic():
        found = StagedImport.objects.select_for_update().filter(actor_ref=by.actor_ref, sha256=result.sha256).first()
        if found is None:
            return
        _destroy_documents(found)
        found.content_document = ""
        for column, value in _outcome(result).items():
            setattr(found, column, value)
        found.save()


def discard(*, by: Actor) -> None:
    """Destroy what this person keeps."""
    with transaction.atomic():
        _destroy(StagedImport.objects.filter(actor_ref=by.actor_ref))


def _outcome(result: ImportResult) -> dict[str, str | int]:
    return {
        "created": result.created,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "rejected": result.rejected_count,
        "rejected_csv_document": _sealed(result.rejected_csv()) if result.rejected else "",
        "rejected_xlsx_document": _sealed(result.rejected_xlsx()) if result.rejected else "",
    }


def _sealed(content: bytes) -> str:
    return put_document(secrets.token_bytes(_SALT_BYTES) + content)


def _opened(document: str) -> bytes:
    return get_document(document)[_SALT_BYTES:]


def _destroy(rows: QuerySet[StagedImport]) -> None:
    for row in rows.select_for_update():
        _destroy_documents(row)
        row.delete()


def _destroy_documents(row: StagedImport) -> None:
    for document in (row.content_document, row.rejected_csv_document, row.rejected_xlsx_document):
        destroy_document(document)
