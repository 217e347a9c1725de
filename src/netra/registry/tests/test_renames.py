"""The names of an agency through time: half-open spells without gap or overlap, told again without harm."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netra.registry.renames import Borne, History, RenameRefused, Told, retold, spell_on

TODAY = date(2018, 3, 1)
CHANGE = date(2017, 1, 1)
BKD, BKPSDM, BKPP = "Badan Kepegawaian Daerah", "BKPSDM", "Badan Kepegawaian, Pendidikan dan Pelatihan"
SINCE_EVER: History = (Borne(BKPSDM, "KOTA"),)
RENAMED: History = (Borne(BKD, "KOTA", CHANGE), Borne(BKPSDM, "KOTA"))


class WhenAnAgencyIsRenamedFromADay:
    def it_bears_the_old_name_to_the_eve_and_the_new_one_from_the_day(self):
        history = retold((Borne(BKD, "KOTA"),), Told(BKPSDM, "KOTA", since=CHANGE), today=TODAY)
        assert history == RENAMED
        assert spell_on(history, date(2016, 12, 31)).name == BKD
        assert spell_on(history, date(2017, 1, 1)).name == BKPSDM

    def it_may_be_told_afterwards_with_the_name_before(self):
        assert retold(SINCE_EVER, Told(BKPSDM, "KOTA", CHANGE, BKD), today=TODAY) == RENAMED

    def it_may_be_announced(self):
        history = retold(RENAMED, Told(BKPP, "KOTA", since=date(2019, 1, 1)), today=TODAY)
        assert spell_on(history, TODAY).name == BKPSDM
        assert spell_on(history, date(2019, 1, 1)).name == BKPP

    def it_finds_its_place_between_names_that_are_known(self):
        history = retold(RENAMED, Told(BKPP, "KOTA", since=date(2014, 1, 1)), today=TODAY)
        assert [(spell.name, spell.until) for spell in history] == [
            (BKD, date(2014, 1, 1)),
            (BKPP, CHANGE),
            (BKPSDM, None),
        ]

    @pytest.mark.parametrize("day", [date(2016, 1, 1), date(2017, 3, 1)])
    def it_takes_a_better_day(self, day):
        assert retold(RENAMED, Told(BKPSDM, "KOTA", day, BKD), today=TODAY) == (
            Borne(BKD, "KOTA", day),
            Borne(BKPSDM, "KOTA"),
        )

    def it_is_undone_by_telling_the_old_name_from_that_day(self):
        assert retold(RENAMED, Told(BKD, "KOTA", since=CHANGE), today=TODAY) == (Borne(BKD, "KOTA"),)

    def it_moves_under_another_agency_in_the_same_way(self):
        history = retold(SINCE_EVER, Told(BKPSDM, "PROV", since=CHANGE), today=TODAY)
        assert [spell.parent for spell in history] == ["KOTA", "PROV"]


class WhenANameIsToldWithoutADay:
    def it_is_corrected_for_as_long_as_it_was_borne(self):
        history = retold(RENAMED, Told("BKPSDM Kota Jambi", "KOTA"), today=TODAY)
        assert history == (Borne(BKD, "KOTA", CHANGE), Borne("BKPSDM Kota Jambi", "KOTA"))

    def it_leaves_a_rename_that_was_only_announced(self):
        announced = retold(RENAMED, Told(BKPP, "KOTA", since=date(2019, 1, 1)), today=TODAY)
        assert retold(announced, Told(BKPSDM, "KOTA"), today=TODAY) == announced

    def it_never_brings_back_a_name_that_ended(self):
        with pytest.raises(RenameRefused, match="sudah berakhir pada 1 Januari 2017"):
            retold(RENAMED, Told(BKD, "KOTA"), today=TODAY)

    def it_never_brings_a_name_before_its_day(self):
        announced = retold(RENAMED, Told(BKPP, "KOTA", since=date(2019, 1, 1)), today=TODAY)
        with pytest.raises(RenameRefused, match="baru berlaku sejak 1 Januari 2019"):
            retold(announced, Told(BKPP, "KOTA"), today=TODAY)


names, parents = some.sampled_from("ABC"), some.sampled_from([None, "X", "Y"])
days = some.dates(date(2014, 1, 1), date(2020, 12, 31))
tellings = some.builds(Told, names, parents, days, some.sampled_from(["", "A", "B"]))


@given(some.lists(tellings, min_size=1, max_size=6), days)
def it_never_leaves_a_gap_an_overlap_or_a_repeat(all_told, day):
    history: History = (Borne("A"),)
    for told in all_told:
        history = retold(history, told, today=TODAY)
        assert spell_on(history, told.since).name == told.name
        assert retold(history, told, today=TODAY) == history
    ends = [spell.until for spell in history]
    assert ends[-1] is None and None not in ends[:-1]
    assert all(one < after for one, after in pairwise(filter(None, ends)))
    assert all((one.name, one.parent) != (after.name, after.parent) for one, after in pairwise(history))
    assert spell_on(history, day) in history
