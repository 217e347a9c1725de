"""What an officer judged of two reports that look alike: about the same, or not. They stay two reports."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.intake.models.report import Report
from netra.intake.states import ApartReason, DuplicateReason, label


def reason_choices() -> list[tuple[str, str]]:
    return [(reason.value, label(reason)) for reason in DuplicateReason]


def apart_choices() -> list[tuple[str, str]]:
    return [(reason.value, label(reason)) for reason in ApartReason]


class DuplicateLink(models.Model):
    """A named officer's judgement that `report` and `other` are alike; nothing is merged by it."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="linked_by")
    reason = models.CharField(max_length=24, choices=reason_choices)
    linked_by_ref = models.CharField(max_length=80)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "other"], name="duplicate_link_once"),
            models.CheckConstraint(condition=~Q(report=F("other")), name="duplicate_link_two_reports"),
        ]


class ToldApart(models.Model):
    """A named officer's judgement that `report` and `other` are not about the same: it is proposed no more."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="apart_from")
    other = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="apart_from_by")
    reason = models.CharField(max_length=24, choices=apart_choices)
    told_by_ref = models.CharField(max_length=80)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "other"], name="told_apart_once"),
            models.CheckConstraint(condition=~Q(report=F("other")), name="told_apart_two_reports"),
        ]
