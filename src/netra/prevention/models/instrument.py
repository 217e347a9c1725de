"""What is told to whom: the instrument, its target, and the questions that show whether it was understood."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.audience_line import AudienceLine
from netra.prevention.models.bank_item import BankItem
from netra.prevention.states import State, instrument_kind_choices, state_choices

MOST_ASKED = 3


class Instrument(models.Model):
    """Imbauan, edaran, instruksi, keputusan bersama: numbered by our register, or another's with the number it bears.

    `agency_code` is the agency that spreads it and answers for its reaching people; `issuer` is who signed it, which
    is another where an agency passes on what Bawaslu or a ministry wrote.
    """

    ref = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=16, choices=instrument_kind_choices)
    agency_code = models.CharField(max_length=60)
    # Copied from the agency, so that a region's supervisors find theirs by an index.
    region_code = models.CharField(max_length=13, blank=True, default="")
    province_code = models.CharField(max_length=2, blank=True, default="")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=300)
    legal_basis = models.JSONField(default=list)
    points = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=state_choices)
    number = models.CharField(max_length=200, blank=True, default="")
    letter_date = models.DateField(null=True, blank=True)
    # Ours: the letter of the register. Another's: the scan as it came.
    letter_ref = models.CharField(max_length=40, blank=True, default="")
    original_ref = models.CharField(max_length=40, blank=True, default="")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    # How many questions each reader gets, drawn from the bank; none where the bank is empty.
    asked = models.PositiveSmallIntegerField(default=0)
    issued_at = models.DateTimeField(null=True, blank=True)
    withdrawn_date = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["agency_code", "-id"], name="instrument_of_agency"),
            models.Index(fields=["region_code", "-id"], name="instrument_of_region"),
            models.Index(fields=["province_code", "-id"], name="instrument_of_province"),
        ]
        constraints: ClassVar = [
            # In one agency: each that spreads a letter of a ministry records it, and none sees what others recorded.
            models.UniqueConstraint(
                fields=["agency_code", "issuer", "number", "letter_date"],
                condition=~Q(number="") & ~Q(state="WITHDRAWN"),
                name="instrument_number_used_once",
            ),
            models.CheckConstraint(
                condition=Q(state="DRAFT") | (~Q(number="") & Q(letter_date__isnull=False, issued_at__isnull=False)),
                name="instrument_issued_is_numbered",
            ),
            models.CheckConstraint(
                condition=Q(state="DRAFT") | ~Q(letter_ref="") | ~Q(original_ref=""), name="instrument_issued_is_paper"
            ),
            models.CheckConstraint(
                condition=~Q(state="WITHDRAWN") | (Q(withdrawn_date__isnull=False) & ~Q(withdrawn_reason="")),
                name="instrument_withdrawal_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")), name="instrument_runs_forward"
            ),
            models.CheckConstraint(condition=Q(asked__lte=MOST_ASKED), name="instrument_asks_at_most_three"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"

    def holds_on(self, day: date) -> bool:
        """Whether people are asked for it on that day: issued, begun, not ended, not withdrawn."""
        withdrawn = self.withdrawn_date is not None and day >= self.withdrawn_date
        return self.state != State.DRAFT and self.valid_from <= day and not self.has_ended(day) and not withdrawn

    def has_ended(self, day: date) -> bool:
        """Whether its days are over, withdrawn or not."""
        return self.valid_until is not None and day >= self.valid_until

    def told_on(self, today: date) -> date:
        """The day of which is told whom it reached: today, or the last on which people were asked for it.

        Whoever came, moved or left after that changes nothing of what the letter was to those who were there.
        """
        ends = [today]
        if self.valid_until is not None:
            ends.append(self.valid_until - timedelta(days=1))
        if self.withdrawn_date is not None:
            ends.append(self.withdrawn_date)
        return min(ends)


class Target(AudienceLine):
    """One line of the audience of an instrument."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="targets")
    # Set with the issue of the instrument; from then on the row is locked.
    issued = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(unit=None) | Q(agency__isnull=False), name="target_unit_has_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}: {self.pk}"


class Question(BankItem):
    """A question of an instrument's bank; the explanation names the article."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="questions")
    issued = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instrument", "ordinal"], name="question_ordinal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}/{self.ordinal}"
