"""The first administrator of an empty instance, made through a link that works once and only while there is none."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.errors import Refused
from netra.trust.models import FirstAdminInvite, RoleGrant, User
from netra.trust.operations.accounts import new_account, save_account, set_strong_password
from netra.trust.sealing import keyed_fingerprint

VALID_FOR = timedelta(hours=24)
_TOKEN_BYTES = 24


class FirstAdminRefused(Refused):
    """There is an administrator already, or the link is not (or no longer) good."""


def administrator_exists(*, at: datetime) -> bool:
    """Whether somebody can come in and administer on that day."""
    grants = RoleGrant.objects.valid_on(timezone.localdate(at))
    return grants.filter(role=Role.ADMINISTRATOR.value, user__is_active=True).exists()


def first_admin_invite(*, at: datetime) -> str:
    """A fresh token; an earlier unused one stops working. Fails with FirstAdminRefused when there is an administrator.

    Printed on the machine's own terminal by `netra serve`: whoever can read it there owns the machine anyway.
    """
    with transaction.atomic():
        _refuse_second(at)
        FirstAdminInvite.objects.filter(used_at=None).delete()
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        FirstAdminInvite.objects.create(fingerprint=_fingerprint(token), issued_at=at)
    return token


def first_admin_check(*, token: str, at: datetime) -> None:
    """Whether the form behind the link should be shown at all. Fails with FirstAdminRefused."""
    _refuse_second(at)
    _valid_invite(token, at)


def first_admin_create(*, token: str, username: str, full_name: str, password: str, at: datetime) -> User:
    """Make the first administrator. Fails with FirstAdminRefused or AccountRefused; the link then still works."""
    with transaction.atomic():
        _refuse_second(at)
        invite = _valid_invite(token, at)
        # The conditional update lets exactly one of two simultaneous attempts through.
        if not FirstAdminInvite.objects.filter(pk=invite.pk, used_at=None).update(used_at=at):
            raise FirstAdminRefused(_invalid_link())
        user = new_account(username=username, full_name=full_name, at=at)
        set_strong_password(user, password)
        save_account(user)
        RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR.value, valid_from=timezone.localdate(at))
        payload = {"user": user.actor_ref}
        trail.record(chain="house", verb="trust.user_create", by=user, at=at, subject=user.actor_ref, payload=payload)
    return user


def _refuse_second(at: datetime) -> None:
    if administrator_exists(at=at):
        raise FirstAdminRefused(
            _("Administrator pertama sudah ada. Masuklah dengan akun itu, atau mintalah akun kepadanya.")
        )


def _valid_invite(token: str, at: datetime) -> FirstAdminInvite:
    fresh = FirstAdminInvite.objects.filter(used_at=None, issued_at__gt=at - VALID_FOR)
    invite = fresh.filter(fingerprint=_fingerprint(token)).first()
    if invite is None:
        raise FirstAdminRefused(_invalid_link())
    return invite


def _invalid_link() -> str:
    return _(
        "Tautan ini tidak berlaku: sudah dipakai, diganti tautan baru, atau lebih tua dari 24 jam. Jalankan lagi "
        "`netra serve` untuk mendapat tautan baru."
    )


def _fingerprint(token: str) -> str:
    return keyed_fingerprint(settings.SECRET_KEY, "first-admin", token)
