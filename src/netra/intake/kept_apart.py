"""Which reports an officer told apart, and why, stays as it was said."""

from __future__ import annotations

from netra.trust.row_locks import RowLock

APART_LOCKS = (
    RowLock(
        table="intake_toldapart",
        kept=("id", "report_id", "other_id", "reason", "told_by_ref", "told_at"),
        places=("report_id = NEW.report_id AND other_id = NEW.other_id",),
    ),
)
