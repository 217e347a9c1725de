"""The last searches of an officer: kept in the session, opened by the address of the list alone.

The words may be a NIP or a name. No address shows them, and the table of sessions holds them sealed with a key that is
made from the token in the address, so that a copy of the table tells nobody who was looked for.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from netra.trust.sealing import keyed_fingerprint, sealed, unsealed

SEARCHES = "case_searches"
KEPT = 5
_TOKEN_BYTES = 16


def keep(session: SessionBase, text: str) -> str:
    """Keep the words among the last five; the token under which they open."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    kept = session.get(SEARCHES, {}) | {_name(token): sealed(_key(token), text.encode(), SEARCHES).hex()}
    session[SEARCHES] = dict(list(kept.items())[-KEPT:])
    return token


def kept_words(session: SessionBase, token: str) -> str:
    """The words under that token; empty when this session does not keep them, or no longer."""
    found = session.get(SEARCHES, {}).get(_name(token))
    return unsealed(_key(token), bytes.fromhex(found), SEARCHES).decode() if found else ""


def _name(token: str) -> str:
    return keyed_fingerprint(settings.SECRET_KEY, "case-search", token)


def _key(token: str) -> bytes:
    return bytes.fromhex(keyed_fingerprint(settings.SECRET_KEY, "case-search-key", token))
