"""The usual answer takes few statements, and decides nothing otherwise than the long way does."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.prevention.entries import TargetLine
from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import Acknowledgement, AudienceLine, Tally, WrongDigits
from netra.prevention.operations import instrument_acknowledge, instrument_open, instrument_withdraw
from netra.prevention.operations.answering_at_once import answered_at_once
from netra.prevention.personal_links import PersonalLink
from netra.prevention.queries import is_among
from netra.prevention.tests.builders import CITY, City, at, issued, token
from netra.registry.models import PositionSpell
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as registry
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
MOMENT, LATER = at("2017-12-04", 7), at("2017-12-04", 8)
TODAY = date(2017, 12, 4)


@pytest.fixture
def city():
    return City()


def opened(circular, person):
    instrument_open(token=token(circular, person), digits=person.nip[-6:], at=MOMENT)
    return PersonalLink(circular.ref, person.ref)


def right_of(circular):
    return {each.ordinal: each.right for each in circular.questions.all()}


class WhenTheAnswerIsUsual:
    def it_takes_six_statements_beside_the_letter_itself_and_waiting_its_turn(self, city):
        circular = issued(city)
        for person in (city.budi, city.citra):
            opened(circular, person)
        right = right_of(circular)
        link = {"token": token(circular, city.budi), "digits": city.budi.nip[-6:]}
        instrument_acknowledge(**link, choices=right, at=LATER)
        with CaptureQueriesContext(connection) as asked:
            reading = instrument_acknowledge(
                token=token(circular, city.citra), digits=city.citra.nip[-6:], choices=right, at=LATER
            )
        sent = [each["sql"] for each in asked if "pg_advisory_xact_lock" not in each["sql"]]
        statements = [each for each in sent if each.split()[0] in ("SELECT", "UPDATE", "INSERT")]
        assert len(statements) == 6, statements
        assert (reading.mistakes, reading.acknowledgement.understood_at) == ([], LATER)
        assert reading.acknowledgement.read_date == TODAY
        assert verify_database().ok

    def it_keeps_the_first_choice_and_counts_every_reader_once(self, city):
        circular = issued(city)
        link = opened(circular, city.budi)
        digits = city.budi.nip[-6:]
        wrong = {ordinal: 1 - min(right, 1) for ordinal, right in right_of(circular).items()}
        first = answered_at_once(link, digits, wrong, at=LATER)
        second = answered_at_once(link, digits, right_of(circular), at=LATER + timedelta(minutes=1))
        assert first is not None and first.mistakes and second is not None and not second.mistakes
        assert answered_at_once(link, digits, right_of(circular), at=LATER) is None
        said = Acknowledgement.objects.get()
        assert (said.tries, said.read_at, said.understood_at) == (2, LATER, LATER + timedelta(minutes=1))
        assert said.first_choices == {str(ordinal): place for ordinal, place in wrong.items()}
        assert Tally.objects.values_list("opened", "read", "understood").get() == (1, 1, 1)
        assert Event.objects.filter(verb="prevention.instrument_acknowledge").count() == 2
        assert verify_database().ok


class WhenTheAnswerIsNotUsual:
    def it_is_left_to_the_long_way_and_nothing_is_kept(self, city):
        circular = issued(city)
        digits, right = city.budi.nip[-6:], right_of(circular)
        link = PersonalLink(circular.ref, city.budi.ref)
        assert answered_at_once(link, digits, right, at=LATER) is None
        opened(circular, city.budi)
        assert answered_at_once(link, digits, {}, at=LATER) is None
        assert answered_at_once(link, digits, right, at=at("2016-12-04")) is None
        instrument_withdraw(instrument_ref=circular.ref, reason="Salah.", by=city.dewi, at=LATER)
        assert answered_at_once(link, digits, right, at=LATER) is None
        assert Acknowledgement.objects.get().tries == 0

    def it_counts_wrong_digits_at_once_and_lets_the_link_rest_after_five(self, city):
        circular = issued(city)
        link = opened(circular, city.budi)
        for _try in range(5):
            with pytest.raises(WrongLastDigits, match="tidak cocok"):
                answered_at_once(link, "000000", right_of(circular), at=LATER)
        assert WrongDigits.objects.get().wrong == 5
        assert answered_at_once(link, city.budi.nip[-6:], right_of(circular), at=LATER) is None
        assert Acknowledgement.objects.get().tries == 0

    @pytest.mark.parametrize(
        ("line", "is_usual"),
        [
            (TargetLine(), True),
            (TargetLine(CITY), True),
            (TargetLine(employment="PNS"), True),
            (TargetLine(employment="PPPK"), False),
            (TargetLine(position="PELAKSANA"), True),
            (TargetLine(position="JPT_PRATAMA"), False),
            # A unit stands for what lies beneath it, which the long way asks for.
            (TargetLine(CITY, unit_code="DISDIK"), False),
        ],
    )
    def it_never_asks_whom_the_audience_does_not_hold(self, city, line, is_usual):
        registry.make_agency("BKN", name="BKN", kind=AgencyKind.OVERSIGHT, region_code="31.71")
        circular = issued(city, by=city.ani, agency_code="BKN", targets=[line])
        Acknowledgement.objects.create(
            instrument=circular, civil_servant=city.budi, agency_code=CITY, channel="LINK", opened_at=MOMENT
        )
        link = PersonalLink(circular.ref, city.budi.ref)
        among = is_among(circular, city.budi, TODAY)
        done = answered_at_once(link, city.budi.nip[-6:], right_of(circular), at=LATER)
        assert (done is not None) == is_usual
        assert among or done is None, "the short way asked whom the long way does not"

    def it_is_not_for_whoever_left_the_post(self, city):
        circular = issued(city)
        link = opened(circular, city.budi)
        PositionSpell.objects.filter(civil_servant=city.budi).update(until_date=TODAY)
        assert answered_at_once(link, city.budi.nip[-6:], right_of(circular), at=LATER) is None

    def it_knows_every_limit_that_a_line_of_an_audience_can_set(self):
        limits = {field.name for field in AudienceLine._meta.get_fields()}
        assert limits == {"agency", "unit", "employment", "position"}, "answering_at_once._ASKED reads these alone"
