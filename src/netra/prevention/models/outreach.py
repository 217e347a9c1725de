"""An outreach: what it is to reach, who speaks, whom it is for, what is asked before and after, its files."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.audience_line import AudienceLine
from netra.prevention.models.bank_item import BankItem
from netra.prevention.outreach_states import MOST_TESTED, OutreachState, file_kind_choices, outreach_state_choices


class Outreach(models.Model):
    """Sosialisasi: held by one agency, for its own people or for those of others."""

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=300)
    aims = models.JSONField(default=list)
    planned_date = models.DateField()
    # A day without a time is known of those that were held before Netra was there.
    start_time = models.TimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=outreach_state_choices)
    held_date = models.DateField(null=True, blank=True)
    cancelled_reason = models.TextField(blank=True, default="")
    # How many questions each participant gets, the same before and after; none where there is no test.
    asked = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["agency_code", "-planned_date", "-id"], name="outreach_of_agency"),
            models.Index(fields=["-planned_date", "-id"], name="outreach_by_day"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="HELD", held_date__isnull=False) | ~Q(state="HELD") & Q(held_date=None),
                name="outreach_held_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="CANCELLED") & ~Q(cancelled_reason="")
                | ~Q(state="CANCELLED") & Q(cancelled_reason=""),
                name="outreach_cancelled_is_explained",
            ),
            models.CheckConstraint(condition=Q(asked__lte=MOST_TESTED), name="outreach_asks_at_most_ten"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"

    @property
    def day(self) -> date:
        """The day it was held, or is planned for."""
        return self.held_date or self.planned_date

    @property
    def is_held(self) -> bool:
        return self.state == OutreachState.HELD


class OutreachTarget(AudienceLine):
    """One line of the audience of an outreach."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="targets")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(unit=None) | Q(agency__isnull=False), name="outreach_target_unit_has_agency"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.pk}"


class OutreachQuestion(BankItem):
    """A question of its test. `rule` is a code of the law data: the article is asked of the law of the outreach's day,
    never typed.
    """

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="questions")
    rule = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["outreach", "ordinal"], name="outreach_question_ordinal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}/{self.ordinal}"


class Speaker(models.Model):
    """Narasumber: a name, an office, and the body that sent them, which may be another than the one that holds it."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="speakers")
    name = models.CharField(max_length=200)
    office = models.CharField(max_length=200)
    body = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.pk}"


class Postponement(models.Model):
    """Penundaan: from which day to which, why, and who wrote it down."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="postponements")
    from_date = models.DateField()
    to_date = models.DateField()
    reason = models.TextField()
    entered_by = models.CharField(max_length=100)
    entered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(to_date=F("from_date")), name="postponement_to_another_day"),
            models.CheckConstraint(condition=~Q(reason=""), name="postponement_is_explained"),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.from_date} → {self.to_date}"


class OutreachFile(models.Model):
    """Materi that participants may open, or a photo that shows it took place; the content lies among the evidence."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=10, choices=file_kind_choices)
    title = models.CharField(max_length=200)
    evidence_ref = models.CharField(max_length=40, unique=True)
    added_by = models.CharField(max_length=100)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.evidence_ref}"
