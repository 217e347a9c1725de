"""Everything that changes this room, one function per act."""

from netra.prevention.checks import InstrumentRefused
from netra.prevention.meeting_checks import MeetingRefused
from netra.prevention.operations.acknowledging import Reading, instrument_acknowledge, instrument_open
from netra.prevention.operations.action_items import action_item_assign, action_item_drop, action_item_finish
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
from netra.prevention.operations.roll_call import Entered, roll_call_behind, roll_call_enter, roll_call_open
from netra.prevention.operations.spoken_reminders import reminder_end, reminder_give, reminder_start
from netra.prevention.reminder_checks import ReminderRefused

__all__ = [
    "AttendanceResult",
    "Entered",
    "InstrumentRefused",
    "MeetingRefused",
    "PactReading",
    "PactRefused",
    "Reading",
    "ReminderRefused",
    "action_item_assign",
    "action_item_drop",
    "action_item_finish",
    "attendance_record",
    "consultation_answer",
    "consultation_ask",
    "consultation_withdraw",
    "instrument_acknowledge",
    "instrument_draft",
    "instrument_issue",
    "instrument_links",
    "instrument_open",
    "instrument_remind",
    "instrument_revise",
    "instrument_withdraw",
    "meeting_attendance_record",
    "meeting_cancel",
    "meeting_hold",
    "meeting_invite",
    "meeting_plan",
    "meeting_revise",
    "meeting_series_end",
    "meeting_series_start",
    "minutes_adopt",
    "minutes_draft",
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
    "reminder_start",
    "roll_call_behind",
    "roll_call_enter",
    "roll_call_open",
]
