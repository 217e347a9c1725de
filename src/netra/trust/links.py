"""Personal links: a reported official, a witness or a superior reads and answers without an account.

The secret is in the link and nowhere else; the table has its keyed fingerprint, made from NETRA_EVIDENCE_KEY, so that
a link outlives the secret of the sessions.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from netra.trust import refs, trail
from netra.trust.actors import Actor
from netra.trust.asked_again import AskedAgain
from netra.trust.errors import NotFound, Refused
from netra.trust.models import Link
from netra.trust.sealing import keyed_fingerprint

_SECRET_BYTES = 24
LONGEST = timedelta(days=366)
_LIVE = AskedAgain(
    lambda purpose, subjects, at: Link.objects.filter(
        purpose=purpose, subject__among=subjects, revoked_at=None, until_at__gt=at
    ).order_by("issued_at", "pk")
)


class LinkRefused(Refused):
    """A key that works for longer than a year is no longer for one person and one matter."""


def issue(*, purpose: str, subject: str, until: datetime, by: Actor, at: datetime, chain: str) -> tuple[Link, str]:
    """A new link and its secret, which is shown once. Called inside an operation that has asked access.

    Fails with LinkRefused when it would work for longer than a year.
    """
    if until - at > LONGEST:
        raise LinkRefused(
            _("Tautan paling lama berlaku %(days)d hari; yang diminta sampai tahun %(year)d. Periksa tahunnya.")
            % {"days": LONGEST.days, "year": until.year}
        )
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    with transaction.atomic():
        link = Link.objects.create(
            ref=refs.new_ref("TAU", at),
            fingerprint=_fingerprint(secret),
            purpose=purpose,
            subject=subject,
            chain=chain,
            issued_at=at,
            issued_by=by.actor_ref,
            until_at=until,
        )
        payload = {"link": link.ref, "purpose": purpose}
        trail.record(chain=chain, verb="trust.link_issue", by=by, at=at, subject=subject, payload=payload)
    return link, secret


def resolve(secret: str, *, at: datetime) -> Link:
    """The link behind a secret. Fails with NotFound when it never existed, has ended or was revoked: all look alike."""
    link = Link.objects.filter(fingerprint=_fingerprint(secret), until_at__gt=at, revoked_at=None).first()
    if link is None:
        raise NotFound(
            _("Tautan ini tidak berlaku atau sudah berakhir. Mintalah tautan baru kepada instansi yang mengirimnya.")
        )
    return link


def revoke(*, link_ref: str, by: Actor, at: datetime) -> Link:
    """End a link at once. Called inside an operation that has asked access. Fails with NotFound."""
    with transaction.atomic():
        link = Link.objects.select_for_update().filter(ref=link_ref, revoked_at=None).first()
        if link is None:
            raise NotFound(_("Tautan %(ref)s tidak ada atau sudah dicabut.") % {"ref": link_ref})
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])
        payload = {"link": link.ref, "purpose": link.purpose}
        trail.record(chain=link.chain, verb="trust.link_revoke", by=by, at=at, subject=link.subject, payload=payload)
    return link


def live(*, purpose: str, subjects: Collection[str], at: datetime) -> list[Link]:
    """The links of those subjects which open something at that moment, oldest first."""
    return _LIVE(purpose=purpose, subjects=list(subjects), at=at)


def revoke_all(*, purpose: str, subject: str, by: Actor, at: datetime) -> list[Link]:
    """End every live link of that subject. Called inside an operation that has asked access."""
    with transaction.atomic():
        return [revoke(link_ref=link.ref, by=by, at=at) for link in live(purpose=purpose, subjects=(subject,), at=at)]


def _fingerprint(secret: str) -> str:
    return keyed_fingerprint(settings.EVIDENCE_KEY, "personal-link", secret)
