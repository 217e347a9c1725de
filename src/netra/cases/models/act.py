"""Perbuatan: what happened, and what it said before an officer corrected it."""

from __future__ import annotations

from django.db import models

from netra.cases.models.case import Case
from netra.cases.states import channel_choices


class ActFacts(models.Model):
    """What is said of something observable that happened on a day (see `law` conducts for the vocabulary)."""

    conduct = models.CharField(max_length=40)
    other_conducts = models.JSONField(default=list, blank=True)
    act_date = models.DateField()
    act_date_precision = models.CharField(max_length=5, default="DAY")
    phase = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=300, blank=True)
    channel = models.CharField(max_length=20, choices=channel_choices, default="OTHER")
    narrative = models.TextField()

    class Meta:
        abstract = True


class Act(ActFacts):
    """Perbuatan as it is known now; each correction raises `version` and leaves what was said before (`FormerAct`)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="acts")
    ordinal = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1, db_default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "ordinal"], name="act_ordinal")]
        indexes = [models.Index(fields=["conduct", "act_date"], name="act_conduct_date")]


class FormerAct(ActFacts):
    """What an act said before it was corrected, in that version, and why it says something else since."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="former")
    version = models.PositiveSmallIntegerField()
    reason = models.TextField()
    document = models.CharField(max_length=200, blank=True)
    corrected_at = models.DateTimeField()
    corrected_by = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "version"], name="former_act_version")]
