"""Every Monday the units of Kota Jambi are reminded of neutrality at the roll call, and who never does it is seen."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.operations import ReminderRefused, reminder_end, reminder_retract
from netra.prevention.queries import given_photo, routine_file, routine_files
from netra.prevention.recurring import Standing
from netra.prevention.reminder_access import routines_visible_to
from netra.prevention.tests.builders import CITY, at, serving
from netra.prevention.tests.meeting_builders import Round
from netra.prevention.tests.reminder_builders import A_PHOTO, MONDAY, a_routine, given
from netra.registry.tests.builders import make_unit
from netra.trust.access import NotAllowed, scope_of
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
THURSDAY, NEXT_MONDAY = date(2018, 3, 8), date(2018, 3, 12)


@pytest.fixture
def scene():
    return Round()


def end(scene, routine, day="2018-07-09", **over):
    return reminder_end(
        routine_ref=routine.ref,
        until_date=date.fromisoformat(day),
        reason=over.pop("reason", "Pemilihan usai."),
        by=over.pop("by", scene.dewi),
        at=at("2018-07-09"),
    )


def code(row):
    return row.unit.code if row.unit else ""


def told(user, routine, on):
    return {
        code(row): (row.passed, row.missed, row.standing, row.never)
        for row in routine_file(user, routine.ref, on=on).rows
    }


def test_the_head_of_a_unit_says_by_one_tap_that_it_was_reminded(scene):
    routine = a_routine(scene)
    reminder = given(scene, routine, "DISDIK", by=scene.erwin)
    assert (reminder.held_date, reminder.entered_at, reminder.entered_by) == (
        MONDAY,
        at("2018-03-05"),
        scene.erwin.actor_ref,
    )
    event = Event.objects.get(verb="prevention.reminder_give")
    assert '"unit":"DISDIK"' in event.payload
    assert given(scene, routine, "DISDIK", by=scene.erwin) == reminder
    assert GivenReminder.objects.count() == 1


def test_a_roll_call_without_a_network_is_entered_three_days_later_with_both_days(scene):
    routine = a_routine(scene)
    reminder = given(scene, routine, "SMP-1", by=scene.erwin, entered="2018-03-08")
    assert (reminder.held_date, reminder.entered_at) == (MONDAY, at("2018-03-08"))
    assert told(scene.dewi, routine, THURSDAY)["SMP-1"][2] == Standing.HELD


def test_a_unit_that_never_does_it_is_seen_and_nothing_is_written_for_it(scene):
    routine = a_routine(scene, start_date=date(2018, 2, 19))
    given(scene, routine, "DISDIK", date(2018, 2, 19))
    given(scene, routine, "DISDIK")
    # On Monday, 12 March three weeks have passed: those of 19 and 26 February and of 5 March.
    assert told(scene.wayan, routine, NEXT_MONDAY) == {
        "DISDIK": (3, 1, Standing.AHEAD, False),
        "SMP-1": (3, 3, Standing.AHEAD, True),
        "SATPOL": (3, 3, Standing.AHEAD, True),
    }
    (file,) = routine_files(scene.wayan, CITY, on=NEXT_MONDAY)
    assert [code(row) for row in file.never] == ["SMP-1", "SATPOL"]


def test_a_unit_founded_later_owes_none_of_the_earlier_turns(scene):
    """DAMKAR has its first people on Thursday, 1 March 2018; a pool beneath it since Monday, 26 February."""
    routine = a_routine(scene, start_date=date(2018, 2, 19))
    make_unit("DAMKAR")
    make_unit("POOL", parent_code="DAMKAR")
    make_unit("KOSONG")
    serving("199003032015032011", "Fitri (contoh)", unit="DAMKAR", since=date(2018, 3, 1))
    rows = told(scene.dewi, routine, NEXT_MONDAY)
    assert rows["DAMKAR"] == (1, 1, Standing.AHEAD, True)
    assert rows["KOSONG"][0] == 3, "without people nothing is known of its beginning"
    serving("199003032015032012", "Gilang (contoh)", unit="POOL", since=date(2018, 2, 26))
    rows = told(scene.dewi, routine, NEXT_MONDAY)
    assert (rows["DAMKAR"][0], rows["POOL"][0], rows["DISDIK"][0]) == (2, 2, 3)


def test_a_unit_that_gathers_those_beneath_it_reminds_them_too(scene):
    routine = a_routine(scene)
    given(scene, routine, "DISDIK", with_beneath=True)
    rows = told(scene.dewi, routine, THURSDAY)
    assert [rows[code][2] for code in ("DISDIK", "SMP-1", "SATPOL")] == [Standing.HELD, Standing.HELD, Standing.LATE]


def test_a_ceremony_of_the_whole_city_reminds_every_unit(scene):
    routine = a_routine(scene, occasion="CEREMONY", every_months=1, week=1, weekday=0)
    given(scene, routine, "")
    assert {row[2] for row in told(scene.dewi, routine, THURSDAY).values()} == {Standing.HELD}


@pytest.mark.parametrize(
    ("day", "entered", "said"),
    [
        (date(2018, 3, 6), "2018-03-05", "belum tiba"),
        (date(2017, 12, 25), "2018-03-05", "baru mulai"),
        (date(2018, 7, 9), "2018-07-10", "sudah berakhir"),
    ],
)
def test_a_day_that_cannot_be_is_refused(scene, day, entered, said):
    routine = a_routine(scene)
    end(scene, routine)
    with pytest.raises(ReminderRefused, match=said):
        given(scene, routine, "DISDIK", day, entered=entered)


def test_what_was_written_first_stays(scene):
    routine = a_routine(scene)
    given(scene, routine, "DISDIK")
    for over in ({"photo": A_PHOTO}, {"with_beneath": True}):
        with pytest.raises(ReminderRefused, match="sudah tercatat"):
            given(scene, routine, "DISDIK", **over)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        GivenReminder.objects.update(held_date=THURSDAY)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        ReminderRoutine.objects.update(weekday=4)


def retract(scene, reminder, *, by=None, reason="Salah ketuk (contoh)."):
    return reminder_retract(reminder_ref=reminder.ref, reason=reason, by=by or scene.erwin, at=at("2018-03-06"))


def test_a_wrong_tap_is_taken_back_with_a_reason_and_stays_on_record(scene):
    routine = a_routine(scene)
    wrong = given(scene, routine, "DISDIK", by=scene.erwin, with_beneath=True)
    retract(scene, wrong)
    assert told(scene.dewi, routine, NEXT_MONDAY)["DISDIK"] == (10, 10, Standing.AHEAD, True)
    (row,) = routine_file(scene.dewi, routine.ref, on=THURSDAY).given
    assert (row.reminder.retracted_reason, row.reminder.retracted_by) == (
        "Salah ketuk (contoh).",
        scene.erwin.actor_ref,
    )
    event = Event.objects.get(verb="prevention.reminder_retract")
    assert wrong.ref in event.payload and "Salah" not in event.payload


def test_the_right_reminder_of_that_day_can_be_given_after_the_wrong_one_was_taken_back(scene):
    routine = a_routine(scene)
    for unit in ("DISDIK", ""):
        wrong = given(scene, routine, unit)
        retract(scene, wrong, by=scene.dewi)
        assert given(scene, routine, unit, photo=A_PHOTO) != wrong
    assert GivenReminder.objects.filter(retracted_at=None).count() == 2


def test_what_was_taken_back_stays_so_and_needs_a_reason(scene):
    wrong = given(scene, a_routine(scene), "DISDIK")
    with pytest.raises(ReminderRefused, match="alasan tertulis"):
        retract(scene, wrong, reason="  ")
    retract(scene, wrong)
    with pytest.raises(ReminderRefused, match="sudah ditarik"):
        retract(scene, wrong, reason="Alasan lain.")
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        GivenReminder.objects.update(retracted_at=None, retracted_by="", retracted_reason="")


def test_only_who_may_give_it_takes_it_back(scene):
    routine = a_routine(scene)
    for unit in ("SATPOL", ""):
        elsewhere = given(scene, routine, unit)
        with pytest.raises((NotAllowed, NotFound)):
            retract(scene, elsewhere, by=scene.erwin)
        with pytest.raises(NotAllowed):
            retract(scene, elsewhere, by=scene.wayan)


def test_a_photo_is_kept_as_evidence_and_its_type_is_read_from_its_bytes(scene):
    reminder = given(scene, a_routine(scene), "DISDIK", photo=A_PHOTO)
    content, media_type = given_photo(scene.wayan, reminder.ref, by=scene.wayan, at=at("2018-03-06"), on=MONDAY)
    assert (content, media_type) == (A_PHOTO.content, "image/jpeg")
    bare = given(scene, ReminderRoutine.objects.get(), "SATPOL")
    with pytest.raises(NotFound, match="tidak mempunyai foto"):
        given_photo(scene.wayan, bare.ref, by=scene.wayan, at=at("2018-03-06"), on=MONDAY)


def test_a_head_speaks_for_his_own_units_and_sees_no_others(scene):
    routine = a_routine(scene)
    elsewhere = given(scene, routine, "SATPOL")
    assert set(told(scene.erwin, routine, MONDAY)) == {"DISDIK", "SMP-1"}
    for unit in ("SATPOL", "", "TIDAK-ADA"):
        with pytest.raises(NotAllowed):
            given(scene, routine, unit, by=scene.erwin)
    with pytest.raises(NotFound):
        given_photo(scene.erwin, elsewhere.ref, by=scene.erwin, at=at("2018-03-06"), on=MONDAY)


def test_supervisors_read_and_write_nothing_and_strangers_find_nothing(scene):
    routine = a_routine(scene)
    for user in (scene.wayan, scene.putu, scene.ani, scene.hasan, scene.rahmat):
        assert not scope_of(user, "prevention.reminder_view", on=MONDAY).is_empty
        assert routines_visible_to(user, on=MONDAY).get() == routine
        with pytest.raises(NotAllowed):
            given(scene, routine, "DISDIK", by=user)
    with pytest.raises(NotAllowed):
        end(scene, routine, by=scene.wayan)
    for user in (scene.maria, scene.nurul):
        assert not routines_visible_to(user, on=MONDAY).exists()
        with pytest.raises(NotFound):
            given(scene, routine, "DISDIK", by=user)


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"weekday": 7}, "Pilih kesempatannya"),
        ({"week": 1}, "hanya bila tidak setiap minggu"),
        ({"every_months": 1}, "hanya bila tidak setiap minggu"),
        ({"occasion": "PARTY"}, "Pilih kesempatannya"),
        ({"start_date": date(2014, 1, 14)}, "15 Januari 2014"),
        ({"start_date": date(2019, 1, 3)}, "satu tahun di depan"),
    ],
)
def test_a_rhythm_that_names_no_day_is_refused(scene, over, said):
    with pytest.raises(ReminderRefused, match=said):
        a_routine(scene, **over)


def test_an_end_leaves_no_reminder_after_it(scene):
    routine = a_routine(scene)
    given(scene, routine, "DISDIK")
    for day, reason, said in (
        ("2018-03-05", "Usai.", "masih tercatat"),
        ("2017-12-31", "Usai.", "lebih awal"),
        ("2019-07-11", "Usai.", "satu tahun di depan"),
        ("2018-07-09", " ", "alasan tertulis"),
    ):
        with pytest.raises(ReminderRefused, match=said):
            end(scene, routine, day, reason=reason)
    end(scene, routine)
    with pytest.raises(ReminderRefused, match="sudah diakhiri"):
        end(scene, routine)
    turn = routine_file(scene.dewi, routine.ref, on=date(2018, 9, 1)).rows[0].turn
    assert turn is not None
    assert turn.expected == date(2018, 7, 2)


def test_a_tree_of_units_asks_no_more_questions_than_one(scene, django_assert_max_num_queries):
    routine = a_routine(scene)
    for unit in ("DISDIK", "SMP-1", "SATPOL"):
        given(scene, routine, unit)
    with django_assert_max_num_queries(14):
        routine_file(scene.hasan, routine.ref, on=NEXT_MONDAY)
