"""What an authority still owes once a decision is final or annulled, for which no article that was read names a term.

Derived from where the proceeding stands: nothing of it is stored, and nothing of it is ever overdue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_noop as _

from netra.law.dated import Source
from netra.sanctions.models import Proceeding
from netra.sanctions.models.proceeding import UNDONE_DUTY
from netra.sanctions.offers import article
from netra.sanctions.states import ProceedingState

# The act that ends each duty, and its words.
ENDED_BY = {
    ProceedingState.FINAL: "sanctions.decision_execute",
    ProceedingState.RESTORING: "sanctions.restoration_record",
}
LABELS: dict[str, str] = {
    ProceedingState.FINAL: _("Melaksanakan keputusan yang berkekuatan tetap"),
    ProceedingState.RESTORING: _("Memulihkan yang diambil oleh hukuman yang dibatalkan"),
}

# A status may end on a day before anybody decided it, yet nothing is owed before the decision was received; and what
# was contested is owed since the answer.
_DELIVERY, _REMEDY = "decision__delivery", "decision__remedy"
_RECEIVED = f"{_DELIVERY}__received_date"
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
    related = ("case", "party__case", _DELIVERY, _REMEDY)
    return Proceeding.objects.filter(UNDONE_DUTY).annotate(since=_SINCE).select_related(*related)


def duty_of(proceeding: Proceeding) -> Duty:
    """The duty of one of `duties()`, on the article of the day on which it arose."""
    since: date = getattr(proceeding, "since")  # noqa: B009 the annotation of `duties()` is no field of the model
    state = ProceedingState(proceeding.state)
    return Duty(proceeding, since, LABELS[state], article(ENDED_BY[state], proceeding, on=since))
