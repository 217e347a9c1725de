"""How the rows of the accused are held against their events when the trail is checked; names are not in the trail."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from netra.cases.leaving import LEAVING_LABELS
from netra.cases.models import Party
from netra.cases.states import ATTRIBUTE_LABELS
from netra.trust.told_rows import Column, Mirror, always, by_payload, carries, rows_of

PARTIES = Mirror(
    what=gettext_noop("terlapor"),
    key=by_payload("party"),
    makes=frozenset({"cases.party_add"}),
    tells={
        "cases.party_add": always(left_kind="", left_date=None, left_document=""),
        "cases.party_identify": carries(identified_by_attribute="attribute"),
        "sanctions.servant_left": carries(left_kind="kind", left_date="date", left_document="document"),
        "sanctions.servant_left_correct": always(left_kind="", left_date=None, left_document=""),
    },
    rows=rows_of(
        Party,
        ref="case__ref",
        key=lambda row: str(row["ordinal"]),
        columns=("ordinal", "identified_by_attribute", "left_kind", "left_date", "left_document"),
        prefix="case:",
    ),
    columns={
        "identified_by_attribute": Column(gettext_noop("ciri kedua"), ATTRIBUTE_LABELS, erasable=True),
        "left_kind": Column(gettext_noop("sebab berhentinya"), LEAVING_LABELS),
        "left_date": Column(gettext_noop("hari berhentinya")),
        "left_document": Column(gettext_noop("dokumen berhentinya")),
    },
    by_hand=True,
)
