"""Evidence of a case: an officer adds a file; what came with the report goes on into the case."""

from __future__ import annotations

from datetime import datetime
from typing import IO

from django.db import transaction

from netra.cases.models import Case
from netra.cases.operations.claim import claim_open
from netra.trust import evidence
from netra.trust.models import EvidenceItem, User


def evidence_add(
    *, case_ref: str, content: IO[bytes] | bytes, name: str, note: str = "", by: User, at: datetime
) -> EvidenceItem:
    """Add a file to the case. Its receipt, with hash and size, is the event. Fails with EvidenceRefused."""
    with transaction.atomic():
        case = claim_open(case_ref, by=by, act="cases.evidence_add", at=at)
        return evidence.receive(content=content, original_name=name, by=by, at=at, chain=case.chain, note=note)


def hand_over_report_evidence(case: Case, *, by: User, at: datetime) -> None:
    """The report's evidence goes on into the case: each hand-over is checked and recorded."""
    for item in evidence.items_of(f"report:{case.report_ref}"):
        if not item.is_destroyed:
            evidence.hand_over(item.ref, to_chain=case.chain, by=by, at=at)
