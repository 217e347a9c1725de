"""Perkara."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _

from netra.cases.states import ENDED, CaseState, state_choices


class CaseSource(StrEnum):
    """The two lawful sources of a case."""

    REPORT = "REPORT"
    FINDING = "FINDING"


def source_choices() -> list[tuple[str, str]]:
    return [(CaseSource.REPORT, _("Laporan")), (CaseSource.FINDING, _("Temuan"))]


class Case(models.Model):
    """One matter (perkara) from registration to its end.

    Scope is held by code (`region_code`, `province_code`, `agency_code`), never by a key into another room.
    `next_due_date` repeats the earliest open deadline so that a list of a million cases can be ordered by it through
    an index; it is written by the same operation that writes the deadline, and "overdue" is derived from it. An agency
    reads its own (`NextTerm`).
    """

    ref = models.CharField(max_length=24, unique=True)
    source = models.CharField(max_length=8, choices=source_choices)
    report_ref = models.CharField(max_length=24, blank=True)
    # Of a finding: what the supervisors saw, where it came from a planned visit (room `supervision`).
    observation_ref = models.CharField(max_length=40, blank=True, default="")
    title = models.CharField(max_length=200)

    election_code = models.CharField(max_length=40, blank=True)
    election_kind = models.CharField(max_length=10, choices=[("GENERAL", "Pemilu"), ("REGIONAL", "Pemilihan")])
    office = models.CharField(max_length=10, blank=True)
    region_code = models.CharField(max_length=13)
    province_code = models.CharField(max_length=2)
    handling_agency_code = models.CharField(max_length=60)
    # The accused's agency; its officers see the case after the referral. Empty while the accused is unknown.
    agency_code = models.CharField(max_length=60, blank=True)
    # A report of pressure by a superior is routed past that superior's agency.
    bypass_agency_code = models.CharField(max_length=60, blank=True)
    # The body that oversees neutrality, where its own head is accused: nobody there judges him, nor reads of it.
    headed_body_code = models.CharField(max_length=60, blank=True, db_default="", default="")

    state = models.CharField(max_length=20, choices=state_choices)
    referred = models.BooleanField(default=False)
    received_date = models.DateField()
    registered_at = models.DateTimeField()
    next_due_date = models.DateField(null=True)
    next_due_rule = models.CharField(max_length=40, blank=True)
    # A decision below the floor of the law or below the recommendation is marked wherever the case is shown.
    deviates = models.BooleanField(default=False)
    # By agency, which files of the report the supervisor let it read: one may show who sent it, so none goes by itself.
    released_evidence_refs = models.JSONField(default=dict, blank=True)

    ended_date = models.DateField(null=True)
    outcome = models.CharField(max_length=200, blank=True)
    erase_date = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)
    # Where it stood when it ended because the accused were civil servants no more: there it goes on after a mistake.
    lapsed_from = models.CharField(max_length=20, blank=True, db_default="", default="")

    class Meta:
        constraints = [
            # A report becomes at most one case, however often and by whomever it is registered.
            models.UniqueConstraint(fields=["report_ref"], condition=~Q(report_ref=""), name="case_one_per_report"),
            models.UniqueConstraint(
                fields=["observation_ref"], condition=~Q(observation_ref=""), name="case_one_per_observation"
            ),
            models.CheckConstraint(
                condition=Q(observation_ref="") | Q(source="FINDING", report_ref=""),
                name="case_observation_is_a_finding",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(ENDED), ended_date__isnull=False)
                | (~Q(state__in=sorted(ENDED)) & Q(ended_date__isnull=True)),
                name="case_ended_has_a_date",
            ),
        ]
        indexes = [
            models.Index(fields=["region_code", "-id"], name="case_region"),
            models.Index(fields=["province_code", "-id"], name="case_province"),
            models.Index(fields=["agency_code", "-id"], name="case_agency"),
            models.Index(fields=["region_code", "state", "-id"], name="case_region_state"),
            models.Index(fields=["province_code", "state", "-id"], name="case_province_state"),
            models.Index(fields=["agency_code", "state", "-id"], name="case_agency_state"),
            models.Index(fields=["state", "-id"], name="case_state"),
            *(
                models.Index(
                    fields=[*scope, "next_due_date", "id"], condition=Q(next_due_date__isnull=False), name=name
                )
                for scope, name in (
                    ([], "case_next_due"),
                    (["region_code"], "case_region_due"),
                    (["province_code"], "case_province_due"),
                )
            ),
            # The few that go past an agency, asked of every list by whoever works for an office.
            models.Index(fields=["bypass_agency_code"], condition=Q(bypass_agency_code__gt=""), name="case_bypass"),
            models.Index(fields=["headed_body_code"], condition=Q(headed_body_code__gt=""), name="case_headed_body"),
            models.Index(fields=["erase_date"], condition=Q(erase_date__isnull=False), name="case_erase"),
        ]

    @property
    def chain(self) -> str:
        """The chain of the trail that holds every event of this case."""
        return f"case:{self.ref}"

    @property
    def released(self) -> Mapping[str, Sequence[str]]:
        """The released files by agency. Where anything else stands in the row, none: the check says it."""
        kept = self.released_evidence_refs
        return kept if isinstance(kept, dict) else {}

    @property
    def is_ended(self) -> bool:
        return CaseState(self.state) in ENDED
