"""Room for files of people without an account: they never fill the disk, and none takes the room of all."""

from __future__ import annotations

import shutil

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from netra.trust.actors import Actor
from netra.trust.evidence.limits import limit_words
from netra.trust.evidence.refusals import EvidenceRefused
from netra.trust.models import EvidenceItem

_KEPT_FREE = 1024**3


def leaves_room(size: int) -> bool:
    """Whether the last gigabyte of the disk, which is for those who work here, stays free.

    Several uploads of one moment may pass the limit together; the gigabyte bears it.
    """
    return shutil.disk_usage(settings.DATA_DIR).free - size >= _KEPT_FREE


def demand_room(size: int, *, by: Actor, chain: str) -> None:
    """Refuse so many bytes more in a chain from somebody without an account. Fails with EvidenceRefused.

    Called inside the operation that takes the files, while it holds the row of the report or case.
    """
    if not size:
        return
    if not leaves_room(size):
        raise EvidenceRefused(
            _(
                "Saat ini tidak ada ruang untuk berkas baru, jadi tidak ada yang terkirim. Kirim tanpa berkas; "
                "berkasnya dapat menyusul kemudian atau diserahkan langsung kepada petugas."
            )
        )
    limit: int = settings.REPORT_LIMIT_BYTES
    given = EvidenceItem.objects.filter(chain=chain, received_by=by.actor_ref, destroyed_at=None)
    total: int = given.aggregate(total=Sum("size"))["total"] or 0
    if total + size > limit:
        raise EvidenceRefused(
            _(
                "Berkas Anda bersama-sama paling besar %(limit)s; sudah ada %(given)s. Kirim tanpa berkas ini, atau "
                "serahkan berkasnya langsung kepada petugas."
            )
            % {"limit": limit_words(limit), "given": limit_words(total)}
        )
