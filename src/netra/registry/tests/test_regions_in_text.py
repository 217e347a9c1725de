"""Regions in free text over the published lists, and every alias of the house held against them."""

from __future__ import annotations

from typing import Any

import pytest

from netra.matching.names.rules import read_data
from netra.registry.queries import is_region_name, regions_in
from netra.registry.regions import region_index

ALIASES: list[tuple[str, dict[str, Any]]] = [
    (words, entry) for entry in read_data("places.yaml")["aliases"] for words in entry["words"]
]


@pytest.mark.parametrize(("words", "entry"), ALIASES, ids=[words for words, _entry in ALIASES])
def test_an_alias_leads_to_the_codes_it_names(words: str, entry: dict[str, Any]) -> None:
    written = words.upper() if entry.get("capitals") else words.title()
    (one,) = regions_in(f"Kejadian itu di {written}.")
    assert [candidate.code for candidate in one.candidates] == entry["codes"]
    assert entry["mark"] in ("SEEN", "SECONDARY", "UNVERIFIED")
    assert entry["source"]


@pytest.mark.parametrize("words", [words for words, entry in ALIASES if entry.get("capitals")])
def test_an_alias_in_capitals_is_a_word_like_others_when_small(words: str) -> None:
    first = words.split()[0]
    assert all(one.words.text != words and one.words.text != first for one in regions_in(f"kata {words} saja"))


def test_a_code_that_moved_is_answered_with_the_one_in_force() -> None:
    city, _province = regions_in("Kota Sorong, Papua Barat")
    assert [candidate.code for candidate in city.candidates] == ["96.71"]


def test_a_name_borne_twice_is_asked_back() -> None:
    (one,) = regions_in("Kejadian di Bandung kemarin.")
    assert [candidate.full_name for candidate in one.candidates] == ["Kabupaten Bandung", "Kota Bandung"]
    assert one.question


def test_every_regency_and_city_is_found_by_its_full_name() -> None:
    newest = region_index().editions[-1]
    provinces = region_index().below("", edition=newest)
    regions = [region for upper in provinces for region in region_index().below(upper.code, edition=newest)]
    assert len(regions) > 500
    for region in (*provinces, *regions):
        found = regions_in(f"Kejadian itu di {region.full_name}.")
        codes = [[candidate.code for candidate in one.candidates] for one in found]
        assert codes == [[region.code]], region.full_name


def test_the_names_of_regions_are_known_with_and_without_their_kind() -> None:
    assert all(map(is_region_name, ("Batanghari", "Kab. Batanghari", "Kota Jambi", "Tangsel")))
    assert not is_region_name("Ramlan Sadewa")
