"""The model by which pairs are weighed: the settings of Splink in one JSON file, the same for every engine.

`m` and `u` of every level were learned by `bench/linkage.py` from invented people with known truth; how often a name,
a day and a region occur is counted in the lists at hand. What a level is called is the evidence that an officer reads.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netra.matching.names.rules import DATA

MODEL = DATA / "linkage.json"
# Of a hundred entries of a list, so many are presumed to be of somebody in the register: it is forbidden to them.
PRESUMED_SHARE = 0.01
# What is weighed; where the pairs stand beside each other only, from this probability on.
FROM_PROBABILITY = 0.01
# In a short list everything occurs once or twice and would count as common: so many people like those from whom the
# model was learned are counted beside it. Among millions they weigh nothing.
COUNTED_BESIDE = 20_000


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison: what it is called, and how much likelier it is where both are the same person."""

    words: str
    speaks_for: bool
    unknown: bool


def read_model(path: Path = MODEL) -> dict[str, Any]:
    """The settings as they stand in the file."""
    settings: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return settings


def model_for(people: int, settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings with the prior that fits a register of so many people: a pair of two strangers is the rule.

    A register of an office is no likelier to hold somebody than one of a small region.
    """
    return {**settings, "probability_two_random_records_match": PRESUMED_SHARE / max(people, COUNTED_BESIDE)}


def counted_columns(settings: Mapping[str, Any]) -> dict[str, float]:
    """The columns whose values are counted, each with how probably two strangers have the same one."""
    return {
        level["tf_adjustment_column"]: level["u_probability"]
        for comparison in settings["comparisons"]
        for level in comparison["comparison_levels"]
        if "tf_adjustment_column" in level
    }


def levels(settings: Mapping[str, Any]) -> dict[str, dict[int, Level]]:
    """The levels of each comparison by the number that Splink gives them: -1 unknown, 0 nothing alike, and upwards."""
    found = {}
    for comparison in settings["comparisons"]:
        written = comparison["comparison_levels"]
        known = [level for level in written if not level.get("is_null_level")]
        found[comparison["output_column_name"]] = {
            (-1 if level.get("is_null_level") else len(known) - 1 - known.index(level)): Level(
                level["label_for_charts"],
                level.get("m_probability", 0) > level.get("u_probability", 0),
                bool(level.get("is_null_level")),
            )
            for level in written
        }
    return found
