"""The seal on the head of a chain: whoever has the database but not the keys of the instance cannot make one.

Made from NETRA_EVIDENCE_KEY, which like the evidence itself has to last; the secret of the sessions may be renewed.
"""

from __future__ import annotations

from django.conf import settings

from netra.trust.sealing import keyed_fingerprint


def head_seal(chain: str, seq: int, digest: str) -> str:
    """The seal of a head that stands at this event."""
    return keyed_fingerprint(settings.EVIDENCE_KEY, "trail-head", f"{chain}#{seq}#{digest}")
