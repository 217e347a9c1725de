"""Giving and taking roles. Each role has the kinds of scope it can be held in, and nobody gives one to oneself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.trust import access, trail
from netra.trust.actors import Actor
from netra.trust.acts import ROLE_LABELS, Role
from netra.trust.errors import Refused
from netra.trust.language import long_date
from netra.trust.models import Event, RoleGrant, User
from netra.trust.operations.accounts import claim_user, refuse_without_administrator
from netra.trust.plain_text import one_line
from netra.trust.queries import assigned_matters

# Whoever begins to hold a role outside these years was mistyped: the house knows the law from 2014 on.
_EARLIEST, _LATEST = 2014, 2099


class RoleRefused(Refused):
    """The role cannot be given or taken like this."""


class Kind(StrEnum):
    """What a role is bound to; the words are for the message."""

    NATION = gettext_noop("seluruh Indonesia")
    REGION = gettext_noop("satu wilayah")
    AGENCY = gettext_noop("satu instansi")
    UNIT = gettext_noop("satu unit kerja sebuah instansi")
    MATTER = gettext_noop("satu perkara (penugasan)")


_ANYWHERE = frozenset({Kind.NATION, Kind.REGION, Kind.AGENCY})
KINDS: Mapping[Role, frozenset[Kind]] = MappingProxyType(
    {
        Role.INTAKE_OFFICER: frozenset({Kind.REGION}),
        Role.PLENARY_MEMBER: frozenset({Kind.REGION}),
        Role.OVERSIGHT_ANALYST: _ANYWHERE,
        Role.PERSONNEL_OFFICER: frozenset({Kind.AGENCY}),
        Role.UNIT_HEAD: frozenset({Kind.UNIT}),
        Role.EXAMINER: frozenset({Kind.MATTER}),
        Role.APPOINTING_AUTHORITY: frozenset({Kind.AGENCY}),
        Role.IDENTITY_CUSTODIAN: frozenset({Kind.NATION}),
        Role.AUDITOR: _ANYWHERE,
        Role.ADMINISTRATOR: frozenset({Kind.NATION}),
    }
)


def role_grant(
    *,
    username: str,
    role: Role,
    region_code: str = "",
    agency_code: str = "",
    unit_code: str = "",
    subject_ref: str = "",
    valid_from: date,
    valid_until: date | None = None,
    by: Actor,
    at: datetime,
) -> RoleGrant:
    """Give a role in one region, agency, unit or matter, or everywhere; `valid_until` is the first day without it.

    Fails with NotAllowed, NotFound or RoleRefused.
    """
    with transaction.atomic():
        access.require(by, "trust.role_grant", at=at)
        user = claim_user(username)
        if user.actor_ref == by.actor_ref:
            raise RoleRefused(
                _("Peran tidak dapat diberikan kepada diri sendiri. Mintalah administrator lain melakukannya.")
            )
        grant = RoleGrant(
            user=user,
            role=role.value,
            region_code=region_code,
            agency_code=agency_code,
            unit_code=unit_code,
            subject_ref=subject_ref,
            valid_from=valid_from,
            valid_until=valid_until,
        )
        _check_grant(grant)
        _refuse_twice(grant)
        grant.save(force_insert=True)
        access.forget(user)
        payload = _told(grant)
        trail.record(chain="house", verb="trust.role_grant", by=by, at=at, subject=user.actor_ref, payload=payload)
    return grant


def role_revoke(
    *,
    username: str,
    role: Role,
    region_code: str = "",
    agency_code: str = "",
    unit_code: str = "",
    subject_ref: str = "",
    reason: str = "",
    by: Actor,
    at: datetime,
) -> User:
    """Take a role away in that place from today on; one that was used only with a reason, which stays in the trail.

    Fails with NotAllowed, NotFound, RoleRefused or AccountRefused.
    """
    today = timezone.localdate(at)
    with transaction.atomic():
        access.require(by, "trust.role_revoke", at=at)
        user = claim_user(username)
        ending = RoleGrant.objects.select_for_update().filter(
            Q(valid_until=None) | Q(valid_until__gt=today),
            user=user,
            role=role.value,
            region_code=region_code,
            agency_code=agency_code,
            unit_code=unit_code,
            subject_ref=subject_ref,
        )
        grants = list(ending)
        if not grants:
            raise RoleRefused(
                _("%(user)s tidak memegang peran %(role)s di sana. Periksa peran dan cakupannya.")
                % {"user": user.username, "role": _(ROLE_LABELS[role])}
            )
        if subject_ref:
            _refuse_assigned(user, subject_ref)
        if role is Role.ADMINISTRATOR:
            refuse_without_administrator(user, at)
        why = _why_taken(grants, reason, today)
        for grant in grants:  # one, but for roles given before two that overlap were refused
            grant.valid_until = max(today, grant.valid_from)
            grant.save(update_fields=["valid_until"])
        access.forget(user)
        payload = _told(grants[-1]) | ({"reason": why} if why else {})
        trail.record(chain="house", verb="trust.role_revoke", by=by, at=at, subject=user.actor_ref, payload=payload)
    return user


def _why_taken(grants: Sequence[RoleGrant], reason: str, today: date) -> str:
    """The reason, asked for a role that was used: it had begun, and its holder has come in. Fails with RoleRefused.

    What somebody only read with it leaves no trace, so no other use is asked for.
    """
    why = one_line(reason)
    holder = grants[0].user
    begun = any(grant.valid_from <= today for grant in grants)
    came_in = Event.objects.filter(chain="house", verb="trust.login", subject=holder.actor_ref)
    if begun and not why and came_in.exists():
        raise RoleRefused(
            _(
                "Peran %(role)s %(user)s sudah berlaku dan pemegangnya sudah pernah masuk. Tuliskan mengapa peran itu "
                "dicabut, tanpa nama siapa pun; alasannya tersimpan dalam jejak."
            )
            % {"role": _(ROLE_LABELS[Role(grants[0].role)]), "user": holder.username}
        )
    return why


def examiner_assign(
    *, username: str, subject_ref: str, valid_until: date | None = None, by: Actor, at: datetime, chain: str
) -> RoleGrant:
    """Assign somebody as examiner of one matter, from today; recorded in the chain of its case.

    Called inside the operation that forms the team or council, which has asked access to the matter itself. Fails with
    NotAllowed, NotFound or RoleRefused. Assigning again what is already assigned changes nothing.
    """
    access.require_role(by, "trust.examiner_assign", at=at)
    today = timezone.localdate(at)
    with transaction.atomic():
        user = claim_user(username)
        held = RoleGrant.objects.valid_on(today).filter(user=user, role=Role.EXAMINER.value, subject_ref=subject_ref)
        grant = held.first()
        if grant is not None:
            return grant
        grant = RoleGrant(
            user=user,
            role=Role.EXAMINER.value,
            subject_ref=subject_ref,
            valid_from=today,
            valid_until=valid_until,
        )
        _check_grant(grant)
        grant.save(force_insert=True)
        access.forget(user)
        payload = {"user": user.actor_ref, "matter": subject_ref}
        trail.record(chain=chain, verb="trust.examiner_assign", by=by, at=at, subject=user.actor_ref, payload=payload)
    return grant


def examiner_release(*, username: str, subject_ref: str, reason: str, by: Actor, at: datetime, chain: str) -> User:
    """End the assignment of an examiner to one matter from today on; recorded in the chain of its case.

    The caller keeps the reason; the event carries its SHA-256. Called like `examiner_assign`. Fails with NotAllowed,
    NotFound or RoleRefused.
    """
    access.require_role(by, "trust.examiner_release", at=at)
    today = timezone.localdate(at)
    with transaction.atomic():
        user = claim_user(username)
        held = RoleGrant.objects.valid_on(today).select_for_update()
        grant = held.filter(user=user, role=Role.EXAMINER.value, subject_ref=subject_ref).first()
        if grant is None:
            raise RoleRefused(_("%(user)s tidak ditugaskan di sana.") % {"user": user.username})
        grant.valid_until = today
        grant.save(update_fields=["valid_until"])
        access.forget(user)
        payload = {"user": user.actor_ref, "matter": subject_ref, "sha256": of_reason(reason)}
        trail.record(chain=chain, verb="trust.examiner_release", by=by, at=at, subject=user.actor_ref, payload=payload)
    return user


def of_reason(reason: str) -> str:
    """The fingerprint by which the trail holds a reason that must be erasable."""
    return hashlib.sha256(reason.encode()).hexdigest()


def _refuse_assigned(user: User, subject_ref: str) -> None:
    """Who was assigned in a case is let go there, with a reason that stays with it. Fails with RoleRefused."""
    if subject_ref in assigned_matters(user):
        raise RoleRefused(
            _(
                "%(user)s ditugaskan pada %(matter)s oleh instansi yang menanganinya. Penugasan itu diakhiri di sana, "
                "pada «Akses pemeriksa», dengan alasan yang tersimpan pada penanganan. Bila akunnya tidak boleh lagi "
                "dipakai, nonaktifkan."
            )
            % {"user": user.username, "matter": subject_ref}
        )


def _refuse_twice(grant: RoleGrant) -> None:
    """A form sent twice gives one role; of two that overlap, taking one away would leave the other."""
    held = RoleGrant.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=grant.valid_from),
        user=grant.user,
        role=grant.role,
        region_code=grant.region_code,
        agency_code=grant.agency_code,
        unit_code=grant.unit_code,
        subject_ref=grant.subject_ref,
    )
    if grant.valid_until is not None:
        held = held.filter(valid_from__lt=grant.valid_until)
    standing = held.order_by("-valid_from").first()
    if standing is not None:
        raise RoleRefused(_already_held(grant, standing))


def _already_held(grant: RoleGrant, standing: RoleGrant) -> str:
    who = {"user": grant.user.username, "role": _(ROLE_LABELS[Role(grant.role)])}
    if standing.valid_until is None:
        return _("%(user)s sudah memegang peran %(role)s di sana sejak %(start)s.") % {
            **who,
            "start": long_date(standing.valid_from),
        }
    return _("%(user)s sudah memegang peran %(role)s di sana sampai %(end)s. Perpanjanglah mulai tanggal itu.") % {
        **who,
        "end": long_date(standing.valid_until),
    }


def _told(grant: RoleGrant) -> dict[str, trail.Value]:
    return {
        "user": grant.user.actor_ref,
        "role": grant.role,
        "region": grant.region_code,
        "agency": grant.agency_code,
        "unit": grant.unit_code,
        "matter": grant.subject_ref,
        "until": grant.valid_until.isoformat() if grant.valid_until else None,
    }


def _check_grant(grant: RoleGrant) -> None:
    role = Role(grant.role)
    given = [
        kind
        for kind, code in (
            (Kind.REGION, grant.region_code),
            (Kind.UNIT if grant.unit_code else Kind.AGENCY, grant.agency_code or grant.unit_code),
            (Kind.MATTER, grant.subject_ref),
        )
        if code
    ] or [Kind.NATION]
    if len(given) > 1 or given[0] not in KINDS[role]:
        raise RoleRefused(
            _("Peran %(role)s berlaku untuk %(allowed)s; yang diisi: %(given)s. Perbaikilah cakupannya.")
            % {
                "role": _(ROLE_LABELS[role]),
                "allowed": " / ".join(sorted(_(kind.value) for kind in KINDS[role])),
                "given": " + ".join(_(kind.value) for kind in given),
            }
        )
    if grant.unit_code and not grant.agency_code:
        raise RoleRefused(_("Kode unit diisi bersama kode instansinya."))
    if not _EARLIEST <= grant.valid_from.year <= _LATEST:
        raise RoleRefused(
            _("Peran mulai %(start)s; yang dapat dicatat ialah tahun %(first)d sampai %(last)d. Periksa tahunnya.")
            % {"start": long_date(grant.valid_from), "first": _EARLIEST, "last": _LATEST}
        )
    if grant.valid_until is not None and grant.valid_until <= grant.valid_from:
        raise RoleRefused(
            _("Peran berakhir %(until)s, tidak setelah mulai %(start)s. Perbaikilah tanggalnya.")
            % {"until": long_date(grant.valid_until), "start": long_date(grant.valid_from)}
        )
