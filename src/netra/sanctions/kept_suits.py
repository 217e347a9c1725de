"""A remedy keeps how it was answered, until a court says otherwise: what it said before then stands with the suit.

Apart from `kept_rows`, whose locks stood before there was a table of suits.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.kept_rows import erased_about
from netra.trust.row_locks import EMPTY, ERASED, RowLock, once

_DECIDED_ABOUT = (
    "SELECT it.party_id FROM sanctions_proceeding AS it JOIN sanctions_decision AS made ON made.proceeding_id = it.id"
)
_ABOUT_DECISION = erased_about(f"({_DECIDED_ABOUT} WHERE made.id = {{row}}.decision_id)")
_ABOUT_REMEDY = erased_about(
    f"({_DECIDED_ABOUT} JOIN sanctions_remedy AS asked ON asked.decision_id = made.id "
    "WHERE asked.id = {row}.remedy_id)"
)
_RULED = (
    "EXISTS (SELECT 1 FROM sanctions_suit s WHERE s.remedy_id = OLD.id AND s.decided_date = NEW.decided_date "
    "AND s.outcome = NEW.outcome AND s.former_outcome = OLD.outcome AND s.former_level = OLD.level_after "
    "AND s.former_sanction = OLD.sanction_after)"
)

SUIT_LOCKS = (
    RowLock(
        table="sanctions_remedy",
        kept=("id", "decision_id", "kind", "filed_date", "addressee", "letter_ref", "after_execution"),
        may={
            "replied_date": once(),
            "reply_document": once(EMPTY),
            "restored_date": once(),
            "restoration_document": once(EMPTY),
            "decision_letter_ref": once(EMPTY),
            "decided_date": f"{once()} OR {_RULED}",
            "outcome": f"{once(EMPTY)} OR {_RULED}",
            "level_after": f"{once(EMPTY)} OR {_RULED}",
            "sanction_after": f"{once(EMPTY)} OR {_RULED}",
            "reason": once(EMPTY),
        },
        erasable={"grounds": ERASED, "reason": ERASED, "reply_document": EMPTY, "restoration_document": EMPTY},
        erasure=_ABOUT_DECISION,
        what=_("upaya administratif"),
        chain="case:decision__proceeding__case__ref",
        places=("decision_id = NEW.decision_id",),
    ),
    RowLock(
        table="sanctions_suit",
        kept=("id", "remedy_id", "court", "filed_date", "after_execution"),
        may={
            "decided_date": once(),
            "outcome": once(EMPTY),
            "ruling": once(EMPTY),
            "reason": once(EMPTY),
            "former_outcome": once(EMPTY),
            "former_level": once(EMPTY),
            "former_sanction": once(EMPTY),
            "former_decided_date": once(),
        },
        erasable={"document": EMPTY, "ruling": EMPTY, "reason": ERASED},
        erasure=_ABOUT_REMEDY,
        what=_("gugatan"),
        chain="case:remedy__decision__proceeding__case__ref",
        places=("remedy_id = NEW.remedy_id",),
    ),
)
