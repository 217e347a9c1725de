"""The published lists as `matching` reads them: every name of every edition, with the code in force."""

from __future__ import annotations

from functools import cache

from netra.matching.places import Gazetteer, Level, Place
from netra.registry.regions.index import Region, region_index
from netra.registry.regions.names import RegionKind, kind_in, kind_of


@cache
def gazetteer() -> Gazetteer:
    """The regions of all editions by name, built once per process."""
    index = region_index()
    places = []
    for span in index.spans():
        kind = kind_of(span.code, span.name)
        bare = span.name if kind in (RegionKind.DISTRICT, RegionKind.PROVINCE) else kind_in(span.name)[1]
        full_name = Region(span.code, span.last_edition, span.name, kind).full_name
        present = index.present_code(span.code)
        editions = span.first_edition, span.last_edition
        places.append(Place(span.code, present, Level(kind.value), bare, full_name, *editions))
    return Gazetteer(places)
