"""Who may still read what a sealed identity belongs to: each room says it of its chains when the application starts.

This room keeps the two people and their reasons and knows neither reports nor questions. Whoever may not read the
matter may not learn who is behind it either, whichever door asks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netra.trust.models import IdentityRequest, User

# Whether this user may, on that day, read and answer the matter with this reference.
Reads = Callable[[User, str, date], bool]
_readers: dict[str, Reads] = {}
# Whether the matter with this reference may be about this user himself.
Concerns = Callable[[User, str], bool]
_about: dict[str, Concerns] = {}


def opens_identities(prefix: str, reads: Reads) -> None:
    """Say who may ask for the identities behind the chains `<prefix>:<ref>`."""
    _readers[prefix] = reads


def still_reads(asked: IdentityRequest, *, on: date) -> bool:
    """Whether who asked may read the matter that day; nobody may where no room answers for it."""
    prefix, _colon, ref = asked.chain.partition(":")
    reads = _readers.get(prefix)
    return reads is not None and reads(asked.requested_by, ref, on)


def is_about(prefix: str, concerns: Concerns) -> None:
    """Say whom the matters behind the chains `<prefix>:<ref>` may be about: he decides on no request in them."""
    _about[prefix] = concerns


def concerns(asked: IdentityRequest, user: User) -> bool:
    """Whether the matter may be about this user himself."""
    prefix, _colon, ref = asked.chain.partition(":")
    answer = _about.get(prefix)
    return answer is not None and answer(user, ref)
