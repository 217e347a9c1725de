"""Questions about instruments, meetings, action items and consultations."""

from netra.prevention.queries.action_items import (
    ItemFile,
    ItemRow,
    action_item_file,
    action_item_page,
    action_items_due,
    item_evidence,
)
from netra.prevention.queries.areas import Area, areas, beneath, coverage_of_area
from netra.prevention.queries.audience import Recipient, asked_from, audience, belongs, pending, person_in
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
    paper_of,
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
from netra.prevention.queries.responsibility import (
    Answerable,
    Head,
    answerable,
    answerable_unit,
    reminder_paper,
)
from netra.prevention.queries.warnings import EarlyWarning, early_warning, early_warnings

__all__ = [
    "AgencyRow",
    "Answerable",
    "Area",
    "ConsultationFile",
    "ConsultationRow",
    "CoverageRow",
    "EarlyWarning",
    "Head",
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
    "answerable",
    "answerable_unit",
    "areas",
    "asked_from",
    "audience",
    "belongs",
    "beneath",
    "consultation_file",
    "consultation_page",
    "consultation_paper",
    "coverage_of_agency",
    "coverage_of_area",
    "difficulties",
    "early_warning",
    "early_warnings",
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
    "paper_of",
    "parties_of",
    "pending",
    "person_in",
    "reached_by_agency",
    "reminder_paper",
    "series_file",
    "series_rows",
    "series_written_for",
]
