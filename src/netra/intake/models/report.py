"""Laporan and terlapor: what was reported, about whom, and where the report stands."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.db import models
from django.db.models import Q

from netra.intake.states import Capacity, Channel, Kind, Mode, Precision, State, label
from netra.law.local_time import day_at


def _choices(kind: type[StrEnum]) -> list[tuple[str, str]]:
    return [(code.value, label(code)) for code in kind]


def state_choices() -> list[tuple[str, str]]:
    return _choices(State)


def channel_choices() -> list[tuple[str, str]]:
    return _choices(Channel)


def mode_choices() -> list[tuple[str, str]]:
    return _choices(Mode)


def kind_choices() -> list[tuple[str, str]]:
    return _choices(Kind)


def precision_choices() -> list[tuple[str, str]]:
    return _choices(Precision)


def capacity_choices() -> list[tuple[str, str]]:
    return _choices(Capacity)


class Report(models.Model):
    """Laporan: what somebody saw, without who they are; `designation` stands for the reporter.

    `region_code` is where it happened, `handler_region_code` whose office handles it; `province_code` belongs to the
    handler, so that a province's officers find it by one index. `agency_code` is the agency of the first person
    named, where it is known. `bypass_agency_code` and those of `also_bypassed` must never see the report (pressure by
    a superior); while `bypass_open`, an officer has still to say which agencies that are.
    """

    ref = models.CharField(max_length=40, unique=True)
    code_fingerprint = models.CharField(max_length=64, unique=True)
    idempotency_key = models.CharField(max_length=64, unique=True)
    designation = models.CharField(max_length=40, unique=True)

    state = models.CharField(max_length=20, choices=state_choices, default=State.RECEIVED)
    kind = models.CharField(max_length=20, choices=kind_choices)
    channel = models.CharField(max_length=12, choices=channel_choices)
    mode = models.CharField(max_length=12, choices=mode_choices)
    capacity = models.CharField(max_length=12, choices=capacity_choices, default=Capacity.UNKNOWN)
    # Whether an address was sealed with the name; the requirement is met by it, the address itself is elsewhere.
    address_given = models.BooleanField(default=False)

    what = models.TextField(blank=True)
    conduct = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=300, blank=True)
    act_date = models.DateField(null=True)
    act_precision = models.CharField(max_length=8, choices=precision_choices, default=Precision.UNKNOWN)
    known_date = models.DateField(null=True)
    how_known = models.TextField(blank=True)
    other_evidence = models.TextField(blank=True)
    election_code = models.CharField(max_length=60, blank=True)
    election_kind = models.CharField(max_length=8, blank=True)

    region_code = models.CharField(max_length=13)
    handler_region_code = models.CharField(max_length=13)
    province_code = models.CharField(max_length=2)
    routing_reason = models.TextField(blank=True)
    agency_code = models.CharField(max_length=60, blank=True)
    bypass_agency_code = models.CharField(max_length=60, blank=True)
    bypass_open = models.BooleanField(default=False)

    received_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    formal_met = models.BooleanField(null=True)
    material_met = models.BooleanField(null=True)
    missing = models.JSONField(default=list)
    completion_asked_date = models.DateField(null=True)
    completion_due_date = models.DateField(null=True)
    receipt_letter_ref = models.CharField(max_length=40, blank=True)
    # The public reference of the case that took this report; opaque here, the case itself is a room above.
    case_ref = models.CharField(max_length=40, blank=True)

    outcome_reason = models.CharField(max_length=24, blank=True)
    outcome_explanation = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    erase_date = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            # One per way an office lists its reports: newest first, by key (received_at, ref), with or without state.
            models.Index(fields=["handler_region_code", "received_at", "ref"], name="report_region_list"),
            models.Index(fields=["handler_region_code", "state", "received_at", "ref"], name="report_region_state"),
            models.Index(fields=["province_code", "received_at", "ref"], name="report_province_list"),
            models.Index(fields=["province_code", "state", "received_at", "ref"], name="report_province_state"),
            models.Index(fields=["received_at", "ref"], name="report_list"),
            # Candidates for a suspected duplicate: same region, near date.
            models.Index(fields=["region_code", "act_date"], name="report_region_act_date"),
            # The few that are kept from an agency, asked of every list by whoever works for an office.
            models.Index(
                fields=["bypass_agency_code", "ref"], name="report_bypass", condition=Q(bypass_agency_code__gt="")
            ),
            models.Index(fields=["erase_date"], name="report_erase_date", condition=Q(erased_at=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(Q(act_date=None) & Q(act_precision="UNKNOWN"))
                | (Q(act_date__isnull=False) & ~Q(act_precision="UNKNOWN")),
                name="report_act_date_has_precision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["INFORMATION", "NOT_REGISTERED"])
                | (~Q(outcome_reason="") & Q(closed_at__isnull=False)),
                name="report_end_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(bypass_agency_code="") | Q(kind="SUPERIOR_PRESSURE"),
                name="report_bypass_needs_pressure",
            ),
            models.CheckConstraint(
                condition=Q(election_kind__in=["", "GENERAL", "REGIONAL"]), name="report_election_kind_known"
            ),
        ]

    @property
    def received_date(self) -> date:
        """The day on which it came, by the clocks of the office that handles it: from it terms count."""
        return day_at(self.handler_region_code, self.received_at)


class AlsoBypassed(models.Model):
    """The agency of a further superior, beside the first one that stands in the report itself."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="also_bypassed")
    agency_code = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "agency_code"], name="also_bypassed_once")]
        # An office's list asks which reports it must never see, of all offices' reports.
        indexes = [models.Index(fields=["agency_code", "report"], name="also_bypassed_agency")]


class ReportedPerson(models.Model):
    """Terlapor as the reporter wrote it down; nobody is identified by it, and an empty name is an unknown person."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="persons")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=200, blank=True)
    agency_text = models.CharField(max_length=200, blank=True)
    agency_code = models.CharField(max_length=60, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    is_superior = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "ordinal"], name="reported_person_ordinal")]
