"""Sealed identities and the requests to open them. Nothing points here but an opaque designation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.trust.models.people import User
from netra.trust.states import RequestState, request_state_choices


class SealedIdentity(models.Model):
    """Who a reporter is, readable only with the identity key; elsewhere the house knows the designation."""

    designation = models.CharField(max_length=40, unique=True)
    ciphertext = models.BinaryField()
    wrapped_key = models.BinaryField()
    key_id = models.CharField(max_length=16)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.designation


class IdentityRequest(models.Model):
    """A request to open an identity: asked by one person with a reason, decided by another, opened once."""

    ref = models.CharField(max_length=40, unique=True)
    # A designation, not a foreign key: the request outlives the identity it asked for.
    designation = models.CharField(max_length=40, db_index=True)
    chain = models.CharField(max_length=100)
    # Where the matter lies: a report in a region, a question at an agency.
    region_code = models.CharField(max_length=20, blank=True, default="")
    agency_code = models.CharField(max_length=60, blank=True, default="")
    reason = models.CharField(max_length=500)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="identity_requests")
    requested_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=request_state_choices, default=RequestState.PENDING.value)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")), name="trust_identity_two_people"
            ),
            models.CheckConstraint(
                condition=Q(state="PENDING", decided_by=None) | (~Q(state="PENDING") & Q(decided_by__isnull=False)),
                name="trust_identity_decided_by_someone",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="trust_identity_has_reason"),
            models.UniqueConstraint(
                fields=["designation", "requested_by"],
                condition=Q(state__in=["PENDING", "APPROVED"]),
                name="trust_identity_one_open_request",
            ),
        ]

    def __str__(self) -> str:
        return self.ref
