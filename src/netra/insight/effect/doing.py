"""Plan against done, month by month: visits, reminders, outreaches, pacts; as far as the reader sees each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth

from netra.insight.effect.spans import Span
from netra.prevention.models import PactAnswer
from netra.prevention.outreach_access import outreaches_visible_to
from netra.prevention.outreach_states import OutreachState
from netra.prevention.pact_access import pacts_visible_to
from netra.prevention.pact_states import PactReply
from netra.prevention.queries.reminder_months import reminders_by_month
from netra.prevention.reminder_access import routines_visible_to
from netra.registry.models import Agency
from netra.supervision.access import agencies_read
from netra.supervision.models import Visit
from netra.supervision.states import Result, VisitState
from netra.trust.models import User

# Planned, observed, with nothing found.
Visits = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Done:
    """One month. Visits and outreaches count in the month for which they were planned, pacts in that of the answer.

    Visits are None for whoever reads the plans of nobody.
    """

    month: date
    visits: int | None
    observed: int | None
    nothing_found: int | None
    reminders_due: int
    reminders_given: int
    outreaches: int
    held: int
    signed: int
    refused: int


def done_in(user: User, codes: Sequence[str], span: Span, *, on: date) -> list[Done]:
    """Every month of the span, also those in which nothing was planned."""
    read = agencies_read(user, on=on)
    visits = _visits(read, codes, span)
    no_visit: Visits = (0, 0, 0) if read.exists() else (None, None, None)
    reminders = reminders_by_month(
        routines_visible_to(user, on=on).filter(agency_code__in=codes), start=span.start, until=span.until
    )
    outreaches = _outreaches(user, codes, span, on)
    answers = _answers(user, codes, span, on)
    return [
        Done(
            month,
            *visits.get(month, no_visit),
            *reminders.get(month, (0, 0)),
            *outreaches.get(month, (0, 0)),
            answers[month, PactReply.SIGNED.value],
            answers[month, PactReply.REFUSED.value],
        )
        for month in (each.start for each in span.months)
    ]


def _visits(read: QuerySet[Agency], codes: Sequence[str], span: Span) -> dict[date, Visits]:
    """Those to these agencies, by agencies whose plans are read: who is to be watched does not read it."""
    observed = Q(state=VisitState.OBSERVED)
    visits = Visit.objects.filter(target_code__in=codes, agency_code__in=read.values("code"))
    rows = _monthly(visits, span).annotate(
        planned=Count("pk"),
        observed=Count("pk", filter=observed),
        nothing_found=Count("pk", filter=observed & Q(observation__result=Result.NOTHING_FOUND)),
    )
    found = rows.values_list("of_month", "planned", "observed", "nothing_found")
    return {month: (planned, done, nothing) for month, planned, done, nothing in found}


def _outreaches(user: User, codes: Sequence[str], span: Span, on: date) -> dict[date, tuple[int, int]]:
    rows = _monthly(outreaches_visible_to(user, on=on).filter(agency_code__in=codes), span).annotate(
        planned=Count("pk"), held=Count("pk", filter=Q(state=OutreachState.HELD))
    )
    return {month: (planned, held) for month, planned, held in rows.values_list("of_month", "planned", "held")}


def _answers(user: User, codes: Sequence[str], span: Span, on: date) -> Counter[tuple[date, str]]:
    pacts = pacts_visible_to(user, on=on).filter(agency_code__in=codes)
    rows = _monthly(
        PactAnswer.objects.filter(pact__in=pacts.values("pk")).annotate(planned_date=F("answered_date")), span
    )
    counted: Iterable[tuple[date, str, int]] = rows.values_list("of_month", "reply").annotate(n=Count("pk"))
    return Counter({(month, reply): number for month, reply, number in counted})


def _monthly(rows: QuerySet[Any], span: Span) -> QuerySet[Any, Any]:
    """Rows of the span by the month of their planned day."""
    inside = rows.filter(planned_date__gte=span.start, planned_date__lt=span.until)
    counted: QuerySet[Any, Any] = inside.annotate(of_month=TruncMonth("planned_date")).order_by().values("of_month")
    return counted
