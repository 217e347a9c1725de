"""What was seen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.supervision.models.checklist import Checklist
from netra.supervision.models.visit import Visit
from netra.supervision.states import Result, result_choices


class Observation(models.Model):
    """Hasil pengawasan of one visit: when, where, the answers by the version of the checklist, and what it came to.

    `answers` holds one `{"answer": code, "note": text}` for each question. `passed_to` is the supervisors' office to
    which a personnel agency handed its suspicion; `case_ref` the case that the supervisors registered from theirs. No
    person is named here: who is suspected stands in the case alone, which knows when to erase it.
    """

    ref = models.CharField(max_length=40, unique=True)
    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="observation")
    checklist = models.ForeignKey(Checklist, on_delete=models.PROTECT, related_name="observations")
    observed_date = models.DateField()
    observed_time = models.TimeField()
    place = models.CharField(max_length=300)
    answers = models.JSONField(default=list)
    summary = models.TextField()
    result = models.CharField(max_length=15, choices=result_choices)
    evidence_refs = models.JSONField(default=list, blank=True)
    recorded_by = models.CharField(max_length=100)
    recorded_at = models.DateTimeField()
    passed_to = models.CharField(max_length=60, blank=True, default="")
    passed_at = models.DateTimeField(null=True, blank=True)
    case_ref = models.CharField(max_length=24, blank=True, default="")
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["passed_to", "-id"], condition=~Q(passed_to=""), name="observation_passed"),
            models.Index(fields=["case_ref"], condition=~Q(case_ref=""), name="observation_of_case"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(passed_to="", passed_at=None) | ~Q(passed_to="") & Q(passed_at__isnull=False),
                name="observation_passed_has_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(result="SUSPECTED") | Q(passed_to="", case_ref=""),
                name="observation_without_suspicion_goes_nowhere",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return self.visit.chain

    @property
    def is_suspicion(self) -> bool:
        return self.result == Result.SUSPECTED
