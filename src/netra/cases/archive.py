"""Arsip: until when the file of a closed case is kept, by the schedule of the office whose case it is.

A case that ended sealed has its date of erasure (`operations.endings`); this is about the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.cases.models import Case
from netra.cases.states import CaseState
from netra.registry.models import RetentionSchedule
from netra.registry.queries import retention_schedule_on


@dataclass(frozen=True, slots=True)
class Archive:
    """When the file leaves the shelf: `active_until`, then `due`, both None while no schedule is recorded.

    `schedule` is the one that the office had on the day on which the case ended.
    """

    agency_code: str
    ended: date
    schedule: RetentionSchedule | None
    active_until: date | None = None
    due: date | None = None


def archive_of(case: Case) -> Archive | None:
    """How long the file is kept; None for a case that goes on or that ended sealed."""
    if case.state != CaseState.CLOSED or case.ended_date is None:
        return None
    schedule = retention_schedule_on(case.handling_agency_code, case.ended_date)
    if schedule is None:
        return Archive(case.handling_agency_code, case.ended_date, None)
    ended = case.ended_date
    return Archive(case.handling_agency_code, ended, schedule, schedule.active_until(ended), schedule.due(ended))
