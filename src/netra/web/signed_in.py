"""Who is signed in, as every page asks: the session of a cookie and the account of a session, each asked again.

The settings name this module. Everything else is Django's own: this alone is asked before each page, and the mapper
took longer to write the two statements down than the database to answer them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.utils import timezone

from netra.trust.asked_again import AskedAgain

if TYPE_CHECKING:
    from netra.trust.models import User

_SESSION = AskedAgain(lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now))
_ACCOUNT = AskedAgain(lambda key: get_user_model().objects.filter(pk=key))


class SessionStore(DatabaseSessions):
    """Sessions in the database, as Django keeps them."""

    def _get_session_from_db(self) -> Session | None:
        """The session of this key while it lasts; without one the key is forgotten, so that nobody chooses his own."""
        found = _SESSION.first(key=self.session_key, now=timezone.now()) if self.session_key else None
        if found is None:
            self._session_key = None
        return found


class Accounts(ModelBackend):
    """Accounts with passwords, as Django checks them."""

    def get_user(self, user_id: int) -> User | None:
        """The account of a session, unless it was deactivated."""
        account = _ACCOUNT.first(key=user_id)
        return account if account is not None and self.user_can_authenticate(account) else None
