"""Accounts of officers: made and ended by an administrator; the password is the officer's own from the first one on.

A new account has no password. Its one-time link is for its owner, who chooses one: no administrator ever knows it.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import access, links, trail
from netra.trust.actors import Actor
from netra.trust.acts import Role
from netra.trust.errors import NotFound, Refused
from netra.trust.models import RoleGrant, User

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
_FULL_NAME_LIMIT = 200
PASSWORD_LINK = "PASSWORD"  # noqa: S105 -- what a link is for, no secret
LINK_VALID_FOR = timedelta(hours=24)


class AccountRefused(Refused):
    """The account cannot be made, changed or ended like this."""


class NewAccount(NamedTuple):
    """An account that was made, and the secret of the link with which its owner chooses the first password."""

    user: User
    token: str


def user_create(*, username: str, full_name: str, by: Actor, at: datetime) -> NewAccount:
    """Make an account, still without any role or password. Fails with NotAllowed or AccountRefused.

    The secret is shown once; a link that ran out is replaced by `user_password_reset`.
    """
    with transaction.atomic():
        access.require(by, "trust.user_create", at=at)
        user = new_account(username=username, full_name=full_name, at=at)
        user.set_unusable_password()
        save_account(user)
        record_account("trust.user_create", user, by, at)
        token = password_link(user, by, at)
    return NewAccount(user, token)


def user_deactivate(*, username: str, by: Actor, at: datetime) -> User:
    """End an account at once; what it did stays in the trail. Fails with NotAllowed, NotFound or AccountRefused."""
    with transaction.atomic():
        access.require(by, "trust.user_deactivate", at=at)
        user = claim_user(username)
        if not user.is_active:
            raise AccountRefused(_("Akun %(user)s sudah dinonaktifkan sebelumnya.") % {"user": username})
        refuse_without_administrator(user, at)
        user.is_active = False
        user.save(update_fields=["is_active"])
        links.revoke_all(purpose=PASSWORD_LINK, subject=user.actor_ref, by=by, at=at)
        record_account("trust.user_deactivate", user, by, at)
    return user


def user_reactivate(*, username: str, by: Actor, at: datetime) -> User:
    """Let an ended account in again, with the roles it still holds. Fails with NotAllowed, NotFound or AccountRefused.

    Its old password and sessions stay dead: who ended the account may have done so because somebody else knew them. A
    new password comes with `user_password_reset`.
    """
    with transaction.atomic():
        access.require(by, "trust.user_reactivate", at=at)
        user = claim_user(username)
        if user.is_active:
            raise AccountRefused(_("Akun %(user)s masih aktif.") % {"user": username})
        user.is_active = True
        user.set_unusable_password()
        user.save(update_fields=["is_active", "password"])
        record_account("trust.user_reactivate", user, by, at)
    return user


def password_change(*, old: str, new: str, by: User, at: datetime) -> User:
    """Change one's own password. Fails with AccountRefused when the old one is wrong or the new one too weak."""
    with transaction.atomic():
        user = claim_user(by.username)
        if not user.check_password(old):
            raise AccountRefused(_("Kata sandi lama tidak cocok. Periksa huruf besar-kecilnya, lalu coba lagi."))
        set_strong_password(user, new)
        user.save(update_fields=["password"])
        record_account("trust.password_change", user, by, at)
    return user


def new_account(*, username: str, full_name: str, at: datetime) -> User:
    """The row of a new account, its fields checked; unsaved and without a password. Fails with AccountRefused."""
    name = as_typed(username)
    if not name:
        raise AccountRefused(
            _("Nama pengguna “%(name)s” tidak dapat dipakai: 3–60 huruf kecil, angka, titik, garis bawah atau strip.")
            % {"name": username[:80]}
        )
    shown_name = checked_name(full_name)
    if User.objects.filter(username=name).exists():
        raise _name_taken(name)
    return User(username=name, full_name=shown_name, created_at=at)


def checked_name(full_name: str) -> str:
    """The name as it is shown, in single spaces. Fails with AccountRefused."""
    shown_name = " ".join(full_name.split())
    if not shown_name or len(shown_name) > _FULL_NAME_LIMIT or not shown_name.isprintable():
        raise AccountRefused(
            _("Nama lengkap berisi %(found)d karakter; isilah 1–%(limit)d karakter yang dapat dicetak.")
            % {"found": len(shown_name), "limit": _FULL_NAME_LIMIT}
        )
    return shown_name


def save_account(user: User) -> None:
    """Store a new account. Fails with AccountRefused where another administrator took the name at this moment."""
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as taken:
        raise _name_taken(user.username) from taken


def _name_taken(name: str) -> AccountRefused:
    return AccountRefused(_("Nama pengguna “%(name)s” sudah dipakai. Pilihlah nama lain.") % {"name": name})


def password_link(user: User, by: Actor, at: datetime) -> str:
    """The secret of a link that sets the password of the account once; an earlier one stops working."""
    links.revoke_all(purpose=PASSWORD_LINK, subject=user.actor_ref, by=by, at=at)
    _link, secret = links.issue(
        purpose=PASSWORD_LINK, subject=user.actor_ref, until=at + LINK_VALID_FOR, by=by, at=at, chain="house"
    )
    return secret


def as_typed(username: str) -> str:
    """The user name that was meant, or nothing when no account can have such a name."""
    name = username.strip().lower()
    return name if _USERNAME.fullmatch(name) else ""


def set_strong_password(user: User, password: str) -> None:
    """Hash a password (Argon2id) after checking its strength; does not save. Fails with AccountRefused."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise AccountRefused(_("Kata sandi belum cukup kuat. ") + " ".join(weak.messages)) from weak
    user.set_password(password)


def claim_user(username: str) -> User:
    """The account, locked until the transaction ends. Fails with NotFound."""
    name = as_typed(username)
    user = User.objects.select_for_update().filter(username=name).first() if name else None
    if user is None:
        raise NotFound(_("Tidak ada akun dengan nama pengguna itu. Periksa ejaannya."))
    return user


def refuse_without_administrator(leaving: User, at: datetime) -> None:
    """Keep at least one working administrator, or nobody could ever grant a role again. Fails with AccountRefused."""
    grants = RoleGrant.objects.valid_on(timezone.localdate(at)).filter(role=Role.ADMINISTRATOR, user__is_active=True)
    # Claimed, so that two administrators who end each other at the same second cannot both succeed.
    holders = {grant.user_id for grant in grants.select_for_update(of=("self",)).order_by("pk")}
    if holders == {leaving.pk}:
        raise AccountRefused(
            _("%(user)s adalah administrator terakhir. Berikan peran Administrator kepada orang lain lebih dahulu.")
            % {"user": leaving.username}
        )


def record_account(verb: str, user: User, by: Actor, at: datetime) -> None:
    """The event of an act on an account."""
    trail.record(chain="house", verb=verb, by=by, at=at, subject=user.actor_ref, payload={"user": user.actor_ref})
