"""Regions by edition: the published lists of province, regency, city and district codes, read-only, in memory.

The lists are data of the release, not rows: nobody edits a region in an office. `index.py` answers questions,
`names.py` knows how names are written, `compact.py` makes `data/regions.csv` from the full lists.
"""

from netra.registry.regions.index import (
    Ambiguous,
    Change,
    Found,
    Region,
    RegionAt,
    RegionIndex,
    Unknown,
    UnknownRegion,
    region_index,
)
from netra.registry.regions.names import NATION

__all__ = [
    "NATION",
    "Ambiguous",
    "Change",
    "Found",
    "Region",
    "RegionAt",
    "RegionIndex",
    "Unknown",
    "UnknownRegion",
    "region_index",
]
