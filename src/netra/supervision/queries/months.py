"""A month of an agency's plan beside what was done, and the twelve months of its year.

Nothing is written down for a month: what is overdue and that a month has no plan is derived on the day it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate

from netra.registry.models import Agency
from netra.supervision.access import agencies_planned_for, agencies_read, plans_for, visits_visible_to
from netra.supervision.election_stages import StageThen, first_of, last_of, month_before, next_month, stages_in
from netra.supervision.models import Observation, Visit
from netra.supervision.places import Places
from netra.supervision.states import Result, VisitState
from netra.trust.access import Person

MONTH_LIMIT = 200


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as a line of its month. `is_late` is derived; `came_after` says that it was written down afterwards."""

    visit: Visit
    place: str
    observation: Observation | None
    is_late: bool
    came_after: bool


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Plan against done: planned = done + cancelled + late + ahead; of those done, how many found nothing."""

    month: date
    planned: int = 0
    done: int = 0
    nothing_found: int = 0
    suspected: int = 0
    cancelled: int = 0
    late: int = 0
    is_gap: bool = False

    @property
    def ahead(self) -> int:
        return self.planned - self.done - self.cancelled - self.late


@dataclass(frozen=True, slots=True)
class MonthFile:
    """What one reader sees of one month of one agency; `passed` is what other agencies handed to it in that month."""

    agency: Agency
    month: date
    before: date
    after: date
    stages: Sequence[StageThen]
    rows: Sequence[VisitRow]
    next_key: str | None
    passed: Sequence[VisitRow]
    count: MonthCount
    year: Sequence[MonthCount]
    may_plan: bool


def month_file(user: Person, agency_code: str, month: date, *, on: date, after: str = "") -> MonthFile | None:
    """The month, or None where this person reads the plans of no agency; without a code that of the first. `after` is
    the last visit of the page before.
    """
    read = agencies_read(user, on=on)
    agency = read.filter(code=agency_code).first() or _first(user, read, on)
    if agency is None:
        return None
    month = first_of(month)
    visits = visits_visible_to(user, on=on)
    own = visits.filter(agency_code=agency.code, planned_date__range=(month, last_of(month)))
    passed = visits.filter(
        observation__passed_to=agency.code, observation__passed_at__date__range=(month, last_of(month))
    )
    year = year_of(agency.code, month.year, on=on)
    page, next_key = _page(own, after)
    return MonthFile(
        agency=agency,
        month=month,
        before=month_before(month),
        after=next_month(month),
        stages=stages_in(agency.region_code, month),
        rows=visit_rows(page, on=on),
        next_key=next_key,
        passed=visit_rows(passed.order_by("pk")[:MONTH_LIMIT], on=on),
        count=year[month.month - 1],
        year=year,
        may_plan=plans_for(user, agency.code, on=on),
    )


def year_of(agency_code: str, year: int, *, on: date) -> list[MonthCount]:
    """The twelve months of a year; one that has begun and has no plan is a gap. One query."""
    done = Q(state=VisitState.OBSERVED)
    counted = (
        Visit.objects.filter(agency_code=agency_code, planned_date__year=year)
        .annotate(of_month=TruncMonth("planned_date"))
        .values("of_month")
        .annotate(
            planned=Count("pk"),
            done=Count("pk", filter=done),
            nothing_found=Count("pk", filter=done & Q(observation__result=Result.NOTHING_FOUND)),
            suspected=Count("pk", filter=done & Q(observation__result=Result.SUSPECTED)),
            cancelled=Count("pk", filter=Q(state=VisitState.CANCELLED)),
            late=Count("pk", filter=Q(state=VisitState.PLANNED, planned_date__lt=on)),
        )
        .values_list("of_month", "planned", "done", "nothing_found", "suspected", "cancelled", "late")
    )
    known = {row[0]: MonthCount(*row) for row in counted}
    months = [date(year, number, 1) for number in range(1, 13)]
    return [known.get(month, MonthCount(month, is_gap=month <= on)) for month in months]


def visits_overdue(user: Person, *, on: date, limit: int) -> list[VisitRow]:
    """The visits this person plans whose day passed without a result, the oldest first."""
    late = Visit.objects.filter(
        agency_code__in=agencies_planned_for(user, on=on).values("code"), state=VisitState.PLANNED, planned_date__lt=on
    )
    return visit_rows(late.order_by("planned_date", "pk")[:limit], on=on)


def visit_rows(visits: Iterable[Visit], *, on: date) -> list[VisitRow]:
    """Lines with the names of their places, asked once for all."""
    found = list(visits)
    observed = {each.visit_id: each for each in Observation.objects.filter(visit__in=[each.pk for each in found])}
    places = Places(((each.target_code, each.unit_code) for each in found), on=on)
    return [visit_row(each, observed.get(each.pk), places, on=on) for each in found]


def visit_row(visit: Visit, observation: Observation | None, places: Places, *, on: date) -> VisitRow:
    return VisitRow(
        visit=visit,
        place=places.name(visit.target_code, visit.unit_code),
        observation=observation,
        is_late=visit.state == VisitState.PLANNED and visit.planned_date < on,
        came_after=localdate(visit.planned_at) > visit.planned_date,
    )


def _page(visits: QuerySet[Visit], after: str) -> tuple[Sequence[Visit], str | None]:
    """One page in the order of the days, and the key of the next."""
    last = visits.filter(ref=after).first() if after else None
    if last is not None:
        later = Q(planned_date__gt=last.planned_date) | Q(planned_date=last.planned_date, pk__gt=last.pk)
        visits = visits.filter(later)
    found = list(visits.order_by("planned_date", "pk")[: MONTH_LIMIT + 1])
    return found[:MONTH_LIMIT], found[MONTH_LIMIT - 1].ref if len(found) > MONTH_LIMIT else None


def _first(user: Person, read: Iterable[Agency], on: date) -> Agency | None:
    """The agency of whoever reads many: one for which he plans, else one that has plans."""
    codes = [each.code for each in read]
    mine = [each for each in read if plans_for(user, each.code, on=on)] if len(codes) < MONTH_LIMIT else []
    if mine:
        return mine[0]
    planned = Visit.objects.filter(agency_code__in=codes).order_by("agency_code").values_list("agency_code", flat=True)
    wanted = planned.first()
    return next((each for each in read if each.code == wanted), next(iter(read), None))
