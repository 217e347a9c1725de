"""Somebody asks before acting: without an account, once, known by a designation alone."""

from datetime import date

import pytest

from netra.law.intentions import Verdict
from netra.prevention.advisory_access import advisories_visible_to, asker_of, own_question, question_of_code
from netra.prevention.advisory_checks import AdvisoryRefused
from netra.prevention.advisory_codes import advisory_code
from netra.prevention.models import AdvisoryMessage, AdvisoryQuestion
from netra.prevention.operations import TooManyQuestions, advisory_reply, advisory_write
from netra.prevention.operations.advisory_asking import QUESTIONS_A_DAY
from netra.prevention.tests.advisory_builders import ASKED_AT, SECRET, SENDER, asked, oversight
from netra.prevention.tests.builders import CITY, City, at
from netra.trust import identity, trail
from netra.trust.access import NotAllowed
from netra.trust.actors import AskerActor
from netra.trust.errors import NotFound
from netra.trust.form_secrets import WeakSecret
from netra.trust.identity import Identity
from netra.trust.models import Event, SealedIdentity
from netra.trust.senders import by_code

pytestmark = pytest.mark.django_db


class WhenSomebodyAsks:
    """advisory_ask"""

    def it_keeps_the_plan_and_what_the_engine_said_of_it(self):
        City()
        question = asked()
        assert (question.state, question.asked_date) == ("OPEN", date(2018, 3, 5))
        assert question.engine_verdict == Verdict.ASK_FIRST
        assert question.engine_sources == ["UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)"]

    def it_is_one_question_however_often_the_button_is_pressed(self):
        City()
        assert asked().ref == asked(moment=at("2018-03-05", hour=10)).ref
        assert AdvisoryQuestion.objects.count() == 1
        assert Event.objects.filter(verb="prevention.advisory_ask").count() == 1

    def it_opens_by_the_code_that_only_the_form_makes(self):
        City()
        question = asked()
        code = advisory_code(SECRET)
        assert by_code(code.lower(), question_of_code, sender=SENDER, at=ASKED_AT) == question
        assert own_question(question.ref, by=asker_of(question)) == question
        with pytest.raises(NotFound):
            own_question(question.ref, by=AskerActor("PNY-2018-LAINNYA"))

    def it_refuses_a_secret_that_was_not_made_here(self):
        City()
        with pytest.raises(WeakSecret):
            asked(secret="pendek")

    def it_stores_no_identity_unless_one_is_given(self):
        City()
        question = asked()
        assert not question.named and not SealedIdentity.objects.exists()
        assert question.designation.startswith("PNY-2018-")

    def it_seals_an_identity_that_is_given_and_keeps_it_out_of_row_and_trail(self):
        City()
        question = asked(identity=Identity("Citra Lestari (contoh)", "0812-0000-1111"))
        assert question.named and identity.exists(question.designation)
        assert identity.unseal(question.designation).name == "Citra Lestari (contoh)"
        told = f"{AdvisoryQuestion.objects.values().get()} {list(Event.objects.values_list('payload', flat=True))}"
        assert "Citra" not in told and "0812" not in told

    @pytest.mark.parametrize(
        ("over", "says"),
        [
            ({"text": "   "}, "walau hanya satu kalimat"),
            ({"text": "a" * 5001}, "paling banyak 5000"),
            ({"agency_code": "TIDAK-ADA"}, "tidak ada dalam registri"),
            ({"planned_date": date(2018, 3, 4)}, "hari itu sudah lewat"),
            ({"planned_date": date(2020, 3, 8), "planned": None}, "lebih dari dua tahun"),
            ({"planned_date": None}, "Isi kapan rencananya"),
            ({"identity": Identity("  ", "0812-0000-1111")}, "Tulis nama Anda"),
        ],
    )
    def it_refuses_what_cannot_be_asked_and_stores_nothing(self, over, says):
        City()
        with pytest.raises(AdvisoryRefused, match=says):
            asked(**over)
        assert not AdvisoryQuestion.objects.exists() and not SealedIdentity.objects.exists()

    def it_takes_today_as_a_plan(self):
        City()
        assert asked(planned_date=date(2018, 3, 5)).planned_date == date(2018, 3, 5)

    def it_makes_one_connection_wait_after_many_questions_of_a_day(self):
        City()
        for number in range(QUESTIONS_A_DAY):
            asked(secret=f"{SECRET}-{number}", text=f"Pertanyaan {number}")
        with pytest.raises(TooManyQuestions, match="besok"):
            asked(secret=f"{SECRET}-satu-lagi")
        asked(secret=f"{SECRET}-besoknya", moment=at("2018-03-06"))


class WhenAQuestionIsRead:
    """prevention.advisory_view"""

    def it_is_the_agency_that_was_named_and_who_oversees(self):
        city = City()
        question = asked()
        on = date(2018, 3, 5)
        seeing = {
            user.username: advisories_visible_to(user, on=on).filter(pk=question.pk).exists()
            for user in (city.dewi, city.ani, city.wayan, city.erwin, city.maria)
        }
        assert seeing == {"dewi": True, "ani": True, "wayan": False, "erwin": False, "maria": False}

    def it_is_only_who_oversees_where_no_agency_was_named(self):
        city = City()
        asked(agency_code="")
        on = date(2018, 3, 5)
        assert not advisories_visible_to(city.dewi, on=on).exists()
        assert advisories_visible_to(city.ani, on=on).exists()


class WhenBothSidesWrite:
    """advisory_write and advisory_reply"""

    def it_keeps_what_both_wrote_in_order_and_once(self):
        city = City()
        question = asked()
        who = asker_of(question)
        advisory_reply(advisory_ref=question.ref, body="Akunnya pribadi?", token="p1", by=city.dewi, at=ASKED_AT)
        for _time in range(2):
            advisory_write(advisory_ref=question.ref, body="Ya, pribadi.", token="a1", by=who, at=ASKED_AT)
        said = [(each.side, each.body) for each in AdvisoryMessage.objects.order_by("pk")]
        assert said == [("OFFICER", "Akunnya pribadi?"), ("ASKER", "Ya, pribadi.")]
        assert [entry.actor_label for entry in trail.history(question.chain)][-1] == f"Penanya {question.designation}"

    def it_refuses_an_empty_message_and_a_stranger(self):
        city = City()
        question = asked()
        with pytest.raises(AdvisoryRefused, match="masih kosong"):
            advisory_write(advisory_ref=question.ref, body=" ", token="a1", by=asker_of(question), at=ASKED_AT)
        with pytest.raises(NotFound):
            advisory_reply(advisory_ref=question.ref, body="Halo", token="w", by=city.wayan, at=ASKED_AT)

    def it_is_answered_by_the_body_that_oversees_only_where_the_registry_knows_it(self):
        city = City()
        question = asked(agency_code="")
        with pytest.raises(NotAllowed, match="tidak menjawabnya"):
            advisory_reply(advisory_ref=question.ref, body="Halo", token="k", by=city.ani, at=ASKED_AT)
        oversight()
        assert advisory_reply(advisory_ref=question.ref, body="Halo", token="k", by=city.ani, at=ASKED_AT)
        assert question.agency_code != CITY
