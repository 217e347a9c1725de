"""Asking to open the identity of who asked the desk: only for who may answer the question.

The room `trust` keeps the two people and their reasons, decides and opens; it asks this room again each time.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.advisory_access import advisory_for, opens_identity
from netra.trust import operations as trust
from netra.trust.access import NotAllowed
from netra.trust.models import IdentityRequest, User


def identity_request(*, advisory_ref: str, reason: str, by: User, at: datetime) -> IdentityRequest:
    """Ask to open the name behind a question that one answers. Fails with NotFound, NotAllowed or IdentityRefused."""
    on = localdate(at)
    with transaction.atomic():
        question = advisory_for(by, advisory_ref, on=on)
        if not opens_identity(by, question.ref, on):
            raise NotAllowed(_("Anda dapat membaca pertanyaan ini, tetapi tidak menjawabnya."))
        return trust.identity_request(
            designation=question.designation,
            chain=question.chain,
            agency_code=question.agency_code,
            reason=reason,
            by=by,
            at=at,
        )
