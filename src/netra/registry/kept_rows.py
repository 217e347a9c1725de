"""What of the registry stays as it was written: the archive schedules, by which cases and reports are erased, and ties.

A schedule that was told wrong is told better for the same day, so its years are free; the trail keeps every telling.
A tie that was declared wrongly is struck with a reason, never deleted, and stays struck.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, once

LOCKS = (
    RowLock(
        table="registry_retentionschedule",
        kept=("id", "agency_id", "start_date"),
        free=("active_years", "inactive_years", "fate", "document"),
        places=("agency_id = NEW.agency_id AND start_date = NEW.start_date",),
    ),
    RowLock(
        table="registry_tie",
        kept=(
            "id",
            "ref",
            "agency_id",
            "one_id",
            "other_id",
            "kind",
            "degree",
            "start_date",
            "source",
            "declared_by",
            "document",
            "verification",
            "recorded_by",
            "recorded_at",
        ),
        may={
            "until_date": once(),
            "ended_reason": once(EMPTY),
            "struck_reason": once(EMPTY),
            "struck_by": once(EMPTY),
            "struck_at": once(),
        },
        places=("ref = NEW.ref",),
    ),
)
