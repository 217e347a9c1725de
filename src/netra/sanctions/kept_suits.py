"""A remedy keeps how it was answered, until a court says otherwise: what it said before then stands with the suit.

Apart from `kept_rows`, whose locks stood before there was a table of suits.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, ERASED, RowLock, erased_to, once

_GONE, _EMPTIED = erased_to(ERASED), erased_to(EMPTY)
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
            "grounds": _GONE,
            "replied_date": once(),
            "reply_document": f"{once(EMPTY)} OR {_EMPTIED}",
            "restored_date": once(),
            "restoration_document": f"{once(EMPTY)} OR {_EMPTIED}",
            "decision_letter_ref": f"{once(EMPTY)}",
            "decided_date": f"{once()} OR {_RULED}",
            "outcome": f"{once(EMPTY)} OR {_RULED}",
            "level_after": f"{once(EMPTY)} OR {_RULED}",
            "sanction_after": f"{once(EMPTY)} OR {_RULED}",
            "reason": f"{once(EMPTY)} OR {_GONE}",
        },
        places=("decision_id = NEW.decision_id",),
    ),
    RowLock(
        table="sanctions_suit",
        kept=("id", "remedy_id", "court", "filed_date", "after_execution"),
        may={
            "document": _EMPTIED,
            "decided_date": once(),
            "outcome": once(EMPTY),
            "ruling": f"{once(EMPTY)} OR {_EMPTIED}",
            "reason": f"{once(EMPTY)} OR {_GONE}",
            "former_outcome": once(EMPTY),
            "former_level": once(EMPTY),
            "former_sanction": once(EMPTY),
            "former_decided_date": once(),
        },
        places=("remedy_id = NEW.remedy_id",),
    ),
)
