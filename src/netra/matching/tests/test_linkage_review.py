"""What may be done with an entry of a party list, and what an officer reads of it. All names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.matching.linkage.model import PRESUMED_SHARE, counted_columns, levels, model_for, read_model
from netra.matching.linkage.review import Entry, review
from netra.matching.linkage.running import Pair
from netra.matching.lookup import Decision

# The outcomes of a comparison as the model numbers them: -1 is unknown.
SAME = {"nik": -1, "name": 6, "birth": 4, "region": 2, "sex": 1}
RAMLAN = Pair(2, "Ramlan Sadewa", "MAWAR", "R1", "RAMLAN SADEWA, S.T.", 2, 0.999, SAME, 1, 0, 0, 1, False)


def reviewed(*pairs: Pair) -> Entry:
    (entry,) = review(pairs, levels(read_model()))
    return entry


def seen(pair: Pair = RAMLAN, **outcomes: int) -> Pair:
    return replace(pair, levels={**pair.levels, **outcomes})


class WhenADecisionIsMade:
    def it_is_confirmable_where_name_and_birth_agree(self) -> None:
        assert reviewed(RAMLAN).decision is Decision.CONFIRMABLE
        assert reviewed(seen(region=-1)).decision is Decision.CONFIRMABLE

    def it_is_possible_at_most_for_a_name_alone(self) -> None:
        assert reviewed(seen(birth=-1, region=-1)).decision is Decision.POSSIBLE
        # That both are men points at nobody.
        assert reviewed(seen(birth=-1, region=-1, sex=1)).decision is Decision.POSSIBLE

    def it_is_possible_where_as_much_contradicts_as_agrees(self) -> None:
        assert reviewed(seen(birth=0)).decision is Decision.POSSIBLE

    def it_is_possible_where_the_region_that_agrees_is_that_of_a_fifth_of_all(self) -> None:
        assert reviewed(replace(seen(birth=-1), common_region=True)).decision is Decision.POSSIBLE

    def it_asks_for_two_attributes_between_namesakes(self) -> None:
        namesake = replace(RAMLAN, namesakes=900)
        assert reviewed(seen(namesake, region=-1)).decision is Decision.POSSIBLE
        assert reviewed(namesake).decision is Decision.CONFIRMABLE

    def it_tells_no_two_apart_who_fit_as_well(self) -> None:
        twin = replace(RAMLAN, ref="R2", person="RAMLAN SADEWA", person_line=3)
        entry = reviewed(RAMLAN, twin)
        assert entry.decision is Decision.POSSIBLE
        assert [round(one.probability, 2) for one in entry.suggested] == [0.5, 0.5]

    def it_takes_somebody_who_stands_in_the_register_twice_for_one(self) -> None:
        entry = reviewed(RAMLAN, replace(RAMLAN, person_line=9))
        assert (entry.decision, len(entry.suggested)) == (Decision.CONFIRMABLE, 1)


class WhenSomethingContradictsItself:
    @pytest.mark.parametrize(
        ("pair", "told"),
        [
            (seen(nik=2, name=0), "NIK sama, tetapi namanya lain"),
            (seen(nik=2, birth=0), "NIK sama, tetapi tanggal lahir atau jenis kelaminnya lain"),
            (replace(seen(nik=2), owners=2), "NIK ini dipakai 2 orang di register"),
            (replace(seen(nik=2), claims=3), "NIK ini dipakai 3 nama yang berbeda di daftar partai"),
        ],
    )
    def it_is_shown_and_never_confirmable(self, pair: Pair, told: str) -> None:
        entry = reviewed(pair)
        assert entry.decision is Decision.POSSIBLE
        assert any(told in conflict for conflict in entry.suggested[0].conflicts)

    def it_is_no_contradiction_that_a_name_in_another_script_is_unknown(self) -> None:
        entry = reviewed(seen(nik=2, name=-1))
        assert (entry.decision, entry.suggested[0].conflicts) == (Decision.POSSIBLE, ())


class WhenAnOfficerReads:
    def it_says_what_speaks_for_and_what_against(self) -> None:
        (one,) = reviewed(replace(seen(region=0), namesakes=4)).suggested
        assert one.speaks_for == (
            "nama sama (ejaan dan urutan kata disamakan)",
            "tanggal lahir sama",
            "jenis kelamin sama",
        )
        assert one.speaks_against == ("wilayah lain", "4 orang di register bernama sama")

    def it_shows_ten_and_says_how_many_more(self) -> None:
        crowd = [replace(RAMLAN, ref=f"R{n}", person_line=n) for n in range(2, 15)]
        entry = reviewed(*crowd)
        assert (len(entry.suggested), entry.more) == (10, 3)


class WhenTheModelIsRead:
    def it_is_the_same_for_every_engine(self) -> None:
        """What belongs to one engine would make the other answer otherwise, or not at all."""
        settings = read_model()
        assert "sql_dialect" not in settings
        assert "list_" not in str(settings) and "jaro" not in str(settings)

    def it_numbers_its_levels_as_the_decisions_take_them(self) -> None:
        told = levels(read_model())
        assert {name: told[name][level].words for name, level in (("nik", 2), ("birth", 4), ("region", 2))} == {
            "nik": "NIK sama",
            "birth": "tanggal lahir sama",
            "region": "kabupaten/kota sama",
        }
        assert [told["name"][level].words for level in (1, 0)] == ["hanya sebagian kata nama sama", "nama lain"]

    def it_has_learned_every_level(self) -> None:
        unlearned = [
            level["label_for_charts"]
            for comparison in read_model()["comparisons"]
            for level in comparison["comparison_levels"]
            if not level.get("is_null_level") and not 0 < level.get("m_probability", 0) <= 1
        ]
        assert unlearned == []

    def it_counts_what_is_common_in_the_lists_at_hand(self) -> None:
        assert set(counted_columns(read_model())) == {"name_sorted", "birth_date", "region"}

    def it_expects_the_fewer_the_larger_the_register(self) -> None:
        prior = "probability_two_random_records_match"
        assert model_for(4_000_000, read_model())[prior] == PRESUMED_SHARE / 4_000_000
        # A register of five people is no likelier to hold a member than one of a small region.
        assert model_for(5, read_model())[prior] == model_for(5_000, read_model())[prior]
