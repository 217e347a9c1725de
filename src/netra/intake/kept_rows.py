"""What a report told, what both sides wrote, and who destroyed it: kept as it came, until it is erased."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, erased_to, once

_EMPTIED = erased_to(EMPTY)

LOCKS = (
    RowLock(
        table="intake_report",
        kept=(
            "id",
            "ref",
            "code_fingerprint",
            "idempotency_key",
            "kind",
            "channel",
            "conduct",
            "act_date",
            "act_precision",
            "known_date",
            "election_code",
            "election_kind",
            "region_code",
            "agency_code",
            "received_at",
            "entered_at",
        ),
        may={
            "what": _EMPTIED,
            "place": _EMPTIED,
            "how_known": _EMPTIED,
            "other_evidence": _EMPTIED,
            "receipt_letter_ref": once(EMPTY),
            "case_ref": once(EMPTY),
            "erased_at": once(),
        },
        free=(
            "designation",
            "state",
            "mode",
            "capacity",
            "address_given",
            "handler_region_code",
            "province_code",
            "routing_reason",
            "bypass_agency_code",
            "bypass_open",
            "checked_at",
            "formal_met",
            "material_met",
            "missing",
            "completion_asked_date",
            "completion_due_date",
            "outcome_reason",
            "outcome_explanation",
            "closed_at",
            "erase_date",
        ),
        places=(
            "ref = NEW.ref",
            "code_fingerprint = NEW.code_fingerprint",
            "idempotency_key = NEW.idempotency_key",
            "designation = NEW.designation",
        ),
    ),
    # An officer who says which agencies they are writes them anew; `told_rows` holds them against the trail.
    RowLock(
        table="intake_alsobypassed",
        kept=("id", "report_id", "agency_code"),
        places=("report_id = NEW.report_id AND agency_code = NEW.agency_code",),
        removable=True,
    ),
    RowLock(
        table="intake_keptfrom",
        kept=("id", "report_id", "user_id"),
        places=("user_id = NEW.user_id AND report_id = NEW.report_id",),
    ),
    # An erasure takes the rows away: they are names and nothing else.
    RowLock(
        table="intake_reportedperson",
        kept=("id", "report_id", "ordinal", "name", "position", "agency_text", "agency_code", "nip", "is_superior"),
        places=("report_id = NEW.report_id AND ordinal = NEW.ordinal",),
        removable=True,
    ),
    RowLock(
        table="intake_reportmessage",
        kept=("id", "report_id", "side", "author_ref", "sent_at", "token"),
        may={"body": _EMPTIED},
        places=("report_id = NEW.report_id AND token = NEW.token",),
    ),
    RowLock(
        table="intake_reportevidence",
        kept=("id", "report_id", "message_id", "evidence_ref", "side", "added_at"),
        may={"note": _EMPTIED},
        places=("evidence_ref = NEW.evidence_ref",),
    ),
    RowLock(
        table="intake_duplicatelink",
        kept=("id", "report_id", "other_id", "reason", "linked_by_ref", "linked_at"),
        places=("report_id = NEW.report_id AND other_id = NEW.other_id",),
    ),
    RowLock(
        table="intake_reporterasure",
        kept=("id", "report_id", "reason", "requested_by_ref", "requested_at"),
        may={
            "approved_by_ref": once(EMPTY),
            "approved_at": once(),
            "destroyed": once("'{{}}'"),
            "set_aside_by_ref": once(EMPTY),
            "set_aside_at": once(),
            "set_aside_reason": once(EMPTY),
        },
        places=("report_id = NEW.report_id AND set_aside_at IS NULL AND NEW.set_aside_at IS NULL",),
    ),
)
