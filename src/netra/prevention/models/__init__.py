"""Tables of the room; one noun or one family of nouns per file."""

from netra.prevention.models.acknowledgement import Acknowledgement, Tally, WrongDigits
from netra.prevention.models.instrument import MOST_ASKED, Instrument, Question, Target

__all__ = ["MOST_ASKED", "Acknowledgement", "Instrument", "Question", "Tally", "Target", "WrongDigits"]
