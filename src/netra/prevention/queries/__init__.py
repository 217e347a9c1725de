"""Questions about instruments: which, whom they reach, who has not answered yet."""

from netra.prevention.queries.audience import Recipient, audience, belongs, pending, person_in
from netra.prevention.queries.coverage import CoverageRow, coverage_of_agency
from netra.prevention.queries.instruments import InstrumentFile, instrument_file, instrument_page
from netra.prevention.queries.items import ItemDifficulty, difficulties

__all__ = [
    "CoverageRow",
    "InstrumentFile",
    "ItemDifficulty",
    "Recipient",
    "audience",
    "belongs",
    "coverage_of_agency",
    "difficulties",
    "instrument_file",
    "instrument_page",
    "pending",
    "person_in",
]
