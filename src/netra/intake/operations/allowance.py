"""What one sender may begin and upload in a day. Many people may share one address, so the limits are wide.

Each limit of a draft holds for that draft alone, and a sender can open as many as he likes. The counts are not tied to
drafts: a table that named the drafts of one sender would tell who reported what. So they only grow, and are forgotten
with the day.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from netra.trust import evidence
from netra.trust.errors import Refused
from netra.trust.senders import grows


class TooManyDrafts(Refused):
    """One sender has begun as many reports as a day allows; those go on."""


class SenderFull(Refused):
    """One sender has uploaded as much for unsent reports as a day allows; the report itself can still be sent."""


def count_draft(sender: str, *, at: datetime) -> None:
    """One more draft begun, within the transaction that makes it. Fails with TooManyDrafts."""
    limit: int = settings.SENDER_DRAFTS
    if not _grows(sender, begun=1, size=0, at=at):
        raise TooManyDrafts(
            _(
                "Dari sambungan ini sudah dimulai %(limit)d laporan hari ini, jadi laporan baru belum dapat disimpan. "
                "Yang Anda tulis tetap ada di halaman ini. Coba lagi besok, pakai sambungan lain, atau sampaikan "
                "langsung kepada kantor Bawaslu."
            )
            % {"limit": limit}
        )


def count_upload(sender: str, size: int, *, at: datetime) -> None:
    """So many bytes more, within the transaction that keeps them. Fails with SenderFull."""
    limit: int = settings.SENDER_LIMIT_BYTES
    if not _grows(sender, begun=0, size=size, at=at):
        raise SenderFull(
            _(
                "Berkas untuk laporan yang belum terkirim dari sambungan ini paling banyak %(limit)s sehari. Isian "
                "dan berkas sebelumnya tetap tersimpan; kirim laporan tanpa berkas ini, berkasnya dapat menyusul lewat "
                "halaman kode laporan."
            )
            % {"limit": evidence.limit_words(limit)}
        )


def _grows(sender: str, *, begun: int, size: int, at: datetime) -> bool:
    return grows(
        sender,
        "report-draft",
        begun=begun,
        most_begun=settings.SENDER_DRAFTS,
        size=size,
        most_size=settings.SENDER_LIMIT_BYTES,
        at=at,
    )
