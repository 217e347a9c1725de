"""How the summonses, records and reports of an examination are held against their events, each of its own round."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext_noop

from netra.cases.told_rows import LETTER
from netra.sanctions.models import Examination, ExaminationReport, Summons
from netra.trust.told_rows import Column, Mirror, Told, carries, rows_of

_of_case = partial(rows_of, prefix="case:")
_LETTER = carries(letter_ref="letter")
_HELD = Column(gettext_noop("hari sidang atau pemeriksaan"))


def _round_told(told: Told) -> str:
    """One examination of a proceeding; events of the first, and all from before there were two, tell no round."""
    return f"{told.payload['proceeding']}/{told.payload.get('round', 1)}"


def _round_of(row: Mapping[str, Any]) -> str:
    return f"{row['proceeding__ref']}/{row['round']}"


EXAMINATIONS = (
    Mirror(
        what=gettext_noop("panggilan"),
        key=lambda told: f"{_round_told(told)}/{told.payload.get('ordinal', 1)}",
        makes=frozenset({"sanctions.summons_issue", "sanctions.council_summon"}),
        tells={"sanctions.summons_issue": _LETTER, "sanctions.council_summon": _LETTER},
        rows=_of_case(
            Summons,
            ref="proceeding__case__ref",
            key=lambda row: f"{_round_of(row)}/{row['ordinal']}",
            columns=("proceeding__ref", "round", "ordinal", "letter_ref"),
        ),
        columns={"letter_ref": LETTER},
    ),
    *(
        Mirror(
            what=what,
            key=_round_told,
            makes=frozenset({verb}),
            tells={verb: carries(letter_ref="letter", **own_day)},
            rows=_of_case(
                model,
                ref="proceeding__case__ref",
                key=_round_of,
                columns=("proceeding__ref", "round", "letter_ref", *own_day),
            ),
            columns={"letter_ref": LETTER, **dict.fromkeys(own_day, _HELD)},
        )
        for what, model, verb, own_day in (
            (
                gettext_noop("berita acara pemeriksaan"),
                Examination,
                "sanctions.examination_record",
                {"held_date": "date"},
            ),
            (gettext_noop("laporan hasil pemeriksaan"), ExaminationReport, "sanctions.examination_report", {}),
        )
    ),
)
