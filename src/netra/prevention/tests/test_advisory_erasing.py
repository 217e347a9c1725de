"""Who asked is gone on its date, by two people; what was answered stays to be found without the person."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from netra.prevention.advisory_access import asker_of
from netra.prevention.advisory_checks import AdvisoryRefused
from netra.prevention.models import AdvisoryMessage, AdvisoryQuestion
from netra.prevention.operations import (
    advisory_answer,
    advisory_erase_approve,
    advisory_erase_refuse,
    advisory_erase_request,
    advisory_erase_withdraw,
    advisory_reply,
    advisory_turn_away,
    advisory_write,
)
from netra.prevention.queries import (
    advisories_due_for_erasure,
    advisory_file,
    asked_page,
    published_advice,
)
from netra.prevention.tests.advisory_builders import ANSWERED_AT, an_answer, answered, asked, published
from netra.prevention.tests.builders import CITY, City, at
from netra.registry.models import Agency, RetentionSchedule
from netra.trust import identity, trail
from netra.trust.errors import NotFound
from netra.trust.identity import Identity
from netra.trust.roles import Role
from netra.trust.tests.builders import grant, make_user
from netra.trust.trail.verify import verify_database

pytestmark = pytest.mark.django_db
# Answered on 6 March 2018; without a schedule of the city it is kept for two years.
DUE = date(2020, 3, 6)
ON_ITS_DATE, DAY_BEFORE = at("2020-03-06"), at("2020-03-05")
BUDI = Identity("Budi (contoh)", "0812 (contoh)")


@pytest.fixture
def city():
    return City()


@pytest.fixture
def lestari():
    return grant(make_user("lestari"), Role.PERSONNEL_OFFICER, agency=CITY)


@pytest.fixture
def question(city):
    question = asked(identity=BUDI)
    advisory_write(advisory_ref=question.ref, body="Saya di SMP-1.", token="a", by=asker_of(question), at=ANSWERED_AT)
    advisory_reply(advisory_ref=question.ref, body="Siapa calonnya?", token="b", by=city.dewi, at=ANSWERED_AT)
    answered(city, question)
    return AdvisoryQuestion.objects.get(pk=question.pk)


def request(question, by, moment=ON_ITS_DATE, reason="Jadwal retensi tercapai"):
    return advisory_erase_request(advisory_ref=question.ref, reason=reason, by=by, at=moment)


def erased(question, city, lestari):
    request(question, city.dewi)
    advisory_erase_approve(advisory_ref=question.ref, by=lestari, at=ON_ITS_DATE)
    return AdvisoryQuestion.objects.get(pk=question.pk)


class WhenTheDayComes:
    def it_is_two_years_after_the_last_answer_where_the_agency_has_no_schedule(self, city, question):
        assert question.erase_date == DUE
        advisory_answer(
            advisory_ref=question.ref, entry=an_answer(reason="Salah."), after=1, by=city.dewi, at=at("2018-04-01")
        )
        question.refresh_from_db()
        assert question.erase_date == date(2020, 4, 1)

    def it_follows_the_schedule_of_the_agency_that_answered(self, city):
        RetentionSchedule.objects.create(
            agency=Agency.objects.get(code=CITY),
            start_date=date(2017, 1, 1),
            active_years=1,
            inactive_years=3,
            fate="DESTROY",
            document="Keputusan Wali Kota 1 (contoh)",
        )
        assert answered(city).question.erase_date == date(2022, 3, 6)

    def it_comes_for_what_was_turned_away_too_and_never_for_what_waits(self, city):
        question = asked()
        assert question.erase_date is None
        with pytest.raises(AdvisoryRefused, match="belum dijawab"):
            request(question, city.dewi)
        turned = advisory_turn_away(
            advisory_ref=question.ref, reason="UNCLEAR", explanation="Kurang jelas.", by=city.dewi, at=ANSWERED_AT
        )
        assert turned.erase_date == DUE

    def it_is_not_asked_for_before(self, city, question):
        with pytest.raises(AdvisoryRefused, match="6 Maret 2020"):
            request(question, city.dewi, DAY_BEFORE)

    def it_is_said_to_whoever_answers_there(self, city, lestari, question):
        (due,) = advisories_due_for_erasure(city.dewi, on=DUE, limit=5)
        assert (due.ref, due.since, due.asked) == (question.ref, DUE, None)
        assert advisories_due_for_erasure(city.dewi, on=date(2020, 3, 5), limit=5) == []
        request(question, city.dewi)
        (mine,) = advisories_due_for_erasure(city.dewi, on=DUE, limit=5)
        (hers,) = advisories_due_for_erasure(lestari, on=DUE, limit=5)
        assert (mine.by_me, hers.by_me, hers.asked) == (True, False, DUE)
        advisory_erase_approve(advisory_ref=question.ref, by=lestari, at=ON_ITS_DATE)
        assert advisories_due_for_erasure(lestari, on=DUE, limit=5) == []


class WhenWhoAskedIsErased:
    def it_takes_the_words_the_messages_and_the_name_and_leaves_the_answer(self, city, lestari, question):
        published(city, question.answers.get())
        gone = erased(question, city, lestari)
        assert (gone.text, gone.erased_at) == ("", ON_ITS_DATE)
        assert {each.body for each in AdvisoryMessage.objects.all()} == {""}
        assert not identity.exists(gone.designation)
        answer = gone.answers.get()
        assert answer.text == an_answer().text
        assert published_advice(answer.ref, on=DUE).changes == []
        history = trail.history(f"advisory:{question.ref}")
        assert history[-1].verb == "prevention.advisory_erase_approve"
        checked = verify_database()
        assert checked.ok, checked

    def it_takes_why_a_question_was_turned_away(self, city, lestari):
        question = asked()
        advisory_turn_away(
            advisory_ref=question.ref, reason="UNCLEAR", explanation="Kurang jelas.", by=city.dewi, at=ANSWERED_AT
        )
        gone = erased(question, city, lestari)
        assert (gone.turned_explanation, gone.turned_reason) == ("(dihapus)", "UNCLEAR")
        assert verify_database().ok

    def it_leaves_a_code_that_leads_to_the_answer_and_writes_no_more(self, city, lestari, question):
        gone = erased(question, city, lestari)
        page = asked_page(gone, on=DUE)
        assert (len(page.advices), page.may_write, list(page.messages)) == (1, False, [])
        with pytest.raises(AdvisoryRefused, match="sudah dihapus"):
            advisory_write(advisory_ref=gone.ref, body="Lagi.", token="c", by=asker_of(gone), at=ON_ITS_DATE)
        with pytest.raises(AdvisoryRefused, match="sudah dihapus"):
            advisory_reply(advisory_ref=gone.ref, body="Lagi.", token="d", by=city.dewi, at=ON_ITS_DATE)
        with pytest.raises(AdvisoryRefused, match="sudah dihapus"):
            advisory_answer(
                advisory_ref=gone.ref, entry=an_answer(reason="Lagi."), after=1, by=city.dewi, at=ON_ITS_DATE
            )
        file = advisory_file(city.dewi, gone.ref, on=DUE)
        assert (file.may_answer, file.may_ask_identity, file.erasing) == (False, False, ())


class WhenTwoPeopleDoIt:
    def it_needs_both(self, city, lestari, question):
        request(question, city.dewi)
        with pytest.raises(AdvisoryRefused, match="orang kedua"):
            advisory_erase_approve(advisory_ref=question.ref, by=city.dewi, at=ON_ITS_DATE)
        with pytest.raises(AdvisoryRefused, match="sudah diminta"):
            request(question, lestari)
        with pytest.raises(NotFound):
            advisory_erase_approve(advisory_ref=question.ref, by=city.maria, at=ON_ITS_DATE)

    def it_is_refused_with_a_reason_or_taken_back_and_asked_for_again(self, city, lestari, question):
        request(question, city.dewi)
        with pytest.raises(AdvisoryRefused, match="Tarik"):
            advisory_erase_refuse(advisory_ref=question.ref, reason="Salah.", by=city.dewi, at=ON_ITS_DATE)
        with pytest.raises(AdvisoryRefused, match="yang memintanya"):
            advisory_erase_withdraw(advisory_ref=question.ref, by=lestari, at=ON_ITS_DATE)
        advisory_erase_refuse(advisory_ref=question.ref, reason="Masih dikutip.", by=lestari, at=ON_ITS_DATE)
        request(question, city.dewi)
        advisory_erase_withdraw(advisory_ref=question.ref, by=city.dewi, at=ON_ITS_DATE)
        with pytest.raises(AdvisoryRefused, match="Tidak ada permintaan"):
            advisory_erase_approve(advisory_ref=question.ref, by=lestari, at=ON_ITS_DATE)
        erased(question, city, lestari)
        file = advisory_file(city.dewi, question.ref, on=DUE)
        assert [each.state.value for each in file.erasures] == ["REFUSED", "WITHDRAWN", "DONE"]
        assert verify_database().ok

    @pytest.mark.parametrize(
        ("reason", "says"),
        [(" ", "alasannya"), ("x" * 501, "500"), ("Budi 198001012005011001 pensiun", "NIP")],
    )
    def it_has_a_short_reason_that_names_nobody(self, city, question, reason, says):
        with pytest.raises(AdvisoryRefused, match=says):
            request(question, city.dewi, reason=reason)

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE prevention_advisoryquestion SET text = ''",
            "UPDATE prevention_advisoryquestion SET erased_at = '2020-03-06 00:00:00+00:00'",
            "UPDATE prevention_advisorymessage SET body = ''",
        ],
    )
    def it_is_held_by_the_database_until_both_have_agreed(self, city, question, sql):
        request(question, city.dewi)
        with (
            pytest.raises(DatabaseError, match="tidak dapat diubah"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
