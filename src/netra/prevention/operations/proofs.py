"""The proof that may come with what somebody writes down: a photo of a gathering, the scan of a signed list."""

from __future__ import annotations

from datetime import datetime

from netra.prevention.meeting_entries import File
from netra.trust import evidence
from netra.trust.models import User


def receive_proof(proof: File | None, *, chain: str, note: str, by: User, at: datetime) -> str:
    """The reference under which it is kept; "" where none came. Fails with EvidenceRefused."""
    if proof is None:
        return ""
    received = evidence.receive(content=proof.content, original_name=proof.name, by=by, at=at, chain=chain, note=note)
    return received.ref
