"""Opening the identity of a reporter: asked, approved and opened only for who may read the report at that moment.

The room `trust` keeps the two people and their reasons and knows no reports; the doors call these acts here.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.access import report_for, still_reads
from netra.trust import operations as trust
from netra.trust.errors import NotFound
from netra.trust.identity import Identity
from netra.trust.models import IdentityRequest, User
from netra.trust.queries import identity_request_asked


def identity_request(*, report_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Ask to open the identity behind a report that one reads. Fails with NotFound, NotAllowed or IdentityRefused."""
    with transaction.atomic():
        report = report_for(by, report_ref, on=timezone.localdate(at))
        return trust.identity_request(
            designation=report.designation,
            chain=f"report:{report.ref}",
            region_code=report.handler_region_code,
            reason=reason,
            by=by,
            at=at,
        )


def identity_approve(*, request_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Let the requester open it once. Fails with NotFound, NotAllowed or IdentityRefused."""
    with transaction.atomic():
        asked = trust.identity_approve(request_ref=request_ref, reason=reason, by=by, at=at)
        if not still_reads(asked, on=timezone.localdate(at)):
            raise trust.IdentityRefused(
                _(
                    "Yang meminta tidak lagi boleh membaca laporannya, jadi identitas pelapornya pun tidak. Permintaan "
                    "ini hanya dapat ditolak."
                )
            )
    return asked


def identity_open(*, request_ref: str, by: User, at: datetime) -> Identity:
    """The identity itself, once. Fails as `trust.operations.identity_open`, and with NotFound for who is kept from it.

    The room `trust` answers first: only who asked is told that the report went out of reach.
    """
    with transaction.atomic():
        opened = trust.identity_open(request_ref=request_ref, by=by, at=at)
        asked = identity_request_asked(request_ref)
        if asked is None or not still_reads(asked, on=timezone.localdate(at)):
            raise NotFound(_("Permintaan itu tidak ada, atau laporannya tidak lagi boleh Anda baca."))
    return opened
