"""Which answer was cited for whom stays as it was written; an erasure takes the words."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.kept_rows import erased_about
from netra.trust.row_locks import ERASED, RowLock

ADVICE_LOCKS = (
    RowLock(
        table="cases_citedadvice",
        kept=("id", "party_id", "answer_id", "by_accused", "author_ref", "cited_at"),
        erasable={"note": ERASED},
        erasure=erased_about("{row}.party_id"),
        what=_("jawaban tertulis yang dikutip"),
        chain="case:party__case__ref",
        places=("party_id = NEW.party_id AND answer_id = NEW.answer_id AND by_accused = NEW.by_accused",),
    ),
)
