"""Which answer was cited for whom stays as it was written; an erasure takes the words."""

from __future__ import annotations

from netra.trust.row_locks import ERASED, RowLock, erased_to

ADVICE_LOCKS = (
    RowLock(
        table="cases_citedadvice",
        kept=("id", "party_id", "answer_id", "by_accused", "author_ref", "cited_at"),
        may={"note": erased_to(ERASED)},
        places=("party_id = NEW.party_id AND answer_id = NEW.answer_id AND by_accused = NEW.by_accused",),
    ),
)
