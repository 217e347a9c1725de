"""Why an examiner was let go stays as it was written; an erasure takes the reason."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.kept_rows import erased_about
from netra.trust.row_locks import ERASED, RowLock

EXAMINER_LOCKS = (
    RowLock(
        table="sanctions_examinerrelease",
        kept=("id", "proceeding_id", "user_id", "released_by", "released_at"),
        erasable={"reason": ERASED},
        erasure=erased_about("(SELECT party_id FROM sanctions_proceeding WHERE id = {row}.proceeding_id)"),
        what=_("akhir penugasan pemeriksa"),
        chain="case:proceeding__case__ref",
    ),
)
