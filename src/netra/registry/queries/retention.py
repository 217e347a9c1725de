"""The archive schedule of an agency on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from netra.registry.models import RetentionSchedule


def retention_schedule_on(agency_code: str, day: date) -> RetentionSchedule | None:
    """The schedule that the agency had on that day: the one that began last; None where none was recorded."""
    return retention_schedules_of(agency_code).filter(start_date__lte=day).first()


def retention_schedules_of(agency_code: str) -> QuerySet[RetentionSchedule]:
    """Every schedule that was recorded, newest first."""
    return RetentionSchedule.objects.filter(agency__code=agency_code).order_by("-start_date")
