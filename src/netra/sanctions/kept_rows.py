"""What was done and decided about an accused stays as it was written; an erasure takes the words and the names."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.cases.kept_rows import erased_about
from netra.sanctions.states import ProceedingState
from netra.trust.row_locks import EMPTY, ERASED, NO_LIST, RowLock, once, one_of

_ABOUT = erased_about("(SELECT party_id FROM sanctions_proceeding WHERE id = {row}.proceeding_id)")
_OF_CASE = "case:proceeding__case__ref"
_LETTER_ONCE = once(EMPTY)

# The closing is taken back where somebody contests what was decided.
_UNTIL_REOPENED = f"{once()} OR (OLD.state = 'CLOSED' AND {{new}} IS NULL)"
# Only what was examined and not decided is examined again.
_REOPENS = "OLD.decision_date IS NULL AND OLD.state IN ('EXAMINED', 'REPORTED') AND NEW.state = 'OPENED'"

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
            "composition_note": once(EMPTY),
            "called_at": "OLD.decision_date IS NULL",
            # Opened again, the examination has no day until it is held again.
            "examination_date": f"{once()} OR ({{new}} IS NULL AND {_REOPENS})",
            "reopened_date": f"{once()} AND {_REOPENS}",
            "reopened_reason": f"{_LETTER_ONCE} AND {_REOPENS}",
            # The law is read again on the day of the examination and of the decision, so its bounds move until then.
            **dict.fromkeys(("regime", "level_floor", "level_ceiling"), "OLD.decision_date IS NULL"),
            "state": one_of(ProceedingState),
            "lapsed_from": "({old} = '' AND {new} = OLD.state) OR {new} = ''",
        },
        erasable={"composition_note": EMPTY, "reopened_reason": ERASED},
        erasure=erased_about("{row}.party_id"),
        what=_("penanganan"),
        chain="case:case__ref",
        free=("outcome",),
        places=(
            "ref = NEW.ref",
            "party_id = NEW.party_id AND route = NEW.route AND NOT (route = 'CRIME')",
        ),
    ),
    RowLock(
        table="sanctions_summons",
        kept=("id", "proceeding_id", "round", "ordinal", "letter_ref", "letter_date", "meeting_at"),
        may={"attended": once()},
        erasable={"place": ERASED},
        erasure=_ABOUT,
        what=_("panggilan"),
        chain=_OF_CASE,
        places=("proceeding_id = NEW.proceeding_id AND round = NEW.round AND ordinal = NEW.ordinal",),
    ),
    RowLock(
        table="sanctions_teammember",
        kept=(
            "id",
            "proceeding_id",
            "kind",
            "role",
            "element",
            "position",
            "grade",
            "user_id",
            "replaces_id",
            "seated_date",
            "letter_ref",
        ),
        may={"left_date": once(), "left_reason": _LETTER_ONCE},
        erasable={"name": ERASED, "nip": EMPTY, "composition_note": EMPTY, "left_reason": ERASED},
        erasure=_ABOUT,
        what=_("anggota tim atau majelis"),
        chain=_OF_CASE,
        places=("replaces_id = NEW.replaces_id",),
    ),
    RowLock(
        table="sanctions_examination",
        kept=("id", "proceeding_id", "round", "letter_ref", "held_date", "virtual", "signed_by_examinee", "obstructed"),
        erasable={"dialogue": NO_LIST},
        filled=("dialogue",),
        erasure=_ABOUT,
        what=_("berita acara pemeriksaan"),
        chain=_OF_CASE,
        places=("proceeding_id = NEW.proceeding_id AND round = NEW.round",),
    ),
    RowLock(
        table="sanctions_examinationreport",
        kept=("id", "proceeding_id", "round", "letter_ref", "reported_date", "proven", "proposed_level"),
        erasable={"aggravating": EMPTY, "mitigating": EMPTY, "analysis": ERASED},
        erasure=_ABOUT,
        what=_("laporan hasil pemeriksaan"),
        chain=_OF_CASE,
        places=("proceeding_id = NEW.proceeding_id AND round = NEW.round",),
    ),
    RowLock(
        table="sanctions_councilhearing",
        kept=("id", "proceeding_id", "held_date", "defended"),
        may={
            "letter_ref": _LETTER_ONCE,
            "decided_date": once(),
            "breached": once(),
            "breach": once(EMPTY),
            "administrative_action": f"{once('false')} AND OLD.decided_date IS NULL",
            "action_declined_reason": once(EMPTY),
        },
        erasable={"defence": ERASED, "breach": EMPTY, "action_declined_reason": ERASED},
        erasure=_ABOUT,
        what=_("sidang majelis"),
        chain=_OF_CASE,
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
        erasable={"considerations": ERASED, "deviation_reason": ERASED, "competence_note": EMPTY},
        erasure=_ABOUT,
        what=_("keputusan penanganan"),
        chain=_OF_CASE,
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
        may={"unblocked_at": once(), "unblock_reason": once(EMPTY)},
        erasable={"reason": ERASED, "unblock_reason": EMPTY},
        erasure=erased_about("{row}.party_id"),
        what=_("pemblokiran data terlapor"),
        chain="case:party__case__ref",
        places=("party_id = NEW.party_id AND unblocked_at IS NULL AND NEW.unblocked_at IS NULL",),
    ),
)

LOCKS = (*_THE_EXAMINATION, *_THE_DECISION, *_THE_FOLLOW_UP)
