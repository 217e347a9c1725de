"""A first or a forgotten password: somebody else makes a one-time link, and whoever holds it chooses the password.

Nobody learns the password but its owner. From the moment a new link is made the old password no longer works and every
open session ends: a password is also reset because somebody else knows it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import access, links
from netra.trust.actors import Actor, SystemActor
from netra.trust.acts import Role
from netra.trust.errors import NotFound, Refused
from netra.trust.models import Link, User
from netra.trust.operations.accounts import (
    PASSWORD_LINK,
    AccountRefused,
    claim_user,
    password_link,
    record_account,
    set_strong_password,
)


class PasswordLinkRefused(Refused):
    """The link is not (or no longer) good."""


def user_password_reset(*, username: str, by: Actor, at: datetime) -> str:
    """The secret of a link with which the account gets a new password; shown once, an earlier one stops working.

    The command line makes one for administrators alone: everybody else is helped by an administrator, who stands in
    the trail by name. Fails with NotAllowed, NotFound or AccountRefused.
    """
    with transaction.atomic():
        access.require(by, "trust.user_password_reset", at=at)
        user = claim_user(username)
        _refuse_reset(user, by, at)
        user.set_unusable_password()
        user.save(update_fields=["password"])
        secret = password_link(user, by, at)
        record_account("trust.user_password_reset", user, by, at)
    return secret


def password_link_holder(*, token: str, at: datetime) -> User:
    """Whose password the link sets, for the page behind it. Fails with PasswordLinkRefused."""
    return _held(token, at)[1]


def password_set(*, token: str, new: str, at: datetime) -> User:
    """Set the password; the link works once. Fails with PasswordLinkRefused, or AccountRefused for a weak one."""
    with transaction.atomic():
        link, holder = _held(token, at)
        user = claim_user(holder.username)
        set_strong_password(user, new)
        user.save(update_fields=["password"])
        try:
            links.revoke(link_ref=link.ref, by=link.actor, at=at)
        except NotFound as used:  # Two browsers at the same moment: exactly one of them was first.
            raise PasswordLinkRefused(_invalid_link()) from used
        record_account("trust.password_set", user, link.actor, at)
    return user


def _refuse_reset(user: User, by: Actor, at: datetime) -> None:
    if user.actor_ref == by.actor_ref:
        raise AccountRefused(
            _("Kata sandi Anda sendiri diganti pada halaman «Akun saya», dengan kata sandi yang lama.")
        )
    if not user.is_active:
        raise AccountRefused(_("Akun %(user)s nonaktif. Aktifkan dahulu.") % {"user": user.username})
    if isinstance(by, SystemActor) and Role.ADMINISTRATOR not in access.roles_of(user, on=timezone.localdate(at)):
        raise AccountRefused(
            _("%(user)s bukan administrator. Tautan untuknya dibuat administrator pada halaman pengguna.")
            % {"user": user.username}
        )


def _held(token: str, at: datetime) -> tuple[Link, User]:
    try:
        link = links.resolve(token, at=at)
    except NotFound as unknown:
        raise PasswordLinkRefused(_invalid_link()) from unknown
    number = link.subject.removeprefix("user:")
    found = User.objects.filter(pk=number, is_active=True).first() if link.purpose == PASSWORD_LINK else None
    if found is None:
        raise PasswordLinkRefused(_invalid_link())
    return link, found


def _invalid_link() -> str:
    return _(
        "Tautan ini tidak berlaku: sudah dipakai, diganti tautan baru, atau lebih tua dari 24 jam. Mintalah tautan "
        "baru kepada administrator."
    )
