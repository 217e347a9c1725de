"""How acts, and what they said before a correction, are held against their events when the trail is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext_noop

from netra.cases.models import Act, FormerAct
from netra.cases.operations.correcting_acts import ACT, as_told, fingerprint
from netra.cases.states import PRECISION_LABELS, channel_choices
from netra.law.conducts import CONDUCTS
from netra.trust.erased_words import ERASED
from netra.trust.told_rows import Column, Mirror, Row, by_payload, carries, refs_in

_COLUMNS = {
    "conduct": Column(gettext_noop("bentuk"), {code: each.label for code, each in CONDUCTS.items()}),
    "other_conducts": Column(gettext_noop("bacaan lain")),
    "act_date": Column(gettext_noop("tanggal")),
    "act_date_precision": Column(gettext_noop("ketelitian tanggal"), PRECISION_LABELS),
    "phase": Column(gettext_noop("tahap pemilihan")),
    "channel": Column(gettext_noop("cara"), dict(channel_choices())),
}


def _facts(row: Act | FormerAct) -> dict[str, str]:
    return {column: as_told(getattr(row, column)) for column in _COLUMNS}


def _acts(chains: Collection[str]) -> Iterator[Row]:
    found = Act.objects.filter(case__ref__in=refs_in(chains, "case:")).select_related("case")
    for each in found.order_by("pk"):
        yield Row(each.case.chain, str(each.ordinal), _facts(each))


def _former(chains: Collection[str]) -> Iterator[Row]:
    found = FormerAct.objects.filter(act__case__ref__in=refs_in(chains, "case:")).select_related("act__case")
    for each in found.order_by("pk"):
        said = ERASED if each.narrative == ERASED else fingerprint(each)
        columns = {**_facts(each), "document": each.document, "said": said}
        yield Row(each.act.case.chain, f"{each.act.ordinal}/{each.version}", columns)


ACT_MIRRORS = (
    Mirror(
        what=gettext_noop("perbuatan"),
        key=by_payload("act"),
        makes=frozenset({"cases.act_add"}),
        tells={
            "cases.act_add": carries(conduct="conduct", act_date="act_date"),
            ACT: carries(**{column: column for column in _COLUMNS}),
        },
        rows=_acts,
        columns=_COLUMNS,
        by_hand=True,
    ),
    Mirror(
        what=gettext_noop("perbuatan sebelum diperbaiki"),
        key=by_payload("act", "version"),
        makes=frozenset({ACT}),
        tells={ACT: carries(**{column: f"former_{column}" for column in _COLUMNS}, document="document", said="sha256")},
        rows=_former,
        columns={
            **_COLUMNS,
            "document": Column(gettext_noop("dokumen"), erasable=True),
            "said": Column(gettext_noop("sidik uraian"), erasable=True),
        },
    ),
)
