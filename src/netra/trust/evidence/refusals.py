"""What the evidence store refuses, and what it found broken."""

from __future__ import annotations

from netra.trust.errors import Refused


class EvidenceRefused(Refused):
    """The file is not taken in: empty, too big, or no room left on disk. Nothing was stored."""


class EvidenceDamaged(Refused):
    """What lies on disk is not what was received: changed, missing, or sealed with another key."""
