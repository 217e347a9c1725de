"""What is said of an act changes only to its next version, and what it said before stays in a row of its own.

Apart from `kept_rows`, whose locks stood before there was a table of former acts.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.kept_rows import erased_about, with_case
from netra.trust.row_locks import EMPTY, ERASED, RowLock

_FACTS = ("conduct", "other_conducts", "act_date", "act_date_precision", "phase", "channel")
# An act that is alleged of somebody who was cleared, and of nobody else, goes with him (`cases.sealing`).
_ALLEGED = "EXISTS (SELECT 1 FROM cases_allegation AS alleged WHERE alleged.act_id = {act} AND {about})"


def _of_act(case: str, act: str) -> str:
    return f"({with_case(case)} OR {_ALLEGED.format(act=act, about=erased_about('alleged.party_id'))})"


_NEXT_VERSION = (
    "NEW.version = OLD.version + 1 AND EXISTS (SELECT 1 FROM cases_formeract f WHERE f.act_id = OLD.id "
    "AND f.version = OLD.version AND f.{column} = OLD.{column})"
)


def _corrected(column: str) -> str:
    """The row that keeps the old value is written first; the new one is told by the trail."""
    return _NEXT_VERSION.format(column=column)


ACT_LOCKS = (
    RowLock(
        table="cases_act",
        kept=("id", "case_id", "ordinal"),
        may={column: _corrected(column) for column in ("version", *_FACTS, "narrative", "place")},
        erasable={"narrative": ERASED, "place": EMPTY},
        erasure=_of_act("{row}.case_id", "{row}.id"),
        what=_("perbuatan"),
        chain="case:case__ref",
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="cases_formeract",
        kept=("id", "act_id", "version", *_FACTS, "corrected_at", "corrected_by"),
        erasable={"narrative": ERASED, "place": EMPTY, "reason": ERASED, "document": EMPTY},
        erasure=_of_act("(SELECT case_id FROM cases_act WHERE id = {row}.act_id)", "{row}.act_id"),
        what=_("perbuatan sebelum diperbaiki"),
        chain="case:act__case__ref",
        places=("act_id = NEW.act_id AND version = NEW.version",),
    ),
)
