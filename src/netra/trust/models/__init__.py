"""The tables of trust, by noun."""

from netra.trust.models.evidence import EvidenceItem, StoredContent
from netra.trust.models.identity import IdentityRequest, SealedIdentity
from netra.trust.models.links import Link
from netra.trust.models.people import FirstAdminInvite, FormerName, RoleGrant, SignInThrottle, User
from netra.trust.models.senders import CodeGuess, SenderDay
from netra.trust.models.sending import SentForm
from netra.trust.models.trail import ChainHead, DailyHead, DailyRoot, Event

__all__ = [
    "ChainHead",
    "CodeGuess",
    "DailyHead",
    "DailyRoot",
    "Event",
    "EvidenceItem",
    "FirstAdminInvite",
    "FormerName",
    "IdentityRequest",
    "Link",
    "RoleGrant",
    "SealedIdentity",
    "SenderDay",
    "SentForm",
    "SignInThrottle",
    "StoredContent",
    "User",
]
