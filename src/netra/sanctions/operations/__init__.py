"""The writes of the room: one function per act, all re-exported here."""

from netra.sanctions.models.decision import CONTRACT_ENDS
from netra.sanctions.operations.absence import decision_send, delivery_miss
from netra.sanctions.operations.answers import Answer
from netra.sanctions.operations.closing import proceeding_close
from netra.sanctions.operations.council import (
    Verdict,
    action_decline,
    council_decide,
    council_form,
    council_hear,
    council_summon,
)
from netra.sanctions.operations.decision import (
    ReasonMissing,
    Ruling,
    decision_make,
    termination_decide,
)
from netra.sanctions.operations.examination import (
    Findings,
    Hearing,
    duty_release,
    examination_record,
    examination_report,
    team_form,
)
from netra.sanctions.operations.examiners import examiner_assign, examiner_release
from netra.sanctions.operations.follow_up import data_block, data_unblock, duty_remind, reminder_issue
from netra.sanctions.operations.force import (
    Handover,
    decision_deliver,
    decision_enforce,
    decision_execute,
    decision_finalise,
)
from netra.sanctions.operations.leaving import (
    Departure,
    proceeding_lapse,
    proceeding_resume,
    servant_left,
    servant_left_correct,
)
from netra.sanctions.operations.members import NewMember
from netra.sanctions.operations.moral import DELEGATE_POSTS, MoralRuling, moral_impose
from netra.sanctions.operations.no_crime import crime_decline
from netra.sanctions.operations.opening import crime_refer, proceeding_open
from netra.sanctions.operations.rejection import objection_reject
from netra.sanctions.operations.remedies import (
    appeal_decide,
    appeal_file,
    objection_decide,
    objection_file,
    remedy_reply,
)
from netra.sanctions.operations.reopening import examination_reopen
from netra.sanctions.operations.restoration import restoration_record
from netra.sanctions.operations.seats import seat_replace
from netra.sanctions.operations.stopping import proceeding_stop
from netra.sanctions.operations.suits import CourtRuling, suit_decide, suit_file
from netra.sanctions.operations.summons import summons_issue, summons_miss
from netra.sanctions.signing import Signing

__all__ = [
    "CONTRACT_ENDS",
    "DELEGATE_POSTS",
    "Answer",
    "CourtRuling",
    "Departure",
    "Findings",
    "Handover",
    "Hearing",
    "MoralRuling",
    "NewMember",
    "ReasonMissing",
    "Ruling",
    "Signing",
    "Verdict",
    "action_decline",
    "appeal_decide",
    "appeal_file",
    "council_decide",
    "council_form",
    "council_hear",
    "council_summon",
    "crime_decline",
    "crime_refer",
    "data_block",
    "data_unblock",
    "decision_deliver",
    "decision_enforce",
    "decision_execute",
    "decision_finalise",
    "decision_make",
    "decision_send",
    "delivery_miss",
    "duty_release",
    "duty_remind",
    "examination_record",
    "examination_reopen",
    "examination_report",
    "examiner_assign",
    "examiner_release",
    "moral_impose",
    "objection_decide",
    "objection_file",
    "objection_reject",
    "proceeding_close",
    "proceeding_lapse",
    "proceeding_open",
    "proceeding_resume",
    "proceeding_stop",
    "remedy_reply",
    "reminder_issue",
    "restoration_record",
    "seat_replace",
    "servant_left",
    "servant_left_correct",
    "suit_decide",
    "suit_file",
    "summons_issue",
    "summons_miss",
    "team_form",
    "termination_decide",
]
