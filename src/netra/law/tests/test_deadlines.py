"""Deadlines, each counted by hand on a wall calendar. The day from which a term runs is never counted."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from netra.law.counting import Direction, Unit
from netra.law.dated import Verification
from netra.law.deadline_rules import (
    MissingQualifier,
    NoTerm,
    NotInForce,
    SetByLetter,
    UnknownQualifier,
    UnknownRule,
    silence_after,
)
from netra.law.deadlines import Deadline, SourceKind, compute, from_letter

WIB = timezone(timedelta(hours=7), "WIB")

GENERAL: dict[str, Any] = {"election_kind": "GENERAL"}
REGIONAL: dict[str, Any] = {"election_kind": "REGIONAL"}
BY_PPK: dict[str, Any] = {"imposed_by": "APPOINTING_AUTHORITY"}
BY_OFFICIAL: dict[str, Any] = {"imposed_by": "OFFICIAL"}
DELAYED_BY_OFFICIAL: dict[str, Any] = {**BY_OFFICIAL, "level": "MODERATE", "penalty": "promotion_delay_1y"}
TASK_FORCE_FLOW = "Alur penanganan Satgas (BKN, Oktober 2024)"

# rule, start, qualifiers, due, citation
COUNTED_BY_HAND = [
    # Mon 11 Feb 2019; 12 13 14 15 (4) | 18 19 20 (7)
    ("report_term", date(2019, 2, 11), GENERAL, date(2019, 2, 20), "UU 7/2017 Pasal 454 ayat (6)"),
    # Fri 20 Apr 2018 + 7 calendar days, weekend included
    (
        "report_term",
        date(2018, 4, 20),
        REGIONAL,
        date(2018, 4, 27),
        "UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (4) jo. Pasal 1 angka 28",
    ),
    # the five weeks in which "hari" meant working day: Mon 9 Mar 2015; 10-13 (4) | 16 17 18 (7)
    ("report_term", date(2015, 3, 9), REGIONAL, date(2015, 3, 18), "UU 1/2015 Pasal 134 ayat (4) jo. Pasal 1 angka 28"),
    ("finding_term", date(2019, 3, 1), GENERAL, date(2019, 3, 8), "UU 7/2017 Pasal 454 ayat (5)"),
    ("preliminary_study", date(2024, 1, 4), GENERAL, date(2024, 1, 6), "Perbawaslu 7/2022 Pasal 15 ayat (1)"),
    ("preliminary_study", date(2024, 10, 10), REGIONAL, date(2024, 10, 12), "Perbawaslu 8/2020 (pasal belum dilihat)"),
    ("report_completion", date(2024, 10, 10), REGIONAL, date(2024, 10, 12), "Perbawaslu 8/2020 (pasal belum dilihat)"),
    ("bawaslu_decision", date(2023, 12, 4), GENERAL, date(2023, 12, 11), "UU 7/2017 Pasal 454 ayat (7)"),
    (
        "bawaslu_decision",
        date(2018, 5, 4),
        REGIONAL,
        date(2018, 5, 7),
        "UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (5) jo. Pasal 1 angka 28",
    ),
    # Mon 4 Dec 2023; 5-8 (4) | 11-15 (9) | 18-22 (14)
    ("bawaslu_decision_extended", date(2023, 12, 4), GENERAL, date(2023, 12, 22), "UU 7/2017 Pasal 454 ayat (8)"),
    # 3 + 2 calendar days
    (
        "bawaslu_decision_extended",
        date(2018, 5, 4),
        REGIONAL,
        date(2018, 5, 9),
        "UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (5) dan (6) jo. Pasal 1 angka 28",
    ),
    (
        "additional_information",
        date(2018, 5, 4),
        REGIONAL,
        date(2018, 5, 6),
        "UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (6) jo. Pasal 1 angka 28",
    ),
    ("criminal_handover", date(2018, 5, 4), REGIONAL, date(2018, 5, 5), "UU 1/2015 Pasal 135 ayat (2)"),
    (
        "satgas_verification",
        date(2024, 10, 8),
        {},
        date(2024, 10, 15),
        f"{TASK_FORCE_FLOW} tahap 1",
    ),
    # Thu 10 Oct 2024; 11 (1) | 14 15 (3)
    (
        "satgas_bawaslu",
        date(2024, 10, 10),
        {},
        date(2024, 10, 15),
        f"{TASK_FORCE_FLOW} tahap 2",
    ),
    # backwards from the examination, Fri 20 Jul 2018; 19 18 17 16 (4) | 13 12 11 (7)
    ("summons_1", date(2018, 7, 20), {}, date(2018, 7, 11), "PP 53/2010 Pasal 23 ayat (2)"),
    # letter of Mon 10 Jun 2024; 11-14 (4) | 17 Idul Adha, 18 leave, 19 20 21 (7)
    ("summons_1", date(2024, 6, 10), {}, date(2024, 6, 21), "PP 94/2021 Pasal 26 ayat (2)"),
    # Mon 4 Jun 2018; 5-8 (4) | 11-14 leave, 15 Idul Fitri | 18-20 leave, 21 22 (6) | 25 (7)
    ("summons_2", date(2018, 6, 4), {}, date(2018, 6, 25), "PP 53/2010 Pasal 23 ayat (3)"),
    ("summons_2", date(2024, 6, 10), {}, date(2024, 6, 21), "PP 94/2021 Pasal 26 ayat (3)"),
    # Mon 7 Jan 2019; 8-11 (4) | 14-18 (9) | 21-25 (14)
    ("delivery", date(2019, 1, 7), {}, date(2019, 1, 25), "PP 53/2010 Pasal 31 ayat (3)"),
    # Mon 25 Mar 2024; 26 27 28 (3), 29 Good Friday | 1-5 Apr (8) | 8 9 leave, 10 11 Idul Fitri, 12 leave
    # | 15 leave, 16-19 (12) | 22 23 (14)
    ("delivery", date(2024, 3, 25), {}, date(2024, 4, 23), "PP 94/2021 Pasal 37 ayat (3)"),
    # Thu 12 Mar 2026; 13 (1) | 16 17 (3)
    ("delivery_absent", date(2026, 3, 12), {}, date(2026, 3, 17), "PerBKN 6/2022 Pasal 49 ayat (8)"),
    ("discipline_in_force_absent", date(2019, 7, 15), {}, date(2019, 7, 30), "PP 53/2010 Pasal 46"),
    ("objection_filing", date(2019, 7, 15), DELAYED_BY_OFFICIAL, date(2019, 7, 29), "PP 53/2010 Pasal 35 ayat (2)"),
    # Tue 14 Jul 2026; 15 16 17 (3) | 20-24 (8) | 27-31 (13) | 3 Aug (14)
    ("objection_filing", date(2026, 7, 14), BY_PPK, date(2026, 8, 3), "PP 79/2021 Pasal 4 ayat (2)"),
    ("objection_filing", date(2026, 7, 14), BY_OFFICIAL, date(2026, 8, 3), "PP 79/2021 Pasal 7"),
    # Thu 13 Aug 2026; 14 (1) | 17 Independence Day, 18-21 (5) | 24 (6)
    ("objection_response", date(2026, 8, 13), BY_OFFICIAL, date(2026, 8, 24), "PP 79/2021 Pasal 8 ayat (3)"),
    # Mon 15 Jul 2019; 16-19 (4) | 22 23 (6)
    ("objection_response", date(2019, 7, 15), BY_OFFICIAL, date(2019, 7, 23), "PP 53/2010 Pasal 36 ayat (2)"),
    # Mon 3 Aug 2026; 4-7 (4) | 10-14 (9) | 17 free, 18-21 (13) | 24 (14), 25 Maulid, 26-28 (17) | 31, 1 2 3 Sep (21)
    ("objection_decision", date(2026, 8, 3), BY_PPK, date(2026, 9, 3), "PP 79/2021 Pasal 5 ayat (1)"),
    ("objection_decision", date(2026, 8, 3), BY_OFFICIAL, date(2026, 9, 3), "PP 79/2021 Pasal 8 ayat (4)"),
    # Mon 1 Jul 2019; 2-5 (4) | 8-12 (9) | 15-19 (14) | 22-26 (19) | 29 30 (21)
    ("objection_decision", date(2019, 7, 1), BY_OFFICIAL, date(2019, 7, 30), "PP 53/2010 Pasal 36 ayat (3)"),
    ("appeal_filing", date(2019, 7, 15), {}, date(2019, 7, 29), "PP 24/2011 Pasal 7 ayat (3) dan penjelasannya"),
    ("appeal_filing", date(2026, 7, 14), {}, date(2026, 8, 3), "PP 79/2021 Pasal 11 ayat (3)"),
    ("appeal_reply", date(2019, 7, 1), {}, date(2019, 7, 30), "PP 24/2011 Pasal 8 ayat (1)"),
    ("appeal_reply", date(2026, 8, 3), {}, date(2026, 9, 3), "PP 79/2021 Pasal 13 ayat (1)"),
    # 2 Jan is the 2nd day of the year, 2 + 180 = 182nd day = 1 July in a common year
    ("appeal_decision", date(2019, 1, 2), {}, date(2019, 7, 1), "PP 24/2011 Pasal 9 ayat (1) dan penjelasannya"),
    # Mon 6 Jan 2025; 7-10 (4) | 13-17 (9) | 20-24 (14) | 27 Isra Mikraj, 28 leave, 29 Imlek, 30 31 (16)
    # | Feb: 3-7 (21), 10-14 (26), 17-21 (31), 24-28 (36) | Mar: 3-7 (41), 10-14 (46), 17-21 (51), 24-27 (55), 28 leave
    # | 31 Mar and 1 Apr Idul Fitri, 2-4 leave | 7 leave, 8-11 (59) | 14-17 (63), 18 Good Friday | 21 22 (65)
    ("appeal_decision", date(2025, 1, 6), {}, date(2025, 4, 22), "PP 79/2021 Pasal 13 ayat (4)"),
    # Mon 3 Jul 2023; 4-7 (4) | 10-14 (9) | 17 18 (11), 19 Islamic new year, 20 21 (13) | 24 (14)
    ("pppk_termination", date(2023, 7, 3), {}, date(2023, 7, 24), "PP 49/2018 Pasal 71 ayat (3)"),
    ("pppk_termination_party", date(2023, 7, 3), {}, date(2023, 7, 24), "PP 49/2018 Pasal 74 ayat (3)"),
    # Mon 3 Jul 2023; 14 working days to Mon 24 Jul; 25-28 (18) | 31, 1 2 Aug (21)
    ("pns_termination_party", date(2023, 7, 3), {}, date(2023, 8, 2), "PP 11/2017 Pasal 270 ayat (3)"),
    (
        "erasure",
        date(2024, 8, 31),
        {},
        date(2026, 8, 31),
        "Bawaan Netra diganti jadwal retensi arsip instansi (UU 27/2022 Pasal 43)",
    ),
    ("breach_notice", date(2024, 11, 1), {}, date(2024, 11, 4), "UU 27/2022 Pasal 46 ayat (1)"),
    ("data_correction", date(2024, 11, 1), {}, date(2024, 11, 4), "UU 27/2022 Pasal 30 ayat (1)"),
    ("data_access", date(2024, 11, 1), {}, date(2024, 11, 4), "UU 27/2022 Pasal 32 ayat (2)"),
    # the same day of the month, six months back
    ("transfer_ban_opens", date(2024, 9, 22), {}, date(2024, 3, 22), "UU 10/2016 Pasal 71 ayat (2)"),
    ("programme_ban_opens", date(2018, 2, 12), {}, date(2017, 8, 12), "UU 10/2016 Pasal 71 ayat (3)"),
    ("transfer_ban_opens", date(2015, 8, 31), {}, date(2015, 2, 28), "UU 1/2015 Pasal 71 ayat (2)"),
]


@pytest.mark.parametrize(
    ("rule", "start", "qualifiers", "due", "citation"),
    COUNTED_BY_HAND,
    ids=[f"{rule} {start} {'-'.join(q.values())}" for rule, start, q, _, _ in COUNTED_BY_HAND],
)
def test_a_deadline_falls_where_the_hand_count_puts_it(rule, start, qualifiers, due, citation):
    deadline = compute(rule, start, **qualifiers)
    assert (deadline.due, str(deadline.citation)) == (due, citation)


class WhenADisciplinePenaltyTakesEffect:
    """PP 94/2021 Pasal 38 and PerBKN 6/2022 Pasal 50 part; PP 53/2010 Pasal 43-45 ask who imposed what."""

    def test_the_fixture_of_july_2026_shows_both_readings(self):
        # Received Tuesday 14 July 2026, a day that is not counted.
        # Working days: 15 16 17 (3) | 20-24 (8) | 27-31 (13) | 3 Aug (14), 4 Aug (15).
        # Calendar days: 14 + 15 = 29 July.
        deadline = compute("discipline_in_force", date(2026, 7, 14))
        assert deadline.due == date(2026, 8, 4)
        assert deadline.citation.verification is Verification.SECONDARY
        assert [other.due for other in deadline.alternatives] == [date(2026, 7, 29)]
        assert deadline.alternatives[0].citation.verification is Verification.SEEN
        assert deadline.needs_review
        assert any("bertentangan" in note for note in deadline.notes)

    def test_before_the_agency_regulation_existed_the_government_regulation_counts(self):
        # Received Mon 6 Sep 2021. Calendar: 21 Sep. Working: 7-10 (4) | 13-17 (9) | 20-24 (14) | 27 (15).
        deadline = compute("discipline_in_force", date(2021, 9, 6))
        assert (deadline.due, deadline.citation.instrument) == (date(2021, 9, 21), "PP 94/2021")
        assert [other.due for other in deadline.alternatives] == [date(2021, 9, 27)]
        assert deadline.needs_review

    @pytest.mark.parametrize(
        ("level", "imposed_by", "due", "counted_from", "article"),
        [
            ("LIGHT", None, date(2019, 7, 15), "keputusan ditetapkan", "Pasal 43"),
            ("LIGHT", "OFFICIAL", date(2019, 7, 15), "keputusan ditetapkan", "Pasal 43"),
            ("MODERATE", "APPOINTING_AUTHORITY", date(2019, 7, 15), "keputusan ditetapkan", "Pasal 43 huruf b"),
            ("SEVERE", "APPOINTING_AUTHORITY", date(2019, 7, 15), "keputusan ditetapkan", "Pasal 43 huruf b"),
            ("MODERATE", "OFFICIAL", date(2019, 7, 30), "keputusan diterima", "Pasal 44 ayat (1)"),
            ("TERMINATION", "APPOINTING_AUTHORITY", date(2019, 7, 30), "keputusan diterima", "Pasal 45 ayat (1)"),
        ],
    )
    def test_under_the_old_regulation_level_and_official_decide(self, level, imposed_by, due, counted_from, article):
        deadline = compute("discipline_in_force", date(2019, 7, 15), level=level, imposed_by=imposed_by)
        assert (deadline.due, deadline.counted_from, deadline.citation.article) == (due, counted_from, article)

    @pytest.mark.parametrize(
        ("given", "missing"),
        [
            ({}, ("level", "imposed_by")),
            ({"level": "MODERATE"}, ("imposed_by",)),
            ({"level": "SEVERE"}, ("imposed_by",)),
            ({"imposed_by": "OFFICIAL"}, ("level",)),
        ],
    )
    def test_what_is_missing_is_asked_for_by_name(self, given, missing):
        with pytest.raises(MissingQualifier) as asked:
            compute("discipline_in_force", date(2019, 7, 15), **given)
        assert asked.value.names == missing
        assert all(name in str(asked.value) for name in missing)

    @pytest.mark.parametrize("level", ["SEVERE", "TERMINATION"])
    def test_a_severe_penalty_by_another_than_the_authority_is_the_presidents_or_the_governors(self, level):
        """PP 53/2010 Ps 15(1), 17 and 19 know three who are not PPK; Ps 43 a, c, d and 45(1) say from when it holds."""
        with pytest.raises(NoTerm) as told:
            compute("discipline_in_force", date(2019, 7, 15), level=level, imposed_by="OFFICIAL")
        said = str(told.value)
        assert "Presiden (Pasal 15 ayat (1))" in said
        assert "Gubernur selaku wakil Pemerintah atas Sekretaris Daerah Kabupaten/Kota (Pasal 19)" in said
        assert "sejak keputusan ditetapkan (Pasal 43 huruf a, c, dan d)" in said
        assert "hari ke-15 setelah keputusan diterima" in said and "Pasal 45 ayat (1)" in said
        assert "Pejabat selain PPK tidak berwenang" not in said

    def test_the_regime_is_taken_from_the_day_when_nobody_names_it(self):
        with pytest.raises(MissingQualifier):
            compute("discipline_in_force", date(2021, 8, 30))
        assert compute("discipline_in_force", date(2021, 8, 31)).citation.instrument == "PP 94/2021"

    def test_a_decision_of_august_2021_received_in_september_follows_the_regulation_it_was_imposed_under(self):
        deadline = compute(
            "discipline_in_force", date(2021, 9, 6), regime="DISC-53", level="MODERATE", imposed_by="OFFICIAL"
        )
        assert (deadline.due, deadline.alternatives) == (date(2021, 9, 21), ())

    def test_the_new_regulation_has_no_answer_for_a_day_before_it(self):
        with pytest.raises(NotInForce):
            compute("discipline_in_force", date(2021, 8, 30), regime="DISC-94")


class WhenTheUnitIsNotSettled:
    """The article says "hari"; a regulation nobody has read is said to mean working days. Both are shown."""

    @pytest.mark.parametrize(
        ("rule", "start", "qualifiers", "calendar_days", "working_days"),
        [
            # Fri 1 Mar 2019; 4 5 6 (3), 7 Nyepi, 8 (4) | 11 12 13 (7)
            ("finding_term", date(2019, 3, 1), GENERAL, date(2019, 3, 8), date(2019, 3, 13)),
            # Mon 4 Dec 2023; 5-8 (4) | 11 12 13 (7)
            ("bawaslu_decision", date(2023, 12, 4), GENERAL, date(2023, 12, 11), date(2023, 12, 13)),
            # Thu 4 Jan 2024; 5 (1) | 8 (2)
            ("preliminary_study", date(2024, 1, 4), GENERAL, date(2024, 1, 6), date(2024, 1, 8)),
            ("report_completion", date(2024, 1, 4), GENERAL, date(2024, 1, 6), date(2024, 1, 8)),
            # Tue 8 Oct 2024; 9 10 11 (3) | 14-17 (7)
            ("satgas_verification", date(2024, 10, 8), {}, date(2024, 10, 15), date(2024, 10, 17)),
        ],
    )
    def test_the_earlier_day_is_kept_and_the_later_one_shown(
        self, rule, start, qualifiers, calendar_days, working_days
    ):
        deadline = compute(rule, start, **qualifiers)
        assert (deadline.due, deadline.needs_review) == (calendar_days, True)
        assert [other.due for other in deadline.alternatives] == [working_days]


class WhenTheCalendarIsNotCertain:
    """Disputed leave marks the deadline; unknown and estimated holidays make it provisional."""

    def test_a_term_across_disputed_leave_needs_review(self):
        # Mon 21 Dec 2020; 22 23 (2), 24 leave, 25 Christmas | 28 29 30 disputed, 31 leave | 1 Jan | 4-8 (7)
        deadline = compute("summons_2", date(2020, 12, 21))
        assert (deadline.due, deadline.needs_review) == (date(2021, 1, 8), True)
        assert sum("diperselisihkan" in note for note in deadline.notes) == 3

    def test_a_term_in_calendar_days_is_not_touched_by_it(self):
        assert not compute("appeal_filing", date(2020, 12, 21)).needs_review

    @pytest.mark.parametrize("start", [date(2027, 12, 27), date(2027, 3, 5), date(2029, 5, 2)])
    def test_beyond_the_known_calendar_or_over_an_estimate_a_deadline_is_provisional(self, start):
        deadline = compute("delivery", start)
        assert deadline.provisional
        assert any(note.startswith("Sementara") for note in deadline.notes)

    def test_a_known_calendar_gives_a_firm_deadline(self):
        assert not compute("delivery", date(2026, 6, 11)).provisional


class WhenATermIsCountedInHours:
    """1 x 24 and 3 x 24 hours run by the clock, holidays or not."""

    def test_a_moment_gives_a_moment(self):
        decided = datetime(2018, 5, 4, 14, 30, tzinfo=WIB)
        deadline = compute("criminal_handover", decided, **REGIONAL)
        assert (deadline.due_at, deadline.due) == (datetime(2018, 5, 5, 14, 30, tzinfo=WIB), date(2018, 5, 5))

    def test_three_days_of_hours_cross_a_weekend(self):
        # Friday 09.00 + 72 hours is Monday 09.00
        deadline = compute("breach_notice", datetime(2024, 11, 1, 9, 0, tzinfo=WIB))
        assert deadline.due_at == datetime(2024, 11, 4, 9, 0, tzinfo=WIB)

    def test_a_day_alone_gives_no_hour(self):
        assert compute("breach_notice", date(2024, 11, 1)).due_at is None


class WhenTheLawGivesNoTerm:
    """An absence is an answer with an article, not a number."""

    @pytest.mark.parametrize(
        ("rule", "start", "qualifiers", "reason"),
        [
            ("finding_term", date(2018, 5, 4), REGIONAL, "temuan pengawas tidak ditemukan"),
            ("additional_information", date(2019, 2, 11), GENERAL, "14 hari kerja"),
            ("criminal_handover", date(2019, 2, 11), GENERAL, "belum dibaca"),
            ("objection_filing", date(2019, 7, 15), BY_PPK, "tidak dapat diajukan keberatan"),
            ("objection_response", date(2026, 7, 14), BY_PPK, "tidak ada tahap tanggapan"),
        ],
    )
    def test_it_says_which_article_was_read(self, rule, start, qualifiers, reason):
        with pytest.raises(NoTerm, match=reason) as none:
            compute(rule, start, **qualifiers)
        assert str(none.value.source) in str(none.value)

    def test_the_follow_up_term_stands_in_the_letter(self):
        with pytest.raises(SetByLetter, match="surat"):
            compute("follow_up", date(2020, 10, 1))


class WhenALetterSetsTheTerm:
    """The same value and the same steps; only the source is a letter."""

    def test_it_counts_what_the_letter_says_and_cites_it(self):
        # received Mon 5 Oct 2020, 14 working days; 6-9 (4) | 12-16 (9) | 19-23 (14)
        deadline = follow_up(amount=14, unit="WORKING_DAY")
        assert (deadline.due, deadline.unit) == (date(2020, 10, 23), Unit.WORKING_DAY)
        assert deadline.source_kind is SourceKind.LETTER
        assert str(deadline.citation) == "Surat KASN Nomor R-0000/KASN/9/2020 tanggal 30 September 2020"

    def test_it_counts_calendar_days_when_the_letter_says_days(self):
        assert follow_up(amount=10, unit="CALENDAR_DAY").due == date(2020, 10, 15)


def follow_up(*, amount: int, unit: str) -> Deadline:
    return from_letter(
        start=date(2020, 10, 5),
        amount=amount,
        unit=unit,
        issuer="KASN",
        number="R-0000/KASN/9/2020",
        letter_date=date(2020, 9, 30),
    )


def test_the_steps_show_every_day_that_was_counted_and_every_day_that_was_not():
    steps = compute("summons_1", date(2024, 6, 10)).steps
    assert [step.text for step in steps] == [
        "Senin, 10 Juni 2024: awal penghitungan, tidak dihitung",
        "Selasa, 11 Juni 2024: hari kerja ke-1",
        "Rabu, 12 Juni 2024: hari kerja ke-2",
        "Kamis, 13 Juni 2024: hari kerja ke-3",
        "Jumat, 14 Juni 2024: hari kerja ke-4",
        "Sabtu, 15 Juni 2024: dilewati, Sabtu",
        "Minggu, 16 Juni 2024: dilewati, Minggu",
        "Senin, 17 Juni 2024: dilewati, libur nasional: Hari Raya Idul Adha",
        "Selasa, 18 Juni 2024: dilewati, cuti bersama: Hari Raya Idul Adha (Keppres 7/2024)",
        "Rabu, 19 Juni 2024: hari kerja ke-5",
        "Kamis, 20 Juni 2024: hari kerja ke-6",
        "Jumat, 21 Juni 2024: hari kerja ke-7",
    ]


def test_a_term_before_an_event_says_so():
    deadline = compute("summons_1", date(2018, 7, 20))
    assert deadline.direction is Direction.BEFORE
    assert deadline.term_in_words == "7 hari kerja sebelum tanggal pemeriksaan"


def test_an_unverified_term_is_marked_as_such():
    deadline = compute("objection_filing", date(2026, 7, 14), **BY_OFFICIAL)
    assert deadline.needs_review
    assert any("Belum diverifikasi ke naskah asli" in note for note in deadline.notes)


def test_a_rule_that_does_not_exist_names_the_nearest():
    with pytest.raises(UnknownRule, match="report_term"):
        compute("reportterm", date(2019, 2, 11))


def test_a_qualifier_outside_the_vocabulary_is_refused():
    with pytest.raises(UnknownQualifier, match="DISC-94"):
        compute("discipline_in_force", date(2026, 7, 14), regime="PP 94")


def test_the_kind_of_election_is_asked_for_never_assumed():
    with pytest.raises(MissingQualifier) as asked:
        compute("report_term", date(2019, 2, 11))
    assert asked.value.names == ("election_kind",)


def test_a_day_outside_every_interval_lists_the_known_ones():
    with pytest.raises(NotInForce, match="2017-08-16 – terbuka"):
        compute("report_term", date(2014, 5, 5), **GENERAL)


@pytest.mark.parametrize(
    ("rule", "citation", "what", "article"),
    [
        ("objection_decision", "PP 79/2021 Pasal 5 ayat (1)", "Pengadilan Tata Usaha Negara", "Pasal 5 ayat (3)"),
        ("objection_decision", "PP 79/2021 Pasal 8 ayat (4)", "Pengadilan Tata Usaha Negara", "Pasal 8 ayat (7)"),
        ("objection_decision", "PP 53/2010 Pasal 36 ayat (3)", "batal demi hukum", "Pasal 37 ayat (4)"),
        ("objection_response", "PP 79/2021 Pasal 8 ayat (3)", "data yang ada", "Pasal 8 ayat (5)"),
        ("objection_response", "PP 53/2010 Pasal 36 ayat (2)", "data yang ada", "Pasal 36 ayat (4)"),
        ("appeal_reply", "PP 79/2021 Pasal 13 ayat (1)", "bukti yang ada", "Pasal 13 ayat (2)"),
        ("appeal_reply", "PP 24/2011 Pasal 8 ayat (1)", "bukti yang ada", "Pasal 8 ayat (2)"),
    ],
)
def test_what_follows_when_a_remedy_meets_silence_stands_in_an_article_that_was_read(rule, citation, what, article):
    silence = silence_after(rule, citation)
    assert silence is not None and what in silence.text
    assert (silence.source.article, silence.source.verification) == (article, Verification.SEEN)


def test_where_no_law_says_what_silence_means_nothing_is_said():
    assert silence_after("delivery", "PP 94/2021 Pasal 37 ayat (3)") is None
    assert silence_after("follow_up", "Surat KASN") is None
    assert silence_after("objection_decision", "PP 1/2000 Pasal 1") is None
