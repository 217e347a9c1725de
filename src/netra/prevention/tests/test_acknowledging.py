"""By a personal link and the last digits of the NIP, without an account: opened, read, understood."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import Acknowledgement, Tally
from netra.prevention.operations import instrument_acknowledge, instrument_open, instrument_withdraw
from netra.prevention.operations.acknowledging import NotAsked
from netra.prevention.queries import difficulties
from netra.prevention.tests.builders import QUESTION, SECOND, City, at, issued, serving, token
from netra.registry.tests.builders import make_position
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
MORNING = at("2017-12-04", 7)
# The NIP of Budi is 198001012005011001.
BUDI, WRONG = "011001", "011002"


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def said(instrument, person):
    return Acknowledgement.objects.get(instrument=instrument, civil_servant=person)


def acknowledge(instrument, person, choices, moment=MORNING):
    return instrument_acknowledge(token=token(instrument, person), digits=person.nip[-6:], choices=choices, at=moment)


def test_budi_opens_reads_and_understands(city, circular):
    reading = instrument_open(token=token(circular, city.budi), digits=BUDI, at=MORNING)
    assert [question.text for question in reading.questions] == [QUESTION.text]
    assert said(circular, city.budi).read_at is None
    done = acknowledge(circular, city.budi, {1: 1}, at("2017-12-04", 8))
    assert not done.mistakes
    row = said(circular, city.budi)
    assert (row.opened_at, row.read_date, row.understood_at) == (MORNING, date(2017, 12, 4), at("2017-12-04", 8))
    assert (row.unit_code, row.channel, row.entered_by) == ("SMP-1", "LINK", "")


def test_a_mistake_is_explained_and_may_be_mended_but_the_first_choice_stays(city, circular):
    wrong = acknowledge(circular, city.budi, {1: 0})
    assert [question.explanation for question in wrong.mistakes] == [QUESTION.explanation]
    row = said(circular, city.budi)
    assert row.read_at == MORNING and row.understood_at is None
    acknowledge(circular, city.budi, {1: 1}, at("2017-12-04", 8))
    row = said(circular, city.budi)
    assert (row.understood_at, row.first_choices, row.tries) == (at("2017-12-04", 8), {"1": 0}, 2)
    (item,) = difficulties(circular)
    assert (item.asked, item.right, item.commonest_error) == (1, 0, 0)


@pytest.mark.parametrize("choices", [{}, {1: 7}, {2: 1}])
def test_a_question_without_an_answer_is_no_answer_yet(city, circular, choices):
    reading = acknowledge(circular, city.budi, choices)
    assert [question.text for question in reading.left_out] == [QUESTION.text]
    row = said(circular, city.budi)
    assert (row.opened_at, row.read_at, row.tries, row.first_choices) == (MORNING, None, 0, {})


def test_whoever_opened_the_letter_is_answered_with_few_questions_to_the_database(
    city, circular, django_assert_max_num_queries
):
    """Four and a half million people answer on one day: their letter, the digits, the questions, the post, and what
    is written. Twelve statements, and BEGIN and COMMIT.
    """
    instrument_open(token=token(circular, city.budi), digits=BUDI, at=MORNING)
    with django_assert_max_num_queries(14):
        acknowledge(circular, city.budi, {1: 1})


def test_the_same_click_twice_is_one_acknowledgement(city, circular):
    acknowledge(circular, city.budi, {1: 1})
    acknowledge(circular, city.budi, {1: 1}, at("2017-12-04", 8))
    assert said(circular, city.budi).tries == 1
    assert Tally.objects.values_list("unit_code", "opened", "read", "understood").get() == ("SMP-1", 1, 1, 1)


def test_without_the_last_digits_a_link_opens_nothing(city, circular):
    with pytest.raises(WrongLastDigits, match="tidak cocok"):
        instrument_open(token=token(circular, city.budi), digits=WRONG, at=MORNING)
    assert not Acknowledgement.objects.exists()


def test_after_five_wrong_tries_the_link_rests_for_the_hour_and_no_other_link_does(city, circular):
    for _try in range(5):
        with pytest.raises(WrongLastDigits, match="tidak cocok"):
            instrument_open(token=token(circular, city.budi), digits=WRONG, at=MORNING)
    with pytest.raises(WrongLastDigits, match=r"setelah pukul 08\.00"):
        instrument_open(token=token(circular, city.budi), digits=BUDI, at=at("2017-12-04", 7))
    instrument_open(token=token(circular, city.citra), digits="012003", at=MORNING)
    instrument_open(token=token(circular, city.budi), digits=BUDI, at=at("2017-12-04", 8))


def test_a_link_cannot_become_the_link_of_another_person_or_letter(city, circular):
    other = issued(city)
    mine = token(circular, city.budi)
    mark = mine.rsplit(".", 1)[1]
    forged = (
        f"{circular.ref}.{city.citra.ref}.{mark}",
        f"{other.ref}.{city.budi.ref}.{mark}",
        mine[:-1] + ("0" if mine[-1] != "0" else "1"),
        f"{circular.ref}.{city.budi.ref}",
        "",
    )
    for each in forged:
        with pytest.raises(NotFound):
            instrument_open(token=each, digits="012003", at=MORNING)


def test_who_moved_away_is_not_asked_and_what_they_said_before_stays_with_the_old_unit(city, circular):
    acknowledge(circular, city.budi, {1: 1})
    make_position(city.budi, unit_code="SATPOL", start_date=date(2018, 1, 2))
    assert said(circular, city.budi).unit_code == "SMP-1"
    city.citra.position_spells.update(until_date=date(2018, 1, 2))
    with pytest.raises(NotAsked, match="tidak termasuk sasaran"):
        acknowledge(circular, city.citra, {1: 1}, at("2018-01-02"))


def test_after_a_withdrawal_nobody_is_asked_and_who_was_stays_on_record(city, circular):
    acknowledge(circular, city.budi, {1: 0})
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2018-01-05"))
    with pytest.raises(NotAsked, match=r"dicabut pada 5 Januari 2018.*tetap tercatat"):
        acknowledge(circular, city.citra, {1: 1}, at("2018-01-06"))
    assert not acknowledge(circular, city.budi, {1: 1}, at("2018-01-06")).mistakes


def test_a_newcomer_is_asked_from_the_first_day(city, circular):
    eka = serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2018, 1, 2))
    with pytest.raises(NotAsked):
        acknowledge(circular, eka, {1: 1}, at("2018-01-01"))
    acknowledge(circular, eka, {1: 1}, at("2018-01-02"))
    assert said(circular, eka).unit_code == "SATPOL"


def test_the_questions_of_a_reader_stay_the_same(city):
    bank = issued(city, questions=[QUESTION, SECOND], asked=1)
    drawn = {
        person.name: {
            instrument_open(token=token(bank, person), digits=person.nip[-6:], at=MORNING).questions[0].text
            for _look in range(3)
        }
        for person in (city.budi, city.citra, city.dodi)
    }
    assert all(len(texts) == 1 for texts in drawn.values())


def test_the_trail_knows_the_link_and_no_number_of_a_person(city, circular):
    acknowledge(circular, city.budi, {1: 1})
    events = Event.objects.filter(subject=f"instrument:{circular.ref}", actor_ref=f"link:{city.budi.ref}")
    assert list(events.order_by("seq").values_list("verb", flat=True)) == [
        "prevention.instrument_open",
        "prevention.instrument_acknowledge",
    ]
    assert not any(city.budi.nip in event.payload or "Budi" in event.payload for event in events)
