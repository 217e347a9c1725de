"""Tables of the room; one noun or one family of nouns per file."""

from netra.prevention.models.acknowledgement import Acknowledgement, Tally, WrongDigits
from netra.prevention.models.advisory import (
    AdvisoryAnswer,
    AdvisoryMessage,
    AdvisoryPublication,
    AdvisoryQuestion,
)
from netra.prevention.models.advisory_erasure import AdvisoryErasure
from netra.prevention.models.audience_line import AudienceLine
from netra.prevention.models.bank_item import BankItem
from netra.prevention.models.consultation import CitedConsultation, Consultation
from netra.prevention.models.instrument import MOST_ASKED, Instrument, Question, Target
from netra.prevention.models.meeting import EVERY_MONTHS, MOST_WEEKS, Attendee, Meeting, MeetingSeries, Party
from netra.prevention.models.minutes import ActionItem, Minutes
from netra.prevention.models.outreach import (
    Outreach,
    OutreachFile,
    OutreachQuestion,
    OutreachTarget,
    Postponement,
    Speaker,
)
from netra.prevention.models.outreach_people import OutreachAnswer, OutreachGuest, Participant
from netra.prevention.models.pact import Pact, PactAnswer
from netra.prevention.models.rejected import RejectedLines
from netra.prevention.models.reminder import InstrumentReminder
from netra.prevention.models.spoken_reminder import GivenReminder, ReminderRoutine
from netra.prevention.models.struck import STANDING, Strikable

__all__ = [
    "EVERY_MONTHS",
    "MOST_ASKED",
    "MOST_WEEKS",
    "STANDING",
    "Acknowledgement",
    "ActionItem",
    "AdvisoryAnswer",
    "AdvisoryErasure",
    "AdvisoryMessage",
    "AdvisoryPublication",
    "AdvisoryQuestion",
    "Attendee",
    "AudienceLine",
    "BankItem",
    "CitedConsultation",
    "Consultation",
    "GivenReminder",
    "Instrument",
    "InstrumentReminder",
    "Meeting",
    "MeetingSeries",
    "Minutes",
    "Outreach",
    "OutreachAnswer",
    "OutreachFile",
    "OutreachGuest",
    "OutreachQuestion",
    "OutreachTarget",
    "Pact",
    "PactAnswer",
    "Participant",
    "Party",
    "Postponement",
    "Question",
    "RejectedLines",
    "ReminderRoutine",
    "Speaker",
    "Strikable",
    "Tally",
    "Target",
    "WrongDigits",
]
