"""Integrity pacts: each version of the text, and what each civil servant answered to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.prevention.pact_states import pact_reply_choices
from netra.registry.models import CivilServant, OrgUnit


class Pact(models.Model):
    """Pakta integritas: one version of a text that the people of an agency, or of a unit and all beneath, are to sign.

    It never changes once it is open, so that everybody signed what stands there; other words are the next version, and
    only the last one is asked for.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300)
    points = models.JSONField()
    legal_basis = models.JSONField(default=list)
    version = models.PositiveSmallIntegerField(default=1)
    earlier = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    open_date = models.DateField()
    # The first day on which nobody signs it any more.
    withdrawn_date = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agency_code", "-id"], name="pact_of_agency")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(version=1, earlier=None) | Q(version__gt=1, earlier__isnull=False),
                name="pact_version_follows_another",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_date=None, withdrawn_reason="")
                | Q(withdrawn_date__isnull=False) & ~Q(withdrawn_reason=""),
                name="pact_withdrawal_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"

    @property
    def next_version(self) -> Pact | None:
        """The version that took its place; one question."""
        return Pact.objects.filter(earlier=self).first()

    def told_on(self, today: date, later: Pact | None) -> date:
        """The day of which is told who answered: today, or the last on which this version was asked for."""
        ends = [self.withdrawn_date, later.open_date if later else None]
        last = min((day - timedelta(days=1) for day in ends if day is not None), default=today)
        return min(today, max(last, self.open_date))

    def open_on(self, day: date) -> bool:
        """Whether it could be signed on that day, as far as its own days tell."""
        return self.open_date <= day and (self.withdrawn_date is None or day < self.withdrawn_date)


class PactAnswer(models.Model):
    """Tanda tangan atau penolakan: by one person to one version, each once; agency and unit are those of that day."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="answers")
    civil_servant = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="pact_answers")
    agency_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    reply = models.CharField(max_length=10, choices=pact_reply_choices)
    reason = models.TextField(blank=True, default="")
    # The day it happened; a ceremony is sometimes entered days later.
    answered_date = models.DateField()
    entered_at = models.DateTimeField()
    # Who wrote it down, where it was not the person; empty where it was.
    entered_by = models.CharField(max_length=100, blank=True, default="")
    proof_ref = models.CharField(max_length=40, blank=True, default="")
    letter_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pact", "civil_servant", "reply"], name="pact_answer_once"),
            models.CheckConstraint(
                condition=Q(reply="REFUSED", letter_ref="") & ~Q(reason="") | Q(reply="SIGNED", reason=""),
                name="pact_refusal_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(proof_ref="") | ~Q(entered_by=""), name="pact_proof_comes_from_a_writer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pact_id}: {self.pk}"
