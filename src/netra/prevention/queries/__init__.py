"""Questions about instruments: which, whom they reach, who has not answered yet."""

from netra.prevention.queries.areas import Area, areas, beneath, coverage_of_area
from netra.prevention.queries.audience import Recipient, asked_from, audience, belongs, pending, person_in
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
    "CoverageRow",
    "EarlyWarning",
    "Head",
    "InstrumentFile",
    "ItemDifficulty",
    "Recipient",
    "agencies_reached",
    "answerable",
    "answerable_unit",
    "areas",
    "asked_from",
    "audience",
    "belongs",
    "beneath",
    "coverage_of_agency",
    "coverage_of_area",
    "difficulties",
    "early_warning",
    "early_warnings",
    "entry_of",
    "instrument_file",
    "instrument_page",
    "paper",
    "paper_of",
    "pending",
    "person_in",
    "reached_by_agency",
    "reminder_paper",
]
