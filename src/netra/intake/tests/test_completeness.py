"""The coach: what the articles want, what is missing, how many days are left. Expected dates counted by hand."""

from datetime import date

import pytest

from netra.intake.completeness import coach, given_by
from netra.intake.requirements import Requirement
from netra.intake.states import Capacity, Mode
from netra.intake.submission import Reporter
from netra.intake.tests.builders import SARI, a_submission

COMPLETE_REPORTER = Reporter(
    mode=Mode.CONFIDENTIAL, capacity=Capacity.VOTER, name=SARI.name, address=SARI.address, contact=SARI.contact
)


def coached(*, on=date(2024, 10, 18), files=1, **over):
    return coach(given_by(a_submission(**over), files=files), on=on)


def point(coaching, requirement):
    return next(point for point in coaching.points if point.requirement == requirement)


def test_a_report_with_everything_lacks_nothing():
    coaching = coached(reporter=COMPLETE_REPORTER)

    assert coaching.is_complete
    assert coaching.if_incomplete == ""


def test_a_report_by_nobody_is_told_that_it_is_looked_into_all_the_same():
    coaching = coached()

    assert coaching.missing == (Requirement.REPORTER, Requirement.CAPACITY)
    assert "tetap diterima dan diperiksa" in coaching.if_incomplete
    assert "informasi awal" in coaching.if_incomplete


@pytest.mark.parametrize(
    ("over", "missing"),
    [
        ({"reporter": Reporter(Mode.NAMED, Capacity.VOTER, name="Sari (contoh)")}, Requirement.REPORTER),
        ({"persons": ()}, Requirement.ACCUSED),
        ({"act_date": None, "act_precision": "UNKNOWN"}, Requirement.TIME),
        ({"place": ""}, Requirement.PLACE),
        ({"files": 0}, Requirement.EVIDENCE),
        ({"known_date": None}, Requirement.TERM),
    ],
)
def test_what_is_not_there_is_named_with_what_to_do(over, missing):
    coaching = coached(**{"reporter": COMPLETE_REPORTER, **over})

    assert coaching.missing == (missing,)
    assert point(coaching, missing).help


def test_witnesses_and_links_count_as_evidence():
    assert coached(reporter=COMPLETE_REPORTER, files=0, other_evidence="Saksi: dua tetangga").is_complete


@pytest.mark.parametrize(
    ("kind", "requirement", "citations"),
    [
        ("GENERAL", "REPORTER", ["UU 7/2017 Pasal 454 ayat (4) huruf a", "Perbawaslu 7/2022 Pasal 15 ayat (3)"]),
        ("GENERAL", "TERM", ["UU 7/2017 Pasal 454 ayat (6)", "Perbawaslu 7/2022 Pasal 15 ayat (3)"]),
        ("GENERAL", "EVIDENCE", ["Perbawaslu 7/2022 Pasal 15 ayat (4)"]),
        ("REGIONAL", "CAPACITY", ["UU 8/2015 Pasal 134 ayat (2)"]),
        ("REGIONAL", "STORY", ["UU 8/2015 Pasal 134 ayat (3) huruf d"]),
        ("REGIONAL", "EVIDENCE", ["Perbawaslu 8/2020 (pasal bukti, belum diperiksa)"]),
    ],
)
def test_each_requirement_cites_its_articles(kind, requirement, citations):
    found = point(coached(election_kind=kind), requirement)

    assert [str(source) for source in found.sources] == citations


def test_a_law_that_nobody_read_is_marked_and_not_invented():
    old = point(coached(election_kind="GENERAL", on=date(2017, 8, 15)), Requirement.STORY)

    assert [source.verification for source in old.sources] == ["UNVERIFIED"]
    assert "belum dimuat" in str(old.sources[0])


@pytest.mark.parametrize(
    ("kind", "known", "on", "sentence"),
    [
        # Regional: 7 calendar days after Tuesday 15 October.
        ("REGIONAL", date(2024, 10, 15), date(2024, 10, 18), "masih 4 hari, sampai Selasa, 22 Oktober 2024"),
        ("REGIONAL", date(2024, 10, 15), date(2024, 10, 22), "hari ini hari terakhir (Selasa, 22 Oktober 2024)"),
        ("REGIONAL", date(2024, 10, 15), date(2024, 10, 23), "jangka waktu berakhir Selasa, 22 Oktober 2024"),
        # General: 7 working days after Thursday 10 January 2019: 11, 14, 15, 16, 17, 18, 21.
        ("GENERAL", date(2019, 1, 10), date(2019, 1, 18), "masih 1 hari kerja, sampai Senin, 21 Januari 2019"),
        ("GENERAL", date(2019, 1, 10), date(2019, 1, 19), "masih 1 hari kerja, sampai Senin, 21 Januari 2019"),
        ("GENERAL", date(2019, 1, 10), date(2019, 1, 22), "jangka waktu berakhir Senin, 21 Januari 2019"),
    ],
)
def test_the_days_left_follow_the_law_of_that_election(kind, known, on, sentence):
    (term,) = coached(election_kind=kind, known_date=known, on=on).terms

    assert sentence in term.sentence
    assert term.deadline.steps


def test_between_two_contests_both_terms_are_shown_and_one_that_still_runs_is_enough():
    # Regional ended on Tuesday the 22nd; general, counted in working days, ends on Thursday the 24th.
    coaching = coached(election_kind="", on=date(2024, 10, 23))

    assert [(term.election_kind, term.is_over) for term in coaching.terms] == [("GENERAL", False), ("REGIONAL", True)]
    assert point(coaching, Requirement.TERM).is_met


def test_a_report_that_comes_too_late_is_told_so_and_may_still_be_sent():
    coaching = coached(reporter=COMPLETE_REPORTER, on=date(2024, 11, 20))

    assert coaching.missing == (Requirement.TERM,)
    assert "tetap dapat dikirim" in point(coaching, Requirement.TERM).help


def test_a_day_before_any_law_that_was_read_gives_no_term_and_says_why():
    coaching = coached(election_kind="GENERAL", known_date=date(2014, 4, 9), on=date(2014, 4, 10))

    assert coaching.terms[0].deadline is None
    assert "tidak ada nilai yang berlaku" in point(coaching, Requirement.TERM).help
