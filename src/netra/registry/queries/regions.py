"""Questions about regions; see `registry.regions` for how they are answered."""

from __future__ import annotations

from datetime import date

from netra.matching.places import PlaceMention, read_places
from netra.registry.regions import Ambiguous, Change, Found, Region, RegionAt, Unknown, region_index
from netra.registry.regions.gazetteer import gazetteer


def region_at(code: str, on: date) -> RegionAt:
    """What a code meant on a day, with the edition that says so; raises UnknownRegion where none does."""
    return region_index().at(code, on)


def region_named(text: str, *, edition: int | None = None) -> Found | Ambiguous | Unknown:
    """The region that a written name or code means; a question back where it means several."""
    return region_index().named(text, edition=edition)


def region_or_nation(text: str) -> Found | Ambiguous | Unknown:
    """As `region_named`, for what may belong to the whole country: an office, a central agency, a case."""
    return region_index().named_or_nation(text)


def present_region_code(code: str) -> str:
    """The code that a region bears now; offices, people and lists are found by it, whichever code was written."""
    return region_index().present_code(code)


def former_code_note(code: str) -> str:
    """That this is a former code, and which one is in force; empty for every other code."""
    return region_index().moved_note(code)


def region_changes(code: str) -> list[Change]:
    """What became of a code over the editions; raises UnknownRegion."""
    return region_index().changes(code)


def regions_below(code: str, *, on: date) -> list[Region]:
    """The regions directly under a code on a day; the provinces under the empty code."""
    index = region_index()
    return index.below(code, edition=index.edition_on(on))


def region_editions() -> tuple[int, ...]:
    """The years of the published lists, oldest first."""
    return region_index().editions


def regions_in(text: str) -> tuple[PlaceMention, ...]:
    """The regions that a free text names, each with all it may mean and a question where that is more than one."""
    return read_places(text, gazetteer())


def is_region_name(name: str) -> bool:
    """Whether some words are the name of a region of any edition, with or without its kind."""
    return gazetteer().knows(name)
