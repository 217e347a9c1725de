"""What this room's own tables keep beside the trail: evidence, requests to open an identity, personal links, roles."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, erased_to, once, one_of
from netra.trust.states import RequestState

# What the destruction of a piece takes goes with its mark, whose event the check asks for.
_DESTROYED = "NEW.destroyed_at IS NOT NULL"

LOCKS = (
    # Its removal is the destruction of the identity; that none is missing is asked by the rooms that had it sealed.
    RowLock(
        table="trust_sealedidentity",
        kept=("id", "designation", "ciphertext", "wrapped_key", "key_id", "sealed_at"),
        places=("designation = NEW.designation",),
        removable=True,
    ),
    RowLock(
        table="trust_evidenceitem",
        kept=("id", "ref", "sha256", "size", "media_type", "chain", "received_at", "received_by"),
        may={
            "sealed_name": f"length({{new}}) = 0 AND {_DESTROYED}",
            "note": f"{erased_to(EMPTY)} AND {_DESTROYED}",
            "content_id": f"{erased_to('NULL')} AND {_DESTROYED}",
            "destroyed_at": once(),
            "destroyed_by": once(EMPTY),
            "destroyed_reason": once(EMPTY),
        },
        places=("ref = NEW.ref",),
    ),
    RowLock(
        table="trust_identityrequest",
        kept=(
            "id",
            "ref",
            "designation",
            "chain",
            "region_code",
            "agency_code",
            "reason",
            "requested_by_id",
            "requested_at",
        ),
        may={
            "decided_by_id": once(),
            "decided_at": once(),
            "decision_reason": once(EMPTY),
            "opened_at": once(),
            "state": one_of(RequestState),
        },
        places=(
            "ref = NEW.ref",
            "designation = NEW.designation AND requested_by_id = NEW.requested_by_id "
            "AND state IN ('PENDING', 'APPROVED') AND NEW.state IN ('PENDING', 'APPROVED')",
        ),
    ),
    RowLock(
        table="trust_link",
        kept=("id", "ref", "fingerprint", "purpose", "subject", "chain", "issued_at", "issued_by", "until_at"),
        may={"revoked_at": once()},
        places=("ref = NEW.ref", "fingerprint = NEW.fingerprint"),
    ),
    RowLock(
        table="trust_rolegrant",
        kept=("id", "user_id", "role", "region_code", "agency_code", "unit_code", "subject_ref", "valid_from"),
        free=("valid_until",),
    ),
)
