"""Half-open periods in days: the start counts, the end does not; no end means until further notice."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import F, Q

ModelT = TypeVar("ModelT", bound=models.Model)


class PeriodQuerySet(models.QuerySet[ModelT]):
    """Rows with `start_date` and `until_date`."""

    def on(self, day: date) -> PeriodQuerySet[ModelT]:
        return self.filter(Q(until_date=None) | Q(until_date__gt=day), start_date__lte=day)

    def overlapping(self, start: date, until: date | None) -> PeriodQuerySet[ModelT]:
        """Rows that share at least one day with the period."""
        begun = Q() if until is None else Q(start_date__lt=until)
        return self.filter(begun, Q(until_date=None) | Q(until_date__gt=start))


def runs_forward(name: str) -> models.CheckConstraint:
    """A period has at least one day."""
    return models.CheckConstraint(condition=Q(until_date=None) | Q(until_date__gt=F("start_date")), name=name)
