"""What was done to prevent, as the demo tells it: letters, outreach, meetings, reminders, pacts."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.timezone import localdate

from netra.demo.tests.builders import TODAY, user
from netra.prevention.models import ActionItem, Consultation, GivenReminder, Instrument, Meeting, Outreach, Pact
from netra.prevention.queries import action_items_due, outreach_result, pact_file, routine_files, series_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


class WhenLettersAreTold:
    def it_ends_its_three_letters_of_2017_after_the_day_of_voting(self) -> None:
        ends = Instrument.objects.filter(letter_date__lt=date(2018, 1, 1)).values_list("valid_until", flat=True)
        assert list(ends) == [date(2018, 6, 28)] * 3


class WhenOutreachIsTold:
    def it_has_act_g_with_its_day_place_and_speaker_and_the_list_that_came_later(self) -> None:
        found = Outreach.objects.get(held_date=date(2018, 3, 7))
        assert found.place == "Ruang Pola, Kantor Wali Kota Jambi"
        speaker = found.speakers.get()
        assert (speaker.office, speaker.body) == ("Asisten Komisioner", "Komisi Aparatur Sipil Negara")
        assert "(contoh)" in speaker.name
        days = {(row.attended_date, localdate(row.entered_at)) for row in found.participants.all()}
        assert days == {(date(2018, 3, 7), date(2018, 3, 10))}

    def it_has_one_with_a_gain_one_moved_and_one_called_off(self) -> None:
        row = Outreach.objects.get(asked__gt=0)
        gain = outreach_result(user("dewi"), row.ref, on=TODAY).gain
        assert gain is not None and gain.people == 8 and gain.points > 0
        assert Outreach.objects.filter(state="CANCELLED").count() == 1
        assert Outreach.objects.exclude(postponements=None).count() == 1


class WhenMeetingsAreTold:
    def it_has_the_meetings_and_the_consultation_of_the_first_study_with_their_days_and_places(self) -> None:
        found = Meeting.objects.filter(series=None).order_by("held_date").values_list("held_date", "place")
        assert list(found) == [(date(2018, 1, 23), "Ruang Rapat Sekda"), (date(2018, 2, 9), "Ruang Rapat Sekda")]
        asked = Consultation.objects.get(asked_date=date(2018, 3, 1))
        assert (asked.body, asked.place) == ("Kementerian PANRB dan KASN", "Jakarta")

    def it_shows_one_turn_of_each_routine_that_passed_without_a_meeting(self) -> None:
        rows = series_rows(user("wayan"), on=TODAY)
        assert [(row.missed, row.series.until_date) for row in rows] == [(1, None), (1, date(2018, 6, 28))]

    def it_has_tasks_done_open_overdue_and_let_go(self) -> None:
        assert set(ActionItem.objects.values_list("state", flat=True)) == {"OPEN", "DONE", "DROPPED"}
        for name in ("dewi", "wayan"):
            assert action_items_due(user(name), on=TODAY, limit=5)[0].is_overdue


class WhenRemindersAreTold:
    def it_reminds_before_during_and_after_the_election_of_2018_at_every_kind_of_gathering(self) -> None:
        of_2018 = GivenReminder.objects.filter(held_date__lt=date(2019, 1, 1))
        for occasion in ("CEREMONY", "ROLL_CALL", "STAFF_MEETING"):
            days = set(of_2018.filter(routine__occasion=occasion).values_list("held_date", flat=True))
            # Determination of candidates on 12 February, voting on 27 June 2018.
            assert min(days) < date(2018, 2, 12)
            assert max(days) > date(2018, 6, 27)

    def it_shows_units_that_never_remind_and_one_that_is_entered_three_days_later(self) -> None:
        files = routine_files(user("wayan"), "JAMBI-KOTA", on=TODAY)
        assert any(row.unit and row.unit.code == "SATPOL-PP" for file in files for row in file.never)
        late = GivenReminder.objects.filter(unit__code="PKM-SIPIN").first()
        assert late is not None
        assert (localdate(late.entered_at) - late.held_date).days == 3


class WhenAPactIsTold:
    def it_has_two_versions_signatures_by_list_and_link_a_refusal_and_people_who_have_not_answered(self) -> None:
        first, second = Pact.objects.order_by("version")
        assert second.earlier == first
        total = pact_file(user("wayan"), second.ref, on=TODAY).total
        assert total.signed > 0
        assert (total.refused, total.pending > 0) == (1, True)
        assert set(second.answers.filter(entered_by="").values_list("reply", flat=True)) == {"SIGNED"}
