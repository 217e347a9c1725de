"""What an account was called before its name was corrected stays as it was written."""

from __future__ import annotations

from netra.trust.row_locks import RowLock

NAME_LOCKS = (
    RowLock(table="trust_formername", kept=("id", "user_id", "full_name", "reason", "renamed_by", "renamed_at")),
)
