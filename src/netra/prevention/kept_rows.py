"""What people were told, and what they said to it, stays as it was written.

A draft is free. Once it is issued, the letter, whom it is for and its questions never change; it can be withdrawn,
once, with a reason. A reading is added to and never taken back: read, then understood, each with its moment.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, once

INSTRUMENTS = (
    RowLock(
        table="prevention_instrument",
        kept=(
            "id",
            "ref",
            "kind",
            "agency_code",
            "region_code",
            "province_code",
            "issuer",
            "subject",
            "legal_basis",
            "points",
            "number",
            "letter_date",
            "letter_ref",
            "original_ref",
            "valid_from",
            "valid_until",
            "asked",
            "issued_at",
        ),
        may={
            "state": "{old} = 'ISSUED' AND {new} = 'WITHDRAWN'",
            "withdrawn_date": once(),
            "withdrawn_reason": once(EMPTY),
        },
        places=(
            "ref = NEW.ref",
            "agency_code = NEW.agency_code AND issuer = NEW.issuer AND number = NEW.number "
            "AND letter_date = NEW.letter_date AND NOT (number = '') AND NOT (state = 'WITHDRAWN')",
        ),
        since="{row}.state <> 'DRAFT'",
    ),
    # A trigger that asked the instrument itself would stand in the way of whoever rebuilds that table in SQLite.
    RowLock(
        table="prevention_target",
        kept=("id", "instrument_id", "agency_id", "unit_id", "employment", "position", "issued"),
        since="{row}.issued",
    ),
    RowLock(
        table="prevention_question",
        kept=("id", "instrument_id", "ordinal", "text", "choices", "right", "explanation", "issued"),
        places=("instrument_id = NEW.instrument_id AND ordinal = NEW.ordinal",),
        since="{row}.issued",
    ),
    RowLock(
        table="prevention_acknowledgement",
        kept=("id", "instrument_id", "civil_servant_id", "agency_code", "unit_code", "opened_at"),
        may={
            "channel": "OLD.read_at IS NULL AND {new} = 'LIST'",
            "read_at": once(),
            "read_date": once(),
            "understood_at": once(),
            "first_choices": once("'{{}}'"),
            "tries": "{new} > {old}",
            "entered_by": once(EMPTY),
            "proof_ref": once(EMPTY),
        },
        places=("instrument_id = NEW.instrument_id AND civil_servant_id = NEW.civil_servant_id",),
    ),
)

REMINDERS = (
    RowLock(
        table="prevention_instrumentreminder",
        kept=(
            "id",
            "instrument_id",
            "agency_code",
            "unit_code",
            "addressee",
            "asked",
            "pending",
            "letter_ref",
            "number",
            "reminded_date",
        ),
        places=(
            "letter_ref = NEW.letter_ref",
            "instrument_id = NEW.instrument_id AND agency_code = NEW.agency_code AND unit_code = NEW.unit_code "
            "AND reminded_date = NEW.reminded_date",
        ),
    ),
)

LOCKS = (*INSTRUMENTS, *REMINDERS)
