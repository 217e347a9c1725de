"""The personal link of an accused: who stands behind its secret."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from netra.cases.models import Party
from netra.trust.errors import NotFound
from netra.trust.links import resolve
from netra.trust.models import Link

PURPOSE = "ANSWER"


def party_by_link(secret: str, *, at: datetime) -> tuple[Party, Link]:
    """The accused whom this link was issued for; NotFound for a wrong, expired or revoked one."""
    link = resolve(secret, at=at)
    case_ref, _mark, ordinal = link.subject.removeprefix("party:").partition("/T")
    if link.purpose != PURPOSE or not ordinal.isdecimal():
        raise NotFound(_("Tautan tidak dikenal."))
    party = Party.objects.select_related("case").filter(case__ref=case_ref, ordinal=int(ordinal)).first()
    if party is None:
        raise NotFound(_("Tautan tidak dikenal."))
    return party, link
