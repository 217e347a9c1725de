"""How the rows of this room are held against their events when the trail is checked."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from netra.registry.models import RetentionSchedule
from netra.registry.states import FATE_LABELS
from netra.trust.told_rows import Column, Mirror, by_payload, carries, rows_of

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
)
