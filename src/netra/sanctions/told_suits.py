"""How suits are held against their events when the trail is checked."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from netra.sanctions.models import Suit
from netra.sanctions.operations.suits import RULINGS
from netra.trust.told_rows import Column, Mirror, by_payload, carries, rows_of

SUITS = Mirror(
    what=gettext_noop("gugatan"),
    key=by_payload("proceeding"),
    makes=frozenset({"sanctions.suit_file"}),
    tells={
        "sanctions.suit_file": carries(filed_date="date", document="document", after_execution="executed"),
        "sanctions.suit_decide": carries(decided_date="date", outcome="outcome", ruling="document"),
    },
    rows=rows_of(
        Suit,
        prefix="case:",
        ref="remedy__decision__proceeding__case__ref",
        key=lambda row: str(row["remedy__decision__proceeding__ref"]),
        columns=(
            "remedy__decision__proceeding__ref",
            "filed_date",
            "document",
            "after_execution",
            "decided_date",
            "outcome",
            "ruling",
        ),
    ),
    columns={
        "filed_date": Column(gettext_noop("hari pengajuan")),
        "document": Column(gettext_noop("nomor gugatan"), erasable=True),
        "after_execution": Column(gettext_noop("diajukan sesudah dilaksanakan")),
        "decided_date": Column(gettext_noop("hari putusan")),
        "outcome": Column(gettext_noop("putusan"), RULINGS),
        "ruling": Column(gettext_noop("nomor putusan"), erasable=True),
    },
)
