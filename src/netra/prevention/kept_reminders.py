"""Reminders said aloud: the rhythm is settled from the first, its end once; what was given is at most taken back."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, once

REMINDER_LOCKS = (
    RowLock(
        table="prevention_reminderroutine",
        kept=("id", "ref", "agency_code", "unit_id", "occasion", "every_months", "week", "weekday", "start_date"),
        may={"until_date": once(), "ended_reason": once(EMPTY)},
        places=("ref = NEW.ref",),
    ),
    RowLock(
        table="prevention_givenreminder",
        kept=(
            "id",
            "ref",
            "routine_id",
            "unit_id",
            "with_beneath",
            "held_date",
            "words",
            "entered_by",
            "entered_at",
            "proof_ref",
        ),
        may={"retracted_at": once(), "retracted_by": once(EMPTY), "retracted_reason": once(EMPTY)},
        places=(
            "ref = NEW.ref",
            "routine_id = NEW.routine_id AND unit_id = NEW.unit_id AND held_date = NEW.held_date "
            "AND retracted_at IS NULL AND unit_id IS NOT NULL AND NEW.retracted_at IS NULL",
            "routine_id = NEW.routine_id AND held_date = NEW.held_date "
            "AND retracted_at IS NULL AND unit_id IS NULL AND NEW.retracted_at IS NULL",
        ),
    ),
)
