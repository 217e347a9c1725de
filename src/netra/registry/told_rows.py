"""How the rows of this room are held against their events when the trail is checked."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext_noop

from netra.registry.models import RetentionSchedule, Tie
from netra.registry.states import FATE_LABELS, TIE_KIND_LABELS, TIE_SOURCE_LABELS
from netra.trust.told_rows import Column, Mirror, Value, always, by_payload, carries, rows_of

_SAID_OF_A_TIE = carries(kind="kind", source="known_by", start_date="start", until_date="until")


def _recorded(payload: Mapping[str, Value]) -> Mapping[str, Value]:
    """A tie holds until an event strikes it."""
    return {**_SAID_OF_A_TIE(payload), "is_struck": False}


MIRRORS = (
    Mirror(
        what=gettext_noop("jadwal retensi mulai"),
        key=by_payload("start"),
        makes=frozenset({"registry.retention_set"}),
        tells={
            "registry.retention_set": carries(
                document="document", active_years="active", inactive_years="inactive", fate="fate"
            )
        },
        rows=rows_of(
            RetentionSchedule,
            prefix="agency:",
            ref="agency__code",
            key=lambda row: row["start_date"].isoformat(),
            columns=("start_date", "document", "active_years", "inactive_years", "fate"),
        ),
        columns={
            "document": Column(gettext_noop("keputusan")),
            "active_years": Column(gettext_noop("retensi aktif (tahun)")),
            "inactive_years": Column(gettext_noop("retensi inaktif (tahun)")),
            "fate": Column(gettext_noop("nasib akhir"), {code.value: words for code, words in FATE_LABELS.items()}),
        },
    ),
    Mirror(
        what=gettext_noop("hubungan"),
        key=by_payload("tie"),
        makes=frozenset({"registry.tie_record"}),
        tells={
            "registry.tie_record": _recorded,
            "registry.tie_end": carries(until_date="until"),
            "registry.tie_strike": always(is_struck=True),
        },
        rows=rows_of(
            Tie,
            prefix="agency:",
            ref="agency__code",
            key=lambda row: str(row["ref"]),
            columns=("ref", "kind", "source", "start_date", "until_date"),
            named={"is_struck": ExpressionWrapper(Q(struck_at__isnull=False), output_field=BooleanField())},
        ),
        columns={
            "kind": Column(
                gettext_noop("jenis hubungan"), {code.value: words for code, words in TIE_KIND_LABELS.items()}
            ),
            "source": Column(gettext_noop("sumber"), {code.value: words for code, words in TIE_SOURCE_LABELS.items()}),
            "start_date": Column(gettext_noop("mulai")),
            "until_date": Column(gettext_noop("sampai sebelum")),
            "is_struck": Column(gettext_noop("dicoret")),
        },
    ),
)
