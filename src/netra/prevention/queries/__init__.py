"""Questions about instruments, meetings, action items and consultations."""

from netra.prevention.queries.action_items import (
    ItemFile,
    ItemRow,
    action_item_file,
    action_item_page,
    action_items_due,
    item_evidence,
)
from netra.prevention.queries.audience import Recipient, audience, belongs, pending, person_in
from netra.prevention.queries.consultations import (
    ConsultationFile,
    ConsultationRow,
    consultation_file,
    consultation_page,
    consultation_paper,
)
from netra.prevention.queries.coverage import AgencyRow, CoverageRow, coverage_of_agency, reached_by_agency
from netra.prevention.queries.instruments import (
    InstrumentFile,
    agencies_reached,
    entry_of,
    instrument_file,
    instrument_page,
    paper,
)
from netra.prevention.queries.items import ItemDifficulty, difficulties
from netra.prevention.queries.meeting_series import SeriesFile, SeriesRow, TurnRow, series_file, series_rows
from netra.prevention.queries.meetings import (
    MeetingFile,
    MeetingRow,
    invitation_paper,
    meeting_entry_of,
    meeting_file,
    meeting_page,
    minutes_paper,
    parties_of,
    series_written_for,
)

__all__ = [
    "AgencyRow",
    "ConsultationFile",
    "ConsultationRow",
    "CoverageRow",
    "InstrumentFile",
    "ItemDifficulty",
    "ItemFile",
    "ItemRow",
    "MeetingFile",
    "MeetingRow",
    "Recipient",
    "SeriesFile",
    "SeriesRow",
    "TurnRow",
    "action_item_file",
    "action_item_page",
    "action_items_due",
    "agencies_reached",
    "audience",
    "belongs",
    "consultation_file",
    "consultation_page",
    "consultation_paper",
    "coverage_of_agency",
    "difficulties",
    "entry_of",
    "instrument_file",
    "instrument_page",
    "invitation_paper",
    "item_evidence",
    "meeting_entry_of",
    "meeting_file",
    "meeting_page",
    "minutes_paper",
    "paper",
    "parties_of",
    "pending",
    "person_in",
    "reached_by_agency",
    "series_file",
    "series_rows",
    "series_written_for",
]
