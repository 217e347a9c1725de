"""A question to an outside body, and what it answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.meeting_states import consultation_state_choices


class Consultation(models.Model):
    """Konsultasi: asked by an agency, answered by another body with a date and a paper, to be cited by its reference.

    An answer never changes; a body that says something else later is asked again.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    body = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True, default="")
    subject = models.CharField(max_length=300)
    question = models.TextField()
    asked_date = models.DateField()
    state = models.CharField(max_length=10, choices=consultation_state_choices)
    answer = models.TextField(blank=True, default="")
    answered_date = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=300, blank=True, default="")
    paper_ref = models.CharField(max_length=40, blank=True, default="")
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agency_code", "-asked_date", "-id"], name="consultation_of_agency")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="ANSWERED", answered_date__gte=F("asked_date")) & ~Q(answer="") & ~Q(answered_by="")
                | ~Q(state="ANSWERED") & Q(answer="", answered_by="", paper_ref="", answered_date=None),
                name="consultation_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="WITHDRAWN") & ~Q(withdrawn_reason="")
                | ~Q(state="WITHDRAWN") & Q(withdrawn_reason=""),
                name="consultation_withdrawn_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"


class CitedConsultation(models.Model):
    """Jawaban konsultasi yang dikutip: in a case, about one accused, by an officer who says why (`note`).

    `case_ref` and `party` name them by what the rooms above show; whoever reads of the accused reads the answer too.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="citations")
    case_ref = models.CharField(max_length=24)
    party = models.PositiveSmallIntegerField()
    note = models.TextField()
    author_ref = models.CharField(max_length=80)
    cited_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case_ref", "party", "consultation"], name="consultation_cited_once"),
            models.CheckConstraint(condition=~Q(note=""), name="consultation_cited_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.case_ref}/T{self.party}/{self.consultation_id}"
