"""Which consultation was cited in which case stays as it was written; an erasure of its accused takes the words."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.trust.row_locks import ERASED, RowLock

# With the whole case, or alone: what was cited about him goes with the accused.
_ACCUSED_ERASED = (
    "EXISTS (SELECT 1 FROM cases_erasure AS done JOIN cases_case AS whole ON whole.id = done.case_id "
    "JOIN cases_party AS accused ON accused.case_id = whole.id "
    "WHERE whole.ref = {row}.case_ref AND accused.ordinal = {row}.party AND done.approved_at IS NOT NULL "
    "AND (whole.erase_date IS NOT NULL OR accused.erase_date IS NOT NULL))"
)

CITATION_LOCKS = (
    RowLock(
        table="prevention_citedconsultation",
        kept=("id", "consultation_id", "case_ref", "party", "author_ref", "cited_at"),
        erasable={"note": ERASED},
        erasure=_ACCUSED_ERASED,
        what=_("konsultasi yang dikutip"),
        chain="case:case_ref",
        places=("case_ref = NEW.case_ref AND party = NEW.party AND consultation_id = NEW.consultation_id",),
    ),
)
