"""What was registered, said, decided and put off in a case stays as it was written; an erasure takes the words.

A due date moves only with a `DeadlineChange` that says so, which nobody can take away again.
"""

from __future__ import annotations

from netra.trust.row_locks import EMPTY, ERASED, RowLock, erased_to, once

_GONE = erased_to(ERASED)
# A number is found or corrected until something was recommended about its holder; then only an erasure takes it.
_THE_SAME_PERSON = "{new} = '' OR {old} = '' OR NOT EXISTS (SELECT 1 FROM cases_recommendation WHERE party_id = OLD.id)"

# The end of a closed case is taken back where somebody contests what was decided in it.
_UNTIL_REOPENED = f"{once()} OR (OLD.state = 'CLOSED' AND NEW.state = 'PROCEEDING' AND {{new}} IS NULL)"

_THE_CASE = (
    RowLock(
        table="cases_case",
        kept=(
            "id",
            "ref",
            "source",
            "report_ref",
            "observation_ref",
            "election_code",
            "election_kind",
            "office",
            "region_code",
            "province_code",
            "handling_agency_code",
            "bypass_agency_code",
            "received_date",
            "registered_at",
        ),
        may={
            "title": _GONE,
            # A mark that was set stays: no decision unmakes that an earlier one deviated.
            "deviates": once("false"),
            "referred": once("false"),
            "ended_date": _UNTIL_REOPENED,
            "erase_date": once(),
            "erased_at": once(),
        },
        free=("agency_code", "state", "next_due_date", "next_due_rule", "outcome", "released_evidence_refs"),
        places=(
            "ref = NEW.ref",
            "report_ref = NEW.report_ref AND NOT (report_ref = '')",
            "observation_ref = NEW.observation_ref AND NOT (observation_ref = '')",
        ),
    ),
    RowLock(
        table="cases_party",
        kept=("id", "case_id", "ordinal"),
        may={"erase_date": once(), "nip": _THE_SAME_PERSON},
        free=(
            "name",
            "position_title",
            "position",
            "employment",
            "grade",
            "agency_code",
            "unit_name",
            "identified_by_attribute",
            "identified_at",
            "shown_evidence_refs",
            "papers_under",
        ),
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    # An officer confirms or changes what the law room proposed; that each was assessed stays.
    RowLock(
        table="cases_allegation",
        kept=("id", "party_id", "act_id"),
        may={"no_crime_reason": f"{once(EMPTY)} OR {_GONE}"},
        free=(
            "state",
            "assessment",
            "assessed_at",
            "phase",
            "category",
            "level_floor",
            "level_ceiling",
            "regime",
            "needs_review",
            "earlier_decision",
            "reason",
            "decided_by",
            "decided_at",
        ),
        places=("party_id = NEW.party_id AND act_id = NEW.act_id",),
    ),
    RowLock(
        table="cases_answer",
        kept=("id", "party_id", "given_at", "author_ref"),
        may={"text": _GONE, "evidence_refs": erased_to("'[]'")},
    ),
)

_THE_STEPS = (
    RowLock(
        table="cases_clarification",
        kept=("id", "case_id", "ordinal", "invitee", "party_id", "meeting_at", "letter_ref"),
        may={
            "name": erased_to(EMPTY),
            "place": _GONE,
            "attended": once(),
            "statement": f"{once(EMPTY)} OR {erased_to(EMPTY)}",
            "recorded_at": once(),
        },
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="cases_plenary",
        kept=("id", "case_id", "held_date", "outcome", "members", "decided_by", "decided_at"),
        may={"reason": _GONE},
    ),
    RowLock(
        table="cases_referral",
        kept=("id", "case_id", "body_code", "letter_ref", "referred_at"),
        places=("case_id = NEW.case_id",),
    ),
    RowLock(
        table="cases_recommendation",
        kept=(
            "id",
            "case_id",
            "party_id",
            "body_code",
            "agency_code",
            "category",
            "level",
            "letter_ref",
            "recommended_at",
        ),
        may={"basis": _GONE, "reason": _GONE},
        places=("party_id = NEW.party_id",),
    ),
    RowLock(
        table="cases_causecoding",
        kept=("id", "case_id", "coder_id", "ordinal", "coded_at"),
        places=(
            "case_id = NEW.case_id AND coder_id = NEW.coder_id",
            "case_id = NEW.case_id AND ordinal = NEW.ordinal",
        ),
    ),
    RowLock(
        table="cases_causecode",
        kept=("id", "coding_id", "cause"),
        may={"evidence": _GONE},
        places=("coding_id = NEW.coding_id AND cause = NEW.cause",),
    ),
    RowLock(
        table="cases_recusal",
        kept=("id", "case_id", "user_id", "recused_by", "recused_at"),
        may={"reason": _GONE},
        places=("user_id = NEW.user_id AND case_id = NEW.case_id",),
    ),
    RowLock(
        table="cases_erasure",
        kept=("id", "case_id", "requested_by_id", "requested_at", "reason"),
        may={
            "approved_by_id": once(),
            "approved_at": once(),
            "destroyed": once("'{{}}'"),
            "set_aside_by_id": once(),
            "set_aside_at": once(),
            "set_aside_reason": f"{once(EMPTY)} OR {_GONE}",
        },
        places=("case_id = NEW.case_id AND set_aside_at IS NULL AND NEW.set_aside_at IS NULL",),
    ),
)

_THE_TERMS = (
    RowLock(
        table="cases_deadline",
        kept=(
            "id",
            "case_id",
            "subject_ref",
            "holder",
            "agency_code",
            "region_code",
            "province_code",
            "rule",
            "label",
            "start_date",
            "unit",
            "source_kind",
            "citation",
            "verification",
            "notes",
            "alternatives",
            "needs_review",
        ),
        may={
            "due_date": "EXISTS (SELECT 1 FROM cases_deadlinechange WHERE deadline_id = OLD.id "
            "AND old_due_date = OLD.due_date AND new_due_date = NEW.due_date)",
            "met_date": once(),
            "recorded_date": once(),
        },
        free=("steps", "provisional", "paused_date"),
        places=(
            "case_id = NEW.case_id AND subject_ref = NEW.subject_ref AND rule = NEW.rule "
            "AND met_date IS NULL AND NEW.met_date IS NULL",
        ),
    ),
    RowLock(
        table="cases_deadlinechange",
        kept=("id", "deadline_id", "kind", "old_due_date", "new_due_date", "changed_at", "changed_by"),
        may={"reason": _GONE, "document": _GONE},
    ),
)

LOCKS = (*_THE_CASE, *_THE_STEPS, *_THE_TERMS)
