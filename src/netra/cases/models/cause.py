"""Faktor penyebab: why it happened, coded by two people who do not see each other's codes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from netra.cases.causes import cause_choices
from netra.cases.models.case import Case


class CauseCoding(models.Model):
    """One person's coding of one case; at most two people, each once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="cause_codings")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    coded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "coder"], name="cause_coder_once"),
            models.UniqueConstraint(fields=["case", "ordinal"], name="cause_coding_ordinal"),
            models.CheckConstraint(condition=Q(ordinal__in=[1, 2]), name="cause_two_coders"),
        ]


class CauseCode(models.Model):
    """One factor that the coder found, with the evidence for it."""

    coding = models.ForeignKey(CauseCoding, on_delete=models.PROTECT, related_name="codes")
    cause = models.CharField(max_length=20, choices=cause_choices)
    evidence = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coding", "cause"], name="cause_once"),
            models.CheckConstraint(condition=~Q(evidence=""), name="cause_needs_evidence"),
        ]
