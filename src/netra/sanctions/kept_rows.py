"""What was done and decided about an accused stays as it was written; an erasure takes the words and the names."""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, ERASED, RowLock, erased_to, once

_GONE = erased_to(ERASED)
_EMPTIED = erased_to(EMPTY)
_LETTER_ONCE = once(EMPTY)

# The closing is taken back where somebody contests what was decided.
_UNTIL_REOPENED = f"{once()} OR (OLD.state = 'CLOSED' AND {{new}} IS NULL)"

_THE_EXAMINATION = (
    RowLock(
        table="sanctions_proceeding",
        kept=(
            "id",
            "ref",
            "case_id",
            "party_id",
            "route",
            "agency_code",
            "region_code",
            "province_code",
            "conduct",
            "act_date",
            "opened_at",
        ),
        may={
            "decision_date": once(),
            "closed_date": _UNTIL_REOPENED,
            "duty_released_date": once(),
            "composition_note": f"{once(EMPTY)} OR {_EMPTIED}",
        },
        # The law is read again on the day of the examination and of the decision, so its bounds move until then.
        free=("state", "called_at", "examination_date", "regime", "level_floor", "level_ceiling", "outcome"),
        places=("ref = NEW.ref", "party_id = NEW.party_id AND route = NEW.route"),
    ),
    RowLock(
        table="sanctions_summons",
        kept=("id", "proceeding_id", "ordinal", "letter_ref", "letter_date", "meeting_at"),
        may={"place": _GONE, "attended": once()},
        places=("proceeding_id = NEW.proceeding_id AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="sanctions_teammember",
        kept=("id", "proceeding_id", "kind", "role", "element", "position", "grade", "user_id"),
        may={"name": _GONE, "nip": _EMPTIED},
    ),
    RowLock(
        table="sanctions_examination",
        kept=("id", "proceeding_id", "letter_ref", "held_date", "virtual", "signed_by_examinee", "obstructed"),
        may={"dialogue": erased_to("'[]'")},
        places=("proceeding_id = NEW.proceeding_id",),
    ),
    RowLock(
        table="sanctions_examinationreport",
        kept=("id", "proceeding_id", "letter_ref", "reported_date", "proven", "proposed_level"),
        may={"aggravating": _EMPTIED, "mitigating": _EMPTIED, "analysis": _GONE},
        places=("proceeding_id = NEW.proceeding_id",),
    ),
    RowLock(
        table="sanctions_councilhearing",
        kept=("id", "proceeding_id", "held_date", "defended"),
        may={
            "defence": _GONE,
            "letter_ref": _LETTER_ONCE,
            "decided_date": once(),
            "breached": once(),
            "breach": f"{once(EMPTY)} OR {_EMPTIED}",
            "administrative_action": once("false"),
            "action_declined_reason": f"{once(EMPTY)} OR {_GONE}",
        },
        places=("proceeding_id = NEW.proceeding_id",),
    ),
)

_THE_DECISION = (
    RowLock(
        table="sanctions_decision",
        kept=(
            "id",
            "proceeding_id",
            "kind",
            "level",
            "sanction_code",
            "sanction_label",
            "basis",
            "decided_date",
            "decided_by",
            "imposed_by",
            "signer_title",
            "registered_title",
            "signer_basis",
            "letter_ref",
            "document",
            "regime",
            "level_floor",
            "level_ceiling",
            "recommended_level",
            "below_floor",
            "below_recommendation",
            "above_ceiling",
            "steps_from_floor",
            "effective_date",
            "effective_basis",
            "mode",
            "delegate_title",
        ),
        may={"considerations": _GONE, "deviation_reason": _GONE, "competence_note": _EMPTIED},
        places=("proceeding_id = NEW.proceeding_id",),
    ),
    # The answer to a remedy sets from when the decision holds, or that it does not.
    RowLock(
        table="sanctions_decisiondelivery",
        kept=("id", "decision_id", "manner", "received_date", "letter_ref"),
        free=("in_force_date", "in_force_confirmed_date"),
        places=("decision_id = NEW.decision_id",),
    ),
)

_THE_FOLLOW_UP = (
    RowLock(
        table="sanctions_reminder",
        kept=(
            "id",
            "case_id",
            "deadline_id",
            "proceeding_id",
            "agency_code",
            "superior_title",
            "letter_ref",
            "issued_at",
        ),
    ),
    RowLock(
        table="sanctions_datablock",
        kept=("id", "party_id", "blocked_at"),
        may={
            "reason": _GONE,
            "unblocked_at": once(),
            "unblock_reason": f"{once(EMPTY)} OR {_EMPTIED}",
        },
        places=("party_id = NEW.party_id AND unblocked_at IS NULL AND NEW.unblocked_at IS NULL",),
    ),
)

LOCKS = (*_THE_EXAMINATION, *_THE_DECISION, *_THE_FOLLOW_UP)
