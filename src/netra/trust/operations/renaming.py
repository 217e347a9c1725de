"""The name of an account is corrected: it was mistyped, or its owner bears another name now."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.trust import access
from netra.trust.actors import Actor
from netra.trust.models import FormerName, User
from netra.trust.operations.accounts import AccountRefused, checked_name, claim_user, record_account


def user_rename(*, username: str, full_name: str, reason: str, by: Actor, at: datetime) -> User:
    """Give an account another full name, from now on. Fails with NotAllowed, NotFound or AccountRefused.

    The former name stays with it and is compared wherever the name is, so that a correction opens nobody's own case to
    him. The trail tells that it was done and no name; final papers keep the name of their day.
    """
    why = reason.strip()
    if not why:
        raise AccountRefused(_("Tuliskan mengapa nama ini diperbaiki: salah ketik, atau nama pemiliknya berubah."))
    name = checked_name(full_name)
    with transaction.atomic():
        access.require(by, "trust.user_rename", at=at)
        user = claim_user(username)
        if name == user.full_name:
            raise AccountRefused(_("Akun %(user)s sudah bernama begitu.") % {"user": user.username})
        FormerName.objects.create(
            user=user, full_name=user.full_name, reason=why, renamed_by=by.actor_ref, renamed_at=at
        )
        user.former_names = "\n".join((*user.former_names.splitlines(), user.full_name))
        user.full_name = name
        user.save(update_fields=["full_name", "former_names"])
        record_account("trust.user_rename", user, by, at)
    return user
