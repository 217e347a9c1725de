"""People in running text: `read_mentions` gives who is named, where, in which part, and what spoke for it."""

from netra.matching.mentions.grouping import people_in
from netra.matching.mentions.mention import GROUND_WORDS, PART_WORDS, Ground, Mention, Part, Quote, Reason
from netra.matching.mentions.reading import LONGEST_TEXT, Reading, no_regions, read_mentions

__all__ = [
    "GROUND_WORDS",
    "LONGEST_TEXT",
    "PART_WORDS",
    "Ground",
    "Mention",
    "Part",
    "Quote",
    "Reading",
    "Reason",
    "no_regions",
    "people_in",
    "read_mentions",
]
