"""That somebody stayed away from the delivery stays as it was written; the day of sending is filled once."""

from __future__ import annotations

from netra.trust.row_locks import RowLock, once

ABSENCE_LOCKS = (
    RowLock(
        table="sanctions_deliverymiss",
        kept=("id", "decision_id", "set_date"),
        may={"sent_date": once()},
        places=("decision_id = NEW.decision_id",),
    ),
)
