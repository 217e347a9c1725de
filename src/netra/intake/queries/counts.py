"""Counts of reports: for an office's own page, and for the statistics. The unit of count is the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.utils import timezone

from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.states import State
from netra.trust.access import Person


@dataclass(frozen=True, slots=True)
class ReportCount:
    """How many reports share these codes; no region below the province, so that small numbers stay few."""

    year: int
    province_code: str
    election_kind: str
    channel: str
    mode: str
    kind: str
    state: str
    reports: int


def counts_by_state(user: Person, *, at: datetime) -> dict[State, int]:
    """How many reports this person sees in each state, zeros included; one query over the index of the list."""
    rows = visible_to(user, on=timezone.localdate(at)).values("state").annotate(reports=Count("pk"))
    found = {State(row["state"]): row["reports"] for row in rows.order_by()}
    return {state: found.get(state, 0) for state in State}


def report_counts(*, since: date | None = None, until: date | None = None) -> list[ReportCount]:
    """All reports, counted by their codes, for rooms that publish; suppressing small cells is theirs."""
    reports = Report.objects.all()
    reports = reports.filter(received_at__date__gte=since) if since else reports
    reports = reports.filter(received_at__date__lt=until) if until else reports
    codes = ("year", "province_code", "election_kind", "channel", "mode", "kind", "state")
    rows = reports.annotate(year=ExtractYear("received_at")).values(*codes).annotate(reports=Count("pk"))
    return [ReportCount(**row) for row in rows.order_by(*codes)]
