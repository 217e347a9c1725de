"""Tenggat: each actor's own clock, with the steps that explain its date."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop as _

from netra.cases.models.case import Case
from netra.law.bodies import appeal_body
from netra.law.local_time import seen_from


def holder_choices() -> list[tuple[str, str]]:
    return [
        ("SUPERVISOR", _("Bawaslu")),
        ("OVERSIGHT", _("KASN/BKN")),
        ("AGENCY", _("Instansi kepegawaian")),
        ("AUTHORITY", _("Pejabat Pembina Kepegawaian")),
        ("ACCUSED", _("Terlapor")),
        ("APPEAL_BODY", _("BAPEK/BPASN")),
    ]


# What stands on the follow-up board.
OWED = Q(met_date__isnull=True) & ~Q(agency_code="")


class Deadline(models.Model):
    """One actor's term as the law said it then: due date, rule, citation, steps.

    Open while `met_date` is null. Overdue is derived (`due_date < today`), never counted or stored. A paused
    deadline is not overdue; its due date moves when it is resumed.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    # "" for the case itself, else the public reference of a proceeding.
    subject_ref = models.CharField(max_length=32, blank=True)
    holder = models.CharField(max_length=12, choices=holder_choices)
    # Whose debt it is on the follow-up board; empty for holders that are no agency.
    agency_code = models.CharField(max_length=60, blank=True)
    # Copied from the case, which never changes them: the board of a region is then one walk of one index.
    region_code = models.CharField(max_length=13)
    province_code = models.CharField(max_length=2)
    rule = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    start_date = models.DateField()
    due_date = models.DateField()
    # When a term in hours ends whose beginning is known to the hour; else only its day is known.
    due_at = models.DateTimeField(null=True)
    unit = models.CharField(max_length=14)
    # ARTICLE or LETTER: some terms are set by a letter (number, date), not by an article.
    source_kind = models.CharField(max_length=8, default="ARTICLE")
    citation = models.CharField(max_length=300)
    verification = models.CharField(max_length=10)
    steps = models.JSONField()
    notes = models.JSONField(default=list, blank=True)
    alternatives = models.JSONField(default=list, blank=True)
    provisional = models.BooleanField(default=False)
    needs_review = models.BooleanField(default=False)
    met_date = models.DateField(null=True)
    # The day on which it was written down that the term was met; unknown of terms from before it was kept.
    recorded_date = models.DateField(null=True)
    paused_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "subject_ref", "rule"], condition=Q(met_date__isnull=True), name="deadline_open_once"
            ),
        ]
        indexes = [
            # They hold all that the board asks, so that it never fetches a row: the case for who is recused, `met_date`
            # because SQLite asks it again though the condition implies it.
            models.Index(
                fields=["agency_code", "due_date", "id", "paused_date", "case", "met_date"],
                condition=OWED,
                name="deadline_owed_by_agency",
            ),
            models.Index(
                fields=["province_code", "agency_code", "due_date", "id", "paused_date", "case", "met_date"],
                condition=OWED,
                name="deadline_owed_in_province",
            ),
            models.Index(
                fields=["region_code", "agency_code", "due_date", "id", "paused_date", "case", "met_date"],
                condition=OWED,
                name="deadline_owed_in_region",
            ),
            models.Index(fields=["case", "due_date"], name="deadline_case"),
        ]

    @property
    def due_hour(self) -> datetime | None:
        """The hour at which it ends; None where only the day is known, or somebody moved the day."""
        moved = self.due_at is None or seen_from(self.region_code, self.due_at).date() != self.due_date
        return None if moved else self.due_at

    def is_overdue(self, on: date) -> bool:
        """Derived on a given day; never stored."""
        return self.met_date is None and self.paused_date is None and self.due_date < on

    @property
    def holder_name(self) -> str:
        """Whose clock it is; an appeal's body by the day on which it was filed (BAPEK to 2021-08-09, then BPASN)."""
        return appeal_body(self.start_date).code if self.holder == "APPEAL_BODY" else self.get_holder_display()

    @property
    def was_late(self) -> bool:
        """Whether it ended after its day; whose right it was, nobody was late."""
        return self.met_date is not None and self.due_date < self.met_date and self.holder != "ACCUSED"

    @property
    def was_recorded_late(self) -> bool:
        """Whether the day that ended it lies in time but was written down only after the term had passed.

        Nobody can tell such a paper from one that was made late and dated back, so it counts as neither.
        """
        if self.met_date is None or self.recorded_date is None or self.holder == "ACCUSED":
            return False
        return self.met_date <= self.due_date < self.recorded_date


class DeadlineChange(models.Model):
    """An extension, a pause or a resumption: with the reason and the document that allow it."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=6)
    old_due_date = models.DateField()
    new_due_date = models.DateField()
    reason = models.TextField()
    document = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason="") & ~Q(document=""), name="deadline_change_is_explained"),
        ]

    @property
    def came_too_late(self) -> bool:
        """Whether more time was given only after the old day had passed."""
        return self.kind == "EXTEND" and localdate(self.changed_at) > self.old_due_date
