"""Tables of the room; one noun or one family of nouns per file."""

from netra.prevention.models.acknowledgement import Acknowledgement, Tally, WrongDigits
from netra.prevention.models.instrument import MOST_ASKED, Instrument, Question, Target
from netra.prevention.models.rejected import RejectedLines
from netra.prevention.models.reminder import InstrumentReminder

__all__ = [
    "MOST_ASKED",
    "Acknowledgement",
    "Instrument",
    "InstrumentReminder",
    "Question",
    "RejectedLines",
    "Tally",
    "Target",
    "WrongDigits",
]
