"""A region whose candidates were determined on a day of its own: the ban and the phase follow that day, and say so.

Hand table, UU 10/2016 Pasal 71 ayat (2): the window opens six months before the determination.

    nation 22 September 2024 -> 22 March 2024      the region 29 September 2024 -> 29 March 2024
                                                   the region 15 September 2024 -> 15 March 2024
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.law.assess import assess
from netra.law.dated import Source, Verification
from netra.law.elections import RegionalDetermination
from netra.law.stages import election
from netra.law.windows import WINDOWS, window_of

TRANSFER = {
    "id": "mutasi",
    "conduct": "transfer_in_ban_window",
    "election_kind": "REGIONAL",
    "election_date": "2024-11-27",
    "region": "15.71",
    "employment": "STATE_OFFICIAL",
    "phase": "prospective",
}
LIKE = {**TRANSFER, "conduct": "social_media_reaction", "employment": "PNS"}
del LIKE["phase"]


def determined(day: date, mark: Verification = Verification.SECONDARY) -> RegionalDetermination:
    return RegionalDetermination(day, Source("Keputusan KPU Kota (contoh)", "Nomor 5", mark))


def answered(record: dict[str, Any], on: str, own: RegionalDetermination | None) -> dict[str, Any]:
    return assess({**record, "act_date": on}, determined=own)


def says(answer: dict[str, Any], words: str) -> bool:
    return any(words in reason for reason in answer["reasons"])


LATER, EARLIER = determined(date(2024, 9, 29)), determined(date(2024, 9, 15))


class WhenTheRegionDeterminedOnADayOfItsOwn:
    def test_the_ban_opens_six_months_before_that_day(self):
        assert says(answered(TRANSFER, "2024-03-25", None), "Masa larangan dibuka 22 Maret 2024")
        assert says(answered(TRANSFER, "2024-03-28", LATER), "lebih awal daripada pembukaan masa larangan, 29 Maret")
        assert says(answered(TRANSFER, "2024-03-29", LATER), "Masa larangan dibuka 29 Maret 2024")
        assert says(answered(TRANSFER, "2024-03-15", EARLIER), "Masa larangan dibuka 15 Maret 2024")

    @pytest.mark.parametrize(
        ("acted", "own", "phase"),
        [
            ("2024-09-25", None, "candidate"),
            ("2024-09-28", LATER, "prospective"),
            ("2024-09-29", LATER, "candidate"),
            ("2024-09-14", EARLIER, "prospective"),
            ("2024-09-15", EARLIER, "candidate"),
        ],
    )
    def test_the_phase_turns_on_that_day(self, acted, own, phase):
        answer = answered(LIKE, acted, own)
        assert (answer["phase"], answer["phase_source"]) == (phase, "STAGES")

    def test_a_phase_that_is_given_still_wins(self):
        answer = answered({**LIKE, "phase": "candidate"}, "2024-09-25", LATER)
        assert (answer["phase"], answer["phase_source"]) == ("candidate", "GIVEN")
        assert says(answer, "berbeda dari jadwal yang diumumkan (bakal calon)")

    def test_the_answer_says_which_day_by_which_list_how_checked_and_that_the_nation_says_otherwise(self):
        (said,) = [
            each for each in answered(LIKE, "2024-09-25", LATER)["reasons"] if "Penetapan pasangan calon" in each
        ]
        assert "29 September 2024, menurut daftar tahapan instansi ini" in said
        assert "Keputusan KPU Kota (contoh) Nomor 5" in said and "dibaca dari sumber kedua" in said
        assert "Jadwal nasional menyebut 22 September 2024" in said

    def test_it_does_not_speak_of_a_difference_where_there_is_none(self):
        answer = answered(LIKE, "2024-09-25", determined(date(2024, 9, 22)))
        assert says(answer, "22 September 2024, menurut daftar tahapan instansi ini")
        assert not says(answer, "Jadwal nasional")

    def test_without_one_nothing_is_said_of_any_list(self):
        assert not says(answered(LIKE, "2024-09-25", None), "daftar tahapan instansi ini")

    def test_it_is_read_also_where_the_law_data_know_no_contest(self):
        unknown = {**LIKE, "election_date": "2035-11-27"}
        assert answered(unknown, "2027-03-01", None)["phase"] is None
        assert answered(unknown, "2027-03-01", determined(date(2027, 3, 1)))["phase"] == "candidate"


class WhenNobodyCheckedThatDay:
    UNCHECKED = determined(date(2024, 9, 29), Verification.UNVERIFIED)

    def test_it_asks_for_review_where_the_answer_hangs_on_it(self):
        for answer in (answered(LIKE, "2024-09-25", self.UNCHECKED), answered(TRANSFER, "2024-03-25", self.UNCHECKED)):
            assert answer["needs_review"]
            assert says(answer, "belum diverifikasi ke naskah asli")
            assert says(answer, "jawaban ini bergantung padanya")

    def test_it_does_not_where_both_days_give_the_same(self):
        for record, acted in ((LIKE, "2024-05-02"), (LIKE, "2024-10-15"), (TRANSFER, "2024-04-10")):
            assert not says(answered(record, acted, self.UNCHECKED), "bergantung padanya")

    def test_a_checked_day_is_not_doubted(self):
        assert not says(answered(LIKE, "2024-09-25", LATER), "bergantung padanya")


def test_a_published_opening_stays_where_the_contest_was_postponed():
    """In 2020 the ban had begun on 8 January and was not moved by the later determination."""
    opened = {window_of(key, election("PILKADA-2020"), own=determined(date(2020, 10, 5))).opens for key in WINDOWS}
    assert opened == {date(2020, 1, 8)}


def test_a_file_cannot_bring_a_determination_of_its_own():
    """The record of a file stays word for word that of the contract."""
    assert "tidak dikenal" in assess({**LIKE, "act_date": "2024-09-25", "determined": "2024-09-29"})["error"]
