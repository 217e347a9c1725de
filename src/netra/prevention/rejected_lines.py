"""The lines of a list of people that were not taken come back as a file, to be corrected and uploaded again.

They hold numbers of people: sealed, one file for each person who enters lists, destroyed when another list takes its
place and at the latest when anybody enters one a day later.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from netra.prevention.models import RejectedLines
from netra.registry.imports import as_workbook
from netra.trust.actors import Actor
from netra.trust.errors import Refused
from netra.trust.evidence import destroy_document, get_document, put_document

KEPT = timedelta(days=1)
# In front of every content, so that two people with the same lines do not share one document.
_SALT_BYTES = 16


class NothingRejected(Refused):
    """No line of a list of this person waits to be fetched."""


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that was not taken, and why."""

    line: int
    nip: str
    reason: str


def keep(about: str, lines: Sequence[RejectedLine], *, by: Actor, at: datetime) -> None:
    """Keep them for this person in the place of whatever was kept before. Called inside the act that refused them."""
    for old in RejectedLines.objects.select_for_update().filter(Q(actor_ref=by.actor_ref) | Q(kept_at__lte=at - KEPT)):
        destroy_document(old.document)
        old.delete()
    if lines:
        heading = ["Baris", "NIP", "Alasan ditolak"]
        content = as_workbook("Ditolak", [heading, *([str(each.line), each.nip, each.reason] for each in lines)])
        document = put_document(secrets.token_bytes(_SALT_BYTES) + content)
        RejectedLines.objects.create(actor_ref=by.actor_ref, about=about, document=document, kept_at=at)


def fetch(about: str, *, by: Actor, at: datetime) -> bytes:
    """The workbook of this person's last list about that instrument, outreach or pact. Fails with NothingRejected."""
    found = RejectedLines.objects.filter(actor_ref=by.actor_ref, about=about, kept_at__gt=at - KEPT).first()
    if found is None:
        raise NothingRejected(
            _("Tidak ada baris yang ditolak untuk diunduh: lewat satu hari, atau diganti daftar lain. Unggah lagi.")
        )
    return get_document(found.document)[_SALT_BYTES:]
