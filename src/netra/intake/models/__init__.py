"""Tables of the room; one noun or one family of nouns per file."""

from netra.intake.models.dialogue import ReportEvidence, ReportMessage
from netra.intake.models.draft import DraftFile, ReportDraft
from netra.intake.models.duplicate import DuplicateLink, ToldApart
from netra.intake.models.erasure import ReportErasure
from netra.intake.models.kept_from import KeptFrom
from netra.intake.models.report import AlsoBypassed, Report, ReportedPerson
from netra.intake.models.sketch import StoryBand, StorySketch

__all__ = [
    "AlsoBypassed",
    "DraftFile",
    "DuplicateLink",
    "KeptFrom",
    "Report",
    "ReportDraft",
    "ReportErasure",
    "ReportEvidence",
    "ReportMessage",
    "ReportedPerson",
    "StoryBand",
    "StorySketch",
    "ToldApart",
]
