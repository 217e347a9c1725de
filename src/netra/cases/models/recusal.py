"""Pengunduran diri: who must not handle a case, because he is a candidate, kin, or reported in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from netra.cases.models.case import Case


class Recusal(models.Model):
    """One person kept from one case, by himself or by a superior of his own side; from then on he does not see it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recusals")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    recused_by = models.CharField(max_length=60)
    recused_at = models.DateTimeField()

    class Meta:
        constraints = [
            # In this order, so that its index also answers "which cases is this person kept from".
            models.UniqueConstraint(fields=["user", "case"], name="recusal_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="recusal_needs_reason"),
        ]
