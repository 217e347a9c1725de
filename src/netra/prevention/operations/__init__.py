"""Everything that changes this room, one function per act."""

from netra.prevention.checks import InstrumentRefused
from netra.prevention.operations.acknowledging import Reading, instrument_acknowledge, instrument_open
from netra.prevention.operations.attendance import AttendanceResult, attendance_record
from netra.prevention.operations.handing_out import instrument_links
from netra.prevention.operations.instruments import (
    instrument_draft,
    instrument_issue,
    instrument_revise,
    instrument_withdraw,
)
from netra.prevention.operations.reminding import instrument_remind
from netra.prevention.operations.roll_call import Entered, roll_call_behind, roll_call_enter, roll_call_open

__all__ = [
    "AttendanceResult",
    "Entered",
    "InstrumentRefused",
    "Reading",
    "attendance_record",
    "instrument_acknowledge",
    "instrument_draft",
    "instrument_issue",
    "instrument_links",
    "instrument_open",
    "instrument_remind",
    "instrument_revise",
    "instrument_withdraw",
    "roll_call_behind",
    "roll_call_enter",
    "roll_call_open",
]
