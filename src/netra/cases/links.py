"""The personal link of an accused: who stands behind its secret."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from netra.cases.models import Case, Party
from netra.trust.errors import NotFound
from netra.trust.links import live, resolve
from netra.trust.models import Link

PURPOSE = "ANSWER"


def subject_of(party: Party) -> str:
    """What a link of this accused is issued for."""
    return f"party:{party.ref}"


def link_of(party: Party, *, at: datetime) -> Link | None:
    """The link that opens the allegation for this accused at that moment; there is one at most."""
    return next(iter(live(purpose=PURPOSE, subjects=(subject_of(party),), at=at)), None)


def linked_parties(case: Case, *, at: datetime) -> frozenset[int]:
    """The numbers of those who hold a link that works, in one query."""
    subjects = {subject_of(party): party.ordinal for party in case.parties.all()}
    return frozenset(subjects[link.subject] for link in live(purpose=PURPOSE, subjects=subjects, at=at))


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
