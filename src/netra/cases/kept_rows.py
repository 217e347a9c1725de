"""What was registered, said, decided and put off in a case stays as it was written; an erasure takes the words.

A due date moves only with a `DeadlineChange` that says so, which nobody can take away again.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.states import SEALED_ENDS, CaseState
from netra.trust.row_locks import EMPTY, ERASED, NO_LIST, RowLock, erased_with_case, once, one_of


def erased_about(party: str) -> str:
    """Whether two people erased what this case holds about the accused of that key: with the whole case, or alone."""
    return (
        "EXISTS (SELECT 1 FROM cases_erasure AS done JOIN cases_case AS whole ON whole.id = done.case_id "  # noqa: S608 -- written in this house
        "JOIN cases_party AS accused ON accused.case_id = whole.id "
        f"WHERE accused.id = {party} AND done.approved_at IS NOT NULL "
        "AND (whole.erase_date IS NOT NULL OR accused.erase_date IS NOT NULL))"
    )


def with_case(case: str) -> str:
    """Whether two people erased the case of that key as a whole."""
    return erased_with_case(f"(SELECT ref FROM cases_case WHERE id = {case})")  # noqa: S608 -- written in this house


_OF_CASE, _ABOUT_PARTY = with_case("{row}.case_id"), erased_about("{row}.party_id")
# A term was put off for everybody, or for somebody who is erased alone.
_OF_TERM = (
    "EXISTS (SELECT 1 FROM cases_erasure AS done JOIN cases_deadline AS term ON term.case_id = done.case_id "
    "WHERE term.id = {row}.deadline_id AND done.approved_at IS NOT NULL)"
)
# Whatever an officer writes, but not the words that an erasure leaves.
_WORDS = f"{{new}} <> {ERASED}"
_STATES = "', '".join(sorted(SEALED_ENDS))
# Only what is over and proves nothing of anybody has a day on which it is erased.
_SEALED_NOW = f"{{old}} IS NULL AND NEW.state IN ('{_STATES}')"
# What was recommended went to the agency of its day, about the holder of this number: only an erasure takes it then.
_NOT_RECOMMENDED = "NOT EXISTS (SELECT 1 FROM cases_recommendation WHERE party_id = OLD.id)"
_THE_SAME_PERSON = f"{{old}} = '' OR {_NOT_RECOMMENDED}"
# Where nobody knew his agency, the one to which it is recommended becomes his.
_THE_SAME_AGENCY = _THE_SAME_PERSON

# The end of a closed case is taken back where somebody contests what was decided in it.
# What ended because the accused were civil servants no more goes on where that was a mistake.
_A_MISTAKE = "(OLD.state = 'LAPSED' AND NEW.state = OLD.lapsed_from AND {new} IS NULL)"
_UNTIL_REOPENED = f"{once()} OR (OLD.state = 'CLOSED' AND NEW.state = 'PROCEEDING' AND {{new}} IS NULL) OR {_A_MISTAKE}"
_DIED_SINCE = "(OLD.left_kind IN ('RETIRED', 'LEFT') AND NEW.left_kind = 'DIED')"
_STAYS = "OLD.left_kind <> '' AND NEW.left_kind = ''"

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
            "state": one_of(CaseState),
            # The agencies to which something was released: pages read it by them.
            "released_evidence_refs": "CAST({new} AS text) LIKE '{{%'",
            # A mark that was set stays: no decision unmakes that an earlier one deviated.
            "deviates": once("false"),
            "referred": once("false"),
            "ended_date": _UNTIL_REOPENED,
            "erase_date": f"({_SEALED_NOW}) OR {_A_MISTAKE}",
            "lapsed_from": "({old} = '' AND {new} = OLD.state) OR {new} = ''",
        },
        erasable={"title": ERASED},
        marks=("erased_at",),
        erasure=erased_with_case("{row}.ref"),
        what=_("perkara"),
        chain="case:ref",
        free=("agency_code", "headed_body_code", "next_due_date", "next_due_rule", "outcome"),
        places=(
            "ref = NEW.ref",
            "report_ref = NEW.report_ref AND NOT (report_ref = '')",
            "observation_ref = NEW.observation_ref AND NOT (observation_ref = '')",
        ),
    ),
    RowLock(
        table="cases_party",
        kept=("id", "case_id", "ordinal"),
        may={
            "erase_date": f"{once()} OR ({_STAYS} AND {{new}} IS NULL)",
            "papers_under": f"(OLD.erase_date IS NULL AND NEW.erase_date IS NOT NULL) OR ({_STAYS})",
            # Once said it stays said, until somebody takes it back with a reason, or he dies who had retired or left.
            **dict.fromkeys(("left_kind", "left_document"), f"{{old}} = '' OR {{new}} = '' OR {_DIED_SINCE}"),
            "left_date": f"{{old}} IS NULL OR {{new}} IS NULL OR ({_DIED_SINCE} AND {{new}} >= {{old}})",
            "left_mistaken": _STAYS,
            "nip": _THE_SAME_PERSON,
            "agency_code": _THE_SAME_AGENCY,
        },
        erasable={"nip": EMPTY, "left_mistaken": ERASED},
        erasure=erased_about("{row}.id"),
        free=(
            "name",
            "name_key",
            "position_title",
            "position",
            "employment",
            "grade",
            "unit_name",
            "identified_by_attribute",
            "identified_at",
            "shown_evidence_refs",
        ),
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    # An officer confirms or changes what the law room proposed; that each was assessed stays.
    RowLock(
        table="cases_allegation",
        kept=("id", "party_id", "act_id"),
        may={
            "no_crime_reason": once(EMPTY),
            "no_crime_date": once(),
            "no_crime_members": once(),
            "handed_over_ref": once(EMPTY),
            "reason": _WORDS,
            "earlier_decision": _WORDS,
        },
        erasable=dict.fromkeys(("no_crime_reason", "reason", "earlier_decision"), ERASED),
        erasure=_ABOUT_PARTY,
        what=_("dugaan"),
        chain="case:party__case__ref",
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
            "decided_by",
            "decided_at",
            "plenary_date",
            "plenary_members",
        ),
        places=("party_id = NEW.party_id AND act_id = NEW.act_id",),
    ),
    RowLock(
        table="cases_answer",
        kept=("id", "party_id", "given_at", "author_ref"),
        erasable={"text": ERASED, "evidence_refs": NO_LIST},
        erasure=_ABOUT_PARTY,
        what=_("jawaban terlapor"),
        chain="case:party__case__ref",
    ),
)

_THE_STEPS = (
    RowLock(
        table="cases_clarification",
        kept=("id", "case_id", "ordinal", "invitee", "party_id", "meeting_at", "letter_ref"),
        may={"attended": once(), "statement": once(EMPTY), "recorded_at": once()},
        erasable={"name": EMPTY, "place": ERASED, "statement": EMPTY},
        erasure=f"({_OF_CASE} OR {_ABOUT_PARTY})",
        what=_("undangan klarifikasi"),
        chain="case:case__ref",
        places=("case_id = NEW.case_id AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="cases_plenary",
        kept=("id", "case_id", "held_date", "outcome", "members", "decided_by", "decided_at"),
        erasable={"reason": ERASED},
        erasure=_OF_CASE,
        what=_("putusan pleno"),
        chain="case:case__ref",
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
        erasable={"basis": ERASED, "reason": ERASED},
        erasure=_ABOUT_PARTY,
        what=_("rekomendasi"),
        chain="case:case__ref",
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
        erasable={"evidence": ERASED},
        erasure=with_case("(SELECT case_id FROM cases_causecoding WHERE id = {row}.coding_id)"),
        what=_("faktor penyebab"),
        chain="case:coding__case__ref",
        places=("coding_id = NEW.coding_id AND cause = NEW.cause",),
    ),
    RowLock(
        table="cases_recusal",
        kept=("id", "case_id", "user_id", "recused_by", "recused_at"),
        erasable={"reason": ERASED},
        erasure=_OF_CASE,
        what=_("pengecualian petugas"),
        chain="case:case__ref",
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
            "set_aside_reason": once(EMPTY),
        },
        erasable={"set_aside_reason": ERASED},
        # With the case, or with those who were cleared in it.
        erasure=(
            "EXISTS (SELECT 1 FROM cases_erasure AS done WHERE done.case_id = {row}.case_id "
            "AND done.approved_at IS NOT NULL)"
        ),
        what=_("permintaan penghapusan"),
        chain="case:case__ref",
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
            "due_at",
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
        erasable={"reason": ERASED, "document": ERASED},
        erasure=_OF_TERM,
        what=_("perubahan tenggat"),
        chain="case:deadline__case__ref",
    ),
)

LOCKS = (*_THE_CASE, *_THE_STEPS, *_THE_TERMS)
