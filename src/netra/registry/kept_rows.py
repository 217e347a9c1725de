"""What of the registry stays as it was written: the archive schedules, by which cases and reports are erased.

A schedule that was told wrong is told better for the same day, so its years are free; the trail keeps every telling.
"""

from __future__ import annotations

from netra.trust.row_locks import RowLock

LOCKS = (
    RowLock(
        table="registry_retentionschedule",
        kept=("id", "agency_id", "start_date"),
        free=("active_years", "inactive_years", "fate", "document"),
        places=("agency_id = NEW.agency_id AND start_date = NEW.start_date",),
    ),
)
