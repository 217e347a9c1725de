"""Questions about instruments: which, whom they reach, who has not answered yet."""

from netra.prevention.queries.audience import Recipient, audience, belongs, pending, person_in
from netra.prevention.queries.coverage import CoverageRow, coverage_of_agency
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

__all__ = [
    "CoverageRow",
    "InstrumentFile",
    "ItemDifficulty",
    "Recipient",
    "agencies_reached",
    "audience",
    "belongs",
    "coverage_of_agency",
    "difficulties",
    "entry_of",
    "instrument_file",
    "instrument_page",
    "paper",
    "paper_of",
    "pending",
    "person_in",
]
