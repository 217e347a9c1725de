"""Questions about instruments: which, whom they reach, who has not answered yet."""

from netra.prevention.queries.audience import Recipient, audience, belongs, pending, person_in
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
from netra.prevention.queries.warnings import EarlyWarning, early_warning, early_warnings

__all__ = [
    "AgencyRow",
    "CoverageRow",
    "EarlyWarning",
    "InstrumentFile",
    "ItemDifficulty",
    "Recipient",
    "agencies_reached",
    "audience",
    "belongs",
    "coverage_of_agency",
    "difficulties",
    "early_warning",
    "early_warnings",
    "entry_of",
    "instrument_file",
    "instrument_page",
    "paper",
    "pending",
    "person_in",
    "reached_by_agency",
]
