"""The names of the ranks of PNS, by which official letters call a grade: "Pembina, IV/a"."""

from __future__ import annotations

from netra.law.data_files import read_data
from netra.law.instruments import cited_source

_DATA = read_data("ranks.yaml")
SOURCE = cited_source(_DATA, where="ranks.yaml")
RANKS: dict[str, str] = dict(_DATA["ranks"])


def rank_named(grade: str) -> str:
    """The grade with the name of its rank; what is no grade of PNS alone stays as it was written."""
    group, slash, room = grade.strip().partition("/")
    written = f"{group.upper()}{slash}{room.lower()}"
    return f"{RANKS[written]}, {written}" if written in RANKS else grade
