"""An officer answers with articles; the answer is dated, numbered, kept; or the question is turned away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection

from netra.letters import queries as letters
from netra.letters.tests.pdf_text import pdf_text
from netra.prevention.advisory_access import asker_of
from netra.prevention.advisory_checks import AdvisoryRefused
from netra.prevention.models import AdvisoryAnswer, AdvisoryQuestion
from netra.prevention.operations import advisory_reply, advisory_turn_away, advisory_write
from netra.prevention.queries import advisory_file, advisory_page, asked_page
from netra.prevention.tests.advisory_builders import (
    ANSWERED_AT,
    ASKED_AT,
    PHOTO,
    PLANNED,
    SECRET,
    answered,
    asked,
    oversight,
    published,
)
from netra.prevention.tests.builders import CITY, City, at
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db


class WhenAnOfficerAnswers:
    """advisory_answer"""

    def it_is_dated_numbered_and_cites_the_law_of_the_planned_day(self):
        city = City()
        answer = answered(city)
        assert (answer.answered_date, answer.law_date, answer.ordinal) == (date(2018, 3, 6), PLANNED, 1)
        (cited,) = answer.articles
        assert cited["citation"] == "UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)"
        assert answer.question.state == "ANSWERED" and answer.number == letters.letter(answer.letter_ref).number

    def it_prints_a_letter_that_names_no_asker(self):
        text = pdf_text(letters.pdf(answered(City()).letter_ref))
        for words in ("Tidak boleh", "UU 5/2014 Pasal 2 huruf f", "Berlaku selama fakta tetap", "PNY-2018-"):
            assert words in text
        assert "20 Maret 2018" in text

    def it_may_take_the_place_of_an_earlier_one_which_stays(self):
        city = City()
        first = answered(city)
        second = answered(
            city, first.question, after=1, moment=at("2018-03-09"), verdict="ASK_FIRST", reason="Faktanya lain."
        )
        assert (second.ordinal, AdvisoryAnswer.objects.count()) == (2, 2)
        advices = asked_page(first.question, on=date(2018, 3, 9)).advices
        assert [(each.answer.pk, each.newer and each.newer.pk) for each in advices] == [
            (second.pk, None),
            (first.pk, second.pk),
        ]
        text = pdf_text(letters.pdf(second.letter_ref))
        assert first.number in text and "6 Maret 2018" in text and "Faktanya lain." in text

    def it_is_one_answer_when_two_officers_press_at_once(self):
        city = City()
        first = answered(city)
        with pytest.raises(AdvisoryRefused, match="petugas lain sudah menjawab"):
            answered(city, first.question)
        assert AdvisoryAnswer.objects.count() == 1

    @pytest.mark.parametrize(
        ("over", "says"),
        [
            ({"verdict": "MAYBE"}, "Pilih jawabannya"),
            ({"articles": []}, "sekurangnya satu pasal"),
            ({"articles": ["BUATAN"]}, "tidak berlaku pada hari rencana"),
            ({"condition": " "}, "Syarat berlakunya"),
            ({"text": "Hubungi 0812-3456-7890."}, "nomor telepon"),
            ({"matter": "PNS ber-NIP 198001012005011001 bertanya."}, r"NIP \(18 angka\)"),
        ],
    )
    def it_refuses_what_is_not_whole_and_takes_no_number(self, over, says):
        city = City()
        question = asked()
        with pytest.raises(AdvisoryRefused, match=says):
            answered(city, question, **over)
        assert not AdvisoryAnswer.objects.exists() and letters.letters_of(question.chain) == []

    def it_asks_why_a_new_answer_replaces_the_old(self):
        city = City()
        first = answered(city)
        with pytest.raises(AdvisoryRefused, match="tuliskan mengapa"):
            answered(city, first.question, after=1)

    def it_is_for_the_agency_that_was_named_and_who_oversees(self):
        city = City()
        question = asked()
        with pytest.raises(NotFound):
            answered(city, question, by=city.wayan)
        with pytest.raises(NotAllowed):
            answered(city, question, by=city.ani)
        oversight()
        assert answered(city, question, by=city.ani).agency_code == "KASN"
        assert answered(city, question, after=1, reason="Faktanya lain.").agency_code == CITY


class WhenAQuestionIsTurnedAway:
    """advisory_turn_away"""

    def turned(self, city: City, question: AdvisoryQuestion, **over: str) -> AdvisoryQuestion:
        fields = {"reason": "PAST_ACT", "explanation": "Fotonya sudah Anda pasang.", **over}
        return advisory_turn_away(advisory_ref=question.ref, by=city.dewi, at=ANSWERED_AT, **fields)

    def it_points_to_the_report_form_and_makes_nothing_else_of_it(self):
        city = City()
        question = self.turned(city, asked())
        page = asked_page(question, on=date(2018, 3, 6))
        assert page.points_to_reporting and not page.may_write
        verbs = set(Event.objects.values_list("verb", flat=True))
        assert {verb for verb in verbs if verb.startswith(("cases.", "intake."))} == set()

    def it_ends_the_conversation(self):
        city = City()
        question = self.turned(city, asked(), reason="NOT_NEUTRALITY")
        assert not asked_page(question, on=date(2018, 3, 6)).points_to_reporting
        with pytest.raises(AdvisoryRefused, match="tidak dijawab di sini"):
            advisory_write(advisory_ref=question.ref, body="Lalu?", token="x", by=asker_of(question), at=ANSWERED_AT)
        with pytest.raises(AdvisoryRefused, match="tidak dijawab di sini"):
            answered(city, question)

    def it_needs_a_reason_and_an_explanation_and_an_open_question(self):
        city = City()
        question = asked()
        with pytest.raises(AdvisoryRefused, match="Tuliskan alasannya"):
            self.turned(city, question, explanation=" ")
        with pytest.raises(AdvisoryRefused, match="Pilih mengapa"):
            self.turned(city, question, reason="BOSAN")
        answered(city, question)
        with pytest.raises(AdvisoryRefused, match="sudah dijawab"):
            self.turned(city, question)


class WhenTheDeskIsOpened:
    def it_lists_who_waits_longest_first_and_for_how_long(self):
        city = City()
        later = asked(secret=f"{SECRET}-2", moment=ASKED_AT + timedelta(days=2))
        earlier = asked()
        rows, _next = advisory_page(city.dewi, on=date(2018, 3, 8))
        assert [(row.question.pk, row.waiting) for row in rows] == [(earlier.pk, 3), (later.pk, 1)]

    def it_lays_the_engine_and_the_law_of_the_planned_day_before_the_officer(self):
        city = City()
        file = advisory_file(city.dewi, asked().ref, on=date(2018, 3, 6))
        assert file.engine is not None and file.engine.verdict == "ASK_FIRST"
        assert file.law_date == PLANNED and "PRINCIPLE" in file.articles and file.may_answer

    def it_offers_first_what_is_near_the_act(self):
        """Uploading a picture of a candidate is row 2 of the first list of the joint decree of 2022."""
        city = City()
        question = asked(moment=at("2023-03-01"), planned_date=date(2023, 3, 2))
        codes = list(advisory_file(city.dewi, question.ref, on=date(2023, 3, 1)).articles)
        assert codes[0] == "PRINCIPLE" and "online" in codes[1]

    def it_offers_the_ruling_about_just_this_act(self):
        city = City()
        question = asked(planned=replace(PHOTO, intention="vote"))
        articles = advisory_file(city.dewi, question.ref, on=date(2018, 3, 6)).articles
        assert articles["RULING"].citation == "UU 1/2015 Pasal 56 ayat (1)"


class WhenTheTrailIsChecked:
    def it_finds_nothing_to_say_of_what_was_done_in_order(self):
        self.a_whole_question()
        assert verify_database().ok

    @pytest.mark.parametrize(
        ("statement", "says"),
        [
            ("UPDATE prevention_advisoryquestion SET text = 'Lain'", "pertanyaan"),
            ("UPDATE prevention_advisorymessage SET body = 'Lain'", "pesan pada pertanyaan"),
            ("UPDATE prevention_advisoryanswer SET text = 'Boleh saja.'", "jawaban tertulis"),
            ("UPDATE prevention_advisorypublication SET matter = 'Lain'", "terbitan jawaban"),
        ],
    )
    def it_finds_a_word_that_was_changed_by_hand(self, statement, says):
        self.a_whole_question()
        with unlocked(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert says in " ".join(problem.message for problem in verify_database().problems)

    def a_whole_question(self):
        city = City()
        answer = answered(city)
        advisory_reply(advisory_ref=answer.question.ref, body="Semoga jelas.", token="t", by=city.dewi, at=ANSWERED_AT)
        published(city, answer)
