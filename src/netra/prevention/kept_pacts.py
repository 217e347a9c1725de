"""Pacts and what was answered to them: kept as they were written; a pact is withdrawn once, a paper drawn once."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, once

PACT_LOCKS = (
    RowLock(
        table="prevention_pact",
        kept=(
            "id",
            "ref",
            "agency_code",
            "unit_id",
            "title",
            "points",
            "legal_basis",
            "version",
            "earlier_id",
            "open_date",
        ),
        may={"withdrawn_date": once(), "withdrawn_reason": once(EMPTY)},
        places=("ref = NEW.ref", "earlier_id = NEW.earlier_id"),
    ),
    RowLock(
        table="prevention_pactanswer",
        kept=(
            "id",
            "pact_id",
            "civil_servant_id",
            "agency_code",
            "unit_code",
            "reply",
            "reason",
            "answered_date",
            "entered_at",
            "entered_by",
            "proof_ref",
        ),
        may={"letter_ref": once(EMPTY)},
        places=("pact_id = NEW.pact_id AND civil_servant_id = NEW.civil_servant_id AND reply = NEW.reply",),
    ),
)
