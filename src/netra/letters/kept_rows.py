"""A final letter never changes and never goes.

One way remains: from FINAL to ERASED, when the retention of its case has ended; number, kind and dates must stay. That
nothing is erased by halves is a constraint of the table.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, RowLock, erased_to, once

LOCKS = (
    RowLock(
        table="letters_letter",
        kept=(
            "id",
            "ref",
            "kind",
            "agency_code",
            "agency_name",
            "letterhead",
            "chain",
            "subject_ref",
            "number",
            "number_repeated",
            "sequence",
            "year",
            "letter_date",
            "verification_code",
            "drafted_by",
            "drafted_at",
            "finalised_by",
            "finalised_at",
        ),
        may={
            "status": erased_to("'ERASED'"),
            "data": erased_to("NULL"),
            "pdf_sha256": erased_to(EMPTY),
            "erased_at": once(),
        },
        places=(
            "ref = NEW.ref",
            "agency_code = NEW.agency_code AND year = NEW.year AND sequence = NEW.sequence",
            "agency_code = NEW.agency_code AND year = NEW.year AND number = NEW.number "
            "AND NOT (number = '') AND NOT number_repeated AND NOT NEW.number_repeated",
            "verification_code = NEW.verification_code AND NOT (verification_code = '')",
        ),
        since="{row}.status <> 'DRAFT'",
    ),
)
