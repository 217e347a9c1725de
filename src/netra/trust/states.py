"""States of the things trust keeps, and what may follow what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _


class RequestState(StrEnum):
    """A request to open an identity."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"
    OPENED = "OPENED"
    EXPIRED = "EXPIRED"


REQUEST_LABELS: Mapping[RequestState, str] = MappingProxyType(
    {
        RequestState.PENDING: _("Menunggu keputusan"),
        RequestState.APPROVED: _("Disetujui"),
        RequestState.REFUSED: _("Ditolak"),
        RequestState.OPENED: _("Sudah dibuka"),
        RequestState.EXPIRED: _("Kedaluwarsa tanpa dibuka"),
    }
)


class ErasureState(StrEnum):
    """What became of a request for erasure."""

    PENDING = "PENDING"
    DONE = "DONE"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"

    @classmethod
    def after(cls, approved_at: datetime | None, set_aside_at: datetime | None, *, by_who_asked: bool) -> ErasureState:
        """What these moments made of a request; set aside by who asked for it, it was taken back."""
        if approved_at is not None:
            return cls.DONE
        if set_aside_at is None:
            return cls.PENDING
        return cls.WITHDRAWN if by_who_asked else cls.REFUSED


ERASURE_LABELS: Mapping[str, str] = MappingProxyType(
    {
        ErasureState.PENDING: _("Menunggu orang kedua"),
        ErasureState.DONE: _("Dilakukan"),
        ErasureState.REFUSED: _("Ditolak"),
        ErasureState.WITHDRAWN: _("Ditarik kembali"),
    }
)


def request_state_choices() -> list[tuple[str, str]]:
    """A callable, so that a new state makes no migration."""
    return [(state.value, label) for state, label in REQUEST_LABELS.items()]
