"""Before the candidates are determined, an officer sees what turns on that day and which letter warns of it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention import queries
from netra.prevention.operations import reminder_end, reminder_start
from netra.prevention.proposing import proposed
from netra.prevention.tests.builders import CITY, City, at, determined, issued
from netra.prevention.tests.reminder_builders import a_rhythm
from netra.registry.models import Agency, Election, ElectionStage

pytestmark = pytest.mark.django_db
DAY = date(2018, 2, 12)  # Monday; the Thursday before is followed by Friday 9 February


@pytest.fixture
def city():
    determined(DAY)
    return City()


def warned(city, on):
    return queries.early_warnings(city.dewi, Agency.objects.get(code=CITY), on=on)


def test_the_determination_ahead_is_told_with_what_it_turns_and_by_when_to_send(city):
    (warning,) = warned(city, date(2018, 1, 15))
    assert (warning.day, warning.send_by) == (DAY, date(2018, 2, 9))
    turns = {turn.conduct: turn.after.floor for turn in warning.turns}
    # PP 53/2010 Ps 4 angka 12 d with Ps 13 angka 11; angka 12 a with Ps 12 angka 6
    assert (turns["use_state_facility"], turns["campaign_team"]) == ("SEVERE", "MODERATE")


def test_a_letter_that_holds_on_that_day_is_shown_beside_it_and_one_that_ends_before_is_not(city):
    holding = issued(city)
    issued(city, subject="Hanya sampai tahun baru", valid_until=date(2018, 1, 1))
    (warning,) = warned(city, date(2018, 1, 15))
    assert [each.ref for each in warning.instruments] == [holding.ref]


def test_the_last_determination_stays_as_a_look_back(city):
    (warning,) = warned(city, DAY)
    assert warning.day == DAY


def test_an_agency_whose_region_has_its_own_day_is_warned_of_that_day(city):
    determined(date(2018, 2, 13), region="15.71")
    (warning,) = warned(city, date(2018, 1, 15))
    assert warning.day == date(2018, 2, 13)


def test_a_draft_is_proposed_with_what_gets_graver_and_its_articles(city):
    (warning,) = warned(city, date(2018, 1, 15))
    draft = proposed(warning, on=date(2018, 1, 15))
    assert draft.valid_from == date(2018, 1, 15)
    (facility,) = [point for point in draft.points if point.startswith("Menggunakan fasilitas negara")]
    assert facility.endswith("sejak 12 Februari 2018 pelanggaran disiplin, hukuman disiplin berat.")
    assert "PP 53/2010 Pasal 4 angka 12 huruf d jo. Pasal 13 angka 11" in draft.legal_basis


def test_what_no_row_names_any_more_is_not_proposed_as_if_it_were_allowed(city):
    """In 2018 no row named a like for a candidate; a circular that says so would read as leave."""
    (warning,) = warned(city, date(2018, 1, 15))
    assert "social_media_reaction" in {turn.conduct for turn in warning.turns}
    assert not [point for point in proposed(warning, on=DAY).points if point.startswith("Menyukai")]


def test_what_the_law_leaves_to_review_is_not_proposed_as_settled(city):
    """A circular under the mayor's name would tell every civil servant that a like is severe discipline, where the page
    beside it says that this has to be reviewed.
    """
    election = Election.objects.create(
        code="PILKADA-2024",
        kind="REGIONAL",
        voting_date=date(2024, 11, 27),
        name="Pemilihan serentak 2024",
        start_date=date(2024, 1, 26),
        until_date=date(2024, 12, 16),
    )
    ElectionStage.objects.create(
        election=election,
        stage="DETERMINATION",
        start_date=date(2024, 9, 22),
        source_instrument="Jadwal KPU Pemilihan 2024",
        verification="SECONDARY",
    )
    (warning, *_before) = warned(city, date(2024, 8, 1))
    points = proposed(warning, on=date(2024, 8, 1)).points
    (like,) = [point for point in points if point.startswith("Menyukai")]
    assert like.endswith(
        "sejak 22 September 2024 dapat menjadi pelanggaran disiplin, hukuman disiplin berat, "
        "menurut keadaan perbuatannya."
    )
    (facility,) = [point for point in points if point.startswith("Menggunakan fasilitas negara")]
    assert facility.endswith("sejak 22 September 2024 pelanggaran disiplin, hukuman disiplin berat.")


def test_the_reminders_that_run_up_to_that_day_are_told_and_those_that_ended_are_not(city):
    moment = at("2018-01-02")
    running = reminder_start(entry=a_rhythm(), by=city.dewi, at=moment)
    ended = reminder_start(entry=a_rhythm(weekday=4), by=city.dewi, at=moment)
    reminder_end(routine_ref=ended.ref, until_date=date(2018, 2, 1), reason="Diganti.", by=city.dewi, at=moment)
    (warning,) = warned(city, date(2018, 1, 15))
    assert [each.ref for each in warning.routines] == [running.ref]
