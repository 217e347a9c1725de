"""Everything that changes this room, one function per act."""

from netra.prevention.advisory_checks import AdvisoryRefused
from netra.prevention.checks import InstrumentRefused
from netra.prevention.meeting_checks import MeetingRefused
from netra.prevention.operations.acknowledging import Reading, instrument_acknowledge, instrument_open
from netra.prevention.operations.action_items import action_item_assign, action_item_drop, action_item_finish
from netra.prevention.operations.advisory_answering import advisory_answer, advisory_turn_away
from netra.prevention.operations.advisory_asking import (
    TooManyQuestions,
    advisory_ask,
    advisory_reply,
    advisory_write,
    sent_question,
)
from netra.prevention.operations.advisory_erasing import (
    advisory_erase_approve,
    advisory_erase_refuse,
    advisory_erase_request,
    advisory_erase_withdraw,
)
from netra.prevention.operations.advisory_publishing import advisory_publish, advisory_unpublish
from netra.prevention.operations.attendance import AttendanceResult, attendance_record
from netra.prevention.operations.consultations import (
    consultation_answer,
    consultation_ask,
    consultation_withdraw,
)
from netra.prevention.operations.handing_out import instrument_links
from netra.prevention.operations.instruments import (
    instrument_draft,
    instrument_issue,
    instrument_revise,
    instrument_withdraw,
)
from netra.prevention.operations.meeting_attendance import meeting_attendance_record
from netra.prevention.operations.meeting_series import meeting_series_end, meeting_series_start
from netra.prevention.operations.meetings import (
    meeting_cancel,
    meeting_hold,
    meeting_invite,
    meeting_plan,
    meeting_revise,
)
from netra.prevention.operations.minutes import minutes_adopt, minutes_draft
from netra.prevention.operations.outreach import (
    outreach_cancel,
    outreach_hold,
    outreach_plan,
    outreach_postpone,
    outreach_revise,
)
from netra.prevention.operations.outreach_attendance import outreach_attendance_record
from netra.prevention.operations.outreach_code import (
    Arrived,
    outreach_attend,
    outreach_code_behind,
    outreach_code_open,
)
from netra.prevention.operations.outreach_guests import outreach_guests_record
from netra.prevention.operations.outreach_papers import outreach_certify, outreach_file_add, outreach_links
from netra.prevention.operations.outreach_testing import Visit, outreach_answer, outreach_test_set, outreach_visit
from netra.prevention.operations.pact_code import Entrant, pact_code_behind, pact_code_open, pact_enter
from netra.prevention.operations.pact_signing import (
    PactReading,
    pact_letter,
    pact_reading,
    pact_record,
    pact_refusal_record,
    pact_refuse,
    pact_sign,
)
from netra.prevention.operations.pacts import PactRefused, pact_links, pact_open, pact_withdraw
from netra.prevention.operations.reminding import instrument_remind
from netra.prevention.operations.revealing import identity_request
from netra.prevention.operations.roll_call import Entered, roll_call_behind, roll_call_enter, roll_call_open
from netra.prevention.operations.spoken_reminders import reminder_end, reminder_give, reminder_retract, reminder_start
from netra.prevention.operations.striking import (
    meeting_attendance_strike,
    outreach_attendance_strike,
    outreach_guest_strike,
)
from netra.prevention.outreach_checks import OutreachRefused
from netra.prevention.reminder_checks import ReminderRefused

__all__ = [
    "AdvisoryRefused",
    "Arrived",
    "AttendanceResult",
    "Entered",
    "Entrant",
    "InstrumentRefused",
    "MeetingRefused",
    "OutreachRefused",
    "PactReading",
    "PactRefused",
    "Reading",
    "ReminderRefused",
    "TooManyQuestions",
    "Visit",
    "action_item_assign",
    "action_item_drop",
    "action_item_finish",
    "advisory_answer",
    "advisory_ask",
    "advisory_erase_approve",
    "advisory_erase_refuse",
    "advisory_erase_request",
    "advisory_erase_withdraw",
    "advisory_publish",
    "advisory_reply",
    "advisory_turn_away",
    "advisory_unpublish",
    "advisory_write",
    "attendance_record",
    "consultation_answer",
    "consultation_ask",
    "consultation_withdraw",
    "identity_request",
    "instrument_acknowledge",
    "instrument_draft",
    "instrument_issue",
    "instrument_links",
    "instrument_open",
    "instrument_remind",
    "instrument_revise",
    "instrument_withdraw",
    "meeting_attendance_record",
    "meeting_attendance_strike",
    "meeting_cancel",
    "meeting_hold",
    "meeting_invite",
    "meeting_plan",
    "meeting_revise",
    "meeting_series_end",
    "meeting_series_start",
    "minutes_adopt",
    "minutes_draft",
    "outreach_answer",
    "outreach_attend",
    "outreach_attendance_record",
    "outreach_attendance_strike",
    "outreach_cancel",
    "outreach_certify",
    "outreach_code_behind",
    "outreach_code_open",
    "outreach_file_add",
    "outreach_guest_strike",
    "outreach_guests_record",
    "outreach_hold",
    "outreach_links",
    "outreach_plan",
    "outreach_postpone",
    "outreach_revise",
    "outreach_test_set",
    "outreach_visit",
    "pact_code_behind",
    "pact_code_open",
    "pact_enter",
    "pact_letter",
    "pact_links",
    "pact_open",
    "pact_reading",
    "pact_record",
    "pact_refusal_record",
    "pact_refuse",
    "pact_sign",
    "pact_withdraw",
    "reminder_end",
    "reminder_give",
    "reminder_retract",
    "reminder_start",
    "roll_call_behind",
    "roll_call_enter",
    "roll_call_open",
    "sent_question",
]
