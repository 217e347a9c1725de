"""What an authority still owes once a decision can no longer be contested, is final or annulled, for which no article
that was read names a term.

Derived from where the proceeding stands: nothing of it is stored, and nothing of it is ever overdue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, DateField, Exists, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils.translation import gettext_noop as _

from netra.cases.models import Deadline
from netra.law.dated import Source
from netra.sanctions.absent import ABSENT
from netra.sanctions.models import Proceeding
from netra.sanctions.models.proceeding import UNDONE_DUTY, UNFINAL
from netra.sanctions.offers import article
from netra.sanctions.states import ProceedingState
from netra.sanctions.suing import owed_while_sued

ONE_DAY = timedelta(days=1)
# The act that ends each duty, and its words.
ENDED_BY = {
    ProceedingState.IN_FORCE: "sanctions.decision_finalise",
    ProceedingState.FINAL: "sanctions.decision_execute",
    ProceedingState.SUED: "sanctions.decision_execute",
    ProceedingState.RESTORING: "sanctions.restoration_record",
}
LABELS: dict[str, str] = {
    ProceedingState.IN_FORCE: _("Menyatakan keputusan berkekuatan tetap"),
    ProceedingState.FINAL: _("Melaksanakan keputusan yang berkekuatan tetap"),
    ProceedingState.SUED: _("Melaksanakan keputusan yang tetap berlaku selama digugat"),
    ProceedingState.RESTORING: _("Memulihkan yang diambil oleh hukuman yang dibatalkan"),
}

# A status may end on a day before anybody decided it, yet nothing is owed before the decision was received; and what
# was contested is owed since the answer.
_DELIVERY, _REMEDY = "decision__delivery", "decision__remedy"
# Where it holds although nobody knows that it arrived (PP 53/2010 Ps 46): since the day of that article.
_HELD_WHEN_ABSENT = Deadline.objects.filter(case=OuterRef("case"), subject_ref=OuterRef("ref"), rule=ABSENT)
_RECEIVED = Coalesce(f"{_DELIVERY}__received_date", Subquery(_HELD_WHEN_ABSENT.values("due_date")[:1]))
_SINCE = Greatest(
    _RECEIVED,
    Coalesce(f"{_DELIVERY}__in_force_date", _RECEIVED),
    Coalesce(f"{_REMEDY}__decided_date", _RECEIVED),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """What one proceeding waits for, since when; `source` is None where no article is known."""

    proceeding: Proceeding
    since: date
    label: str
    source: Source | None


def duties() -> QuerySet[Any]:
    """The proceedings in which one is owed, each with its `since`."""
    return _with_day(Proceeding.objects.filter(UNDONE_DUTY))


def sued() -> QuerySet[Any]:
    """The proceedings in which a decision is still to be carried out while a court is asked, each with its `since`."""
    return _with_day(Proceeding.objects.filter(owed_while_sued()))


def _with_day(owed: QuerySet[Any]) -> QuerySet[Any]:
    dated: QuerySet[Any] = owed.annotate(since=_SINCE).select_related("case", "party__case", _DELIVERY, _REMEDY)
    return dated


def called_final_by_nobody(*, on: date) -> QuerySet[Proceeding]:
    """The proceedings whose decision holds, can no longer be contested on that day and was called final by nobody."""
    running = _contestable().filter(met_date__isnull=True, due_date__gte=on)
    return Proceeding.objects.filter(UNFINAL, ~Exists(running))


def _contestable() -> QuerySet[Deadline]:
    return Deadline.objects.filter(
        case=OuterRef("case"), subject_ref=OuterRef("ref"), rule__in=("objection_filing", "appeal_filing")
    )


def unfinal(*, on: date) -> QuerySet[Any]:
    """Those called final by nobody, each with its `since`.

    That is the day after the last one on which it could be contested, or that of the answer.
    """
    unused = _contestable().order_by("-due_date").annotate(after=Cast(F("due_date") + ONE_DAY, DateField()))
    sued = f"{_REMEDY}__suit__decided_date"
    since = Greatest(
        _SINCE,
        Case(
            When(**{f"{_REMEDY}__isnull": True}, then=Coalesce(Subquery(unused.values("after")[:1]), _RECEIVED)),
            default=_RECEIVED,
            output_field=DateField(),
        ),
        Coalesce(sued, _RECEIVED),
    )
    related = ("case", "party__case", _DELIVERY, f"{_REMEDY}__suit")
    dated: QuerySet[Any] = called_final_by_nobody(on=on).annotate(since=since)
    return dated.select_related(*related)


def duty_of(proceeding: Proceeding) -> Duty:
    """The duty of one of `duties()`, `sued()` or `unfinal()`, on the article of the day on which it arose."""
    since: date = getattr(proceeding, "since")  # noqa: B009 the annotation of `duties()` is no field of the model
    state = ProceedingState(proceeding.state)
    return Duty(proceeding, since, LABELS[state], article(ENDED_BY[state], proceeding, on=since))
