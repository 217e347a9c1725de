"""What is said of an act changes only to its next version, and what it said before stays in a row of its own.

Apart from `kept_rows`, whose locks stood before there was a table of former acts.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, ERASED, RowLock, erased_to

_FACTS = ("conduct", "other_conducts", "act_date", "act_date_precision", "phase", "channel")
_GONE = erased_to(ERASED)
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
        may={
            **{column: _corrected(column) for column in ("version", *_FACTS)},
            "narrative": f"{_GONE} OR ({_corrected('narrative')})",
            "place": f"{erased_to(EMPTY)} OR ({_corrected('place')})",
        },
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="cases_formeract",
        kept=("id", "act_id", "version", *_FACTS, "corrected_at", "corrected_by"),
        may={"narrative": _GONE, "place": erased_to(EMPTY), "reason": _GONE, "document": erased_to(EMPTY)},
        places=("act_id = NEW.act_id AND version = NEW.version",),
    ),
)
