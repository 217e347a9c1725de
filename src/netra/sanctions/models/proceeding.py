"""Penanganan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from netra.cases.models import Case, Party
from netra.law.dated import Source, Verification
from netra.law.procedure import Step
from netra.sanctions.states import ENDED, ProceedingState, route_choices, state_choices

if TYPE_CHECKING:
    from netra.sanctions.models.examination import Examination, ExaminationReport, Summons

# Conditions of indexes, and not `IN`: SQLite does not see that a list of bound values is the condition of its index.
# Nothing was proven, or what was decided is gone: it only waits to be closed.
NOTHING_LEFT = Q(state="ANNULLED") | Q(state="STOPPED")
# The authority has yet to carry out the decision, or to give back what an annulled one took.
UNDONE_DUTY = Q(state="FINAL") | Q(state="RESTORING")
# It holds, and nobody has said yet that nothing is left against it; owed once no remedy can come (`duties.unfinal`).
UNFINAL = Q(state="IN_FORCE")


class Proceeding(models.Model):
    """One accused on one route. The three dates that choose the law are kept apart (PP 94/2021 Ps 40).

    `level_floor` and `level_ceiling` are what the law said on the day of the last assessment; `conduct` repeats the
    main act so that like cases are found through an index.
    """

    ref = models.CharField(max_length=24, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="proceedings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="proceedings")
    route = models.CharField(max_length=20, choices=route_choices)
    state = models.CharField(max_length=16, choices=state_choices)
    agency_code = models.CharField(max_length=60)
    region_code = models.CharField(max_length=13)
    province_code = models.CharField(max_length=2)

    conduct = models.CharField(max_length=40)
    act_date = models.DateField()
    examination_date = models.DateField(null=True)
    decision_date = models.DateField(null=True)
    regime = models.CharField(max_length=8, blank=True)
    level_floor = models.CharField(max_length=12, blank=True)
    level_ceiling = models.CharField(max_length=12, blank=True)

    opened_at = models.DateTimeField()
    # When the last letter went out that called the person: what was alleged by then is what he answers.
    called_at = models.DateTimeField(null=True)
    closed_date = models.DateField(null=True)
    outcome = models.CharField(max_length=200, blank=True)
    # What the composition of the team or council leaves open: rules known from a secondary source only.
    composition_note = models.TextField(blank=True)
    duty_released_date = models.DateField(null=True)
    # When the examination, which no team had held, was opened again for one, and why. It is no more than once: whoever
    # was examined by a team is not examined again.
    reopened_date = models.DateField(null=True)
    reopened_reason = models.TextField(blank=True, db_default="")
    # Where it stood when it ended because the accused was a civil servant no more: there it goes on after a mistake.
    lapsed_from = models.CharField(max_length=16, blank=True, db_default="", default="")

    class Meta:
        constraints = [
            # Each crime that appears is handed over, whenever it does; the agency opens each of its routes once.
            models.UniqueConstraint(
                fields=["party", "route"], condition=~Q(route="CRIME"), name="proceeding_once_per_route"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(ENDED), closed_date__isnull=False)
                | (~Q(state__in=sorted(ENDED)) & Q(closed_date__isnull=True)),
                name="proceeding_closed_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(reopened_date__isnull=True, reopened_reason="")
                | (Q(reopened_date__isnull=False) & ~Q(reopened_reason="")),
                name="proceeding_reopened_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["agency_code", "state", "-id"], name="proceeding_agency_state"),
            models.Index(fields=["conduct", "route", "-id"], name="proceeding_like"),
            models.Index(fields=["id"], condition=NOTHING_LEFT, name="proceeding_to_close"),
            models.Index(fields=["agency_code", "decision_date", "id"], condition=UNFINAL, name="proceeding_unfinal"),
            # They hold all that the board asks of a duty, as those of `Deadline` hold it of a term.
            models.Index(
                fields=["province_code", "agency_code", "decision_date", "id", "case", "state"],
                condition=UNDONE_DUTY,
                name="proceeding_duty_province",
            ),
            models.Index(
                fields=["region_code", "agency_code", "decision_date", "id", "case", "state"],
                condition=UNDONE_DUTY,
                name="proceeding_duty_region",
            ),
        ]

    @property
    def round(self) -> int:
        """Which examination goes on or came last: the first, or the one by a team that repeats it."""
        return 1 if self.reopened_date is None else 2

    @property
    def examination(self) -> Examination | None:
        """The record of this round; None while nobody was examined in it."""
        return next((each for each in self.examinations.all() if each.round == self.round), None)

    @property
    def report(self) -> ExaminationReport | None:
        """What the examiners of this round found; None before they report."""
        return next((each for each in self.reports.all() if each.round == self.round), None)

    @property
    def calls(self) -> list[Summons]:
        """The summonses of this round, the newest last."""
        mine = (each for each in self.summonses.all() if each.round == self.round)
        return sorted(mine, key=lambda each: each.ordinal)

    def article(self, step: Step, *, on: date) -> Source:
        """The article of a step in this proceeding on that day; NothingInForce where none is known.

        Where it may not be meant for an appeal against this decision, it is no longer read but derived.
        """
        decision = getattr(self, "decision", None)
        source = step.law(
            election_kind=self.case.election_kind,
            on=on,
            employment=self.party.employment,
            imposed_by=decision.imposed_by if decision else "",
        )
        doubted = step.target == ProceedingState.APPEALED and decision is not None and decision.appeal_doubt
        return replace(source, verification=Verification.DERIVED) if doubted else source
