"""Asking to open the identity of a reporter: only for who may read the report and write to its reporter.

The room `trust` keeps the two people and their reasons, decides and opens; it asks this room again each time.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from netra.intake.access import not_found, opens_identity, report_for
from netra.trust import operations as trust
from netra.trust.errors import NotFound
from netra.trust.models import IdentityRequest, User


def identity_request(*, report_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Ask to open the identity behind a report that one reads. Fails with NotFound, NotAllowed or IdentityRefused."""
    on = timezone.localdate(at)
    with transaction.atomic():
        report = report_for(by, report_ref, on=on)
        asked = trust.identity_request(
            designation=report.designation,
            chain=f"report:{report.ref}",
            region_code=report.handler_region_code,
            reason=reason,
            by=by,
            at=at,
        )
        if not opens_identity(by, report.ref, on):
            raise NotFound(not_found())
    return asked
