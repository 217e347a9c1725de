"""A code at a ceremony: everybody present scans it, says the NIP and signs the pact, for three hours."""

from __future__ import annotations

import pytest

from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import PactAnswer
from netra.prevention.operations import (
    PactRefused,
    outreach_attend,
    pact_code_open,
    pact_enter,
    pact_open,
    pact_refuse,
    pact_sign,
    pact_withdraw,
    roll_call_open,
)
from netra.prevention.operations.roll_call import WRONG_PER_HOUR
from netra.prevention.tests.builders import CITY, City, at, issued
from netra.prevention.tests.pact_builders import a_text, link, opened
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
TUESDAY = at("2018-01-16", 7)


class WhenAPactIsSignedAtACeremony:
    @pytest.fixture(autouse=True)
    def _scene(self):
        self.city = City()
        self.pact = opened(self.city)

    def _code(self, by=None, moment=TUESDAY):
        return pact_code_open(pact_ref=self.pact.ref, by=by or self.city.dewi, at=moment)[1]

    def _enter(self, secret, nip, moment=TUESDAY):
        return pact_enter(secret=secret, nip=nip, at=moment)

    def it_opens_the_text_and_signs_nothing_before_its_reader_does(self):
        entrant = self._enter(self._code(), "1980 0101 2005 0110 01")
        assert (entrant.reading.person, entrant.reading.answer) == (self.city.budi, None)
        assert not PactAnswer.objects.exists()
        pact_sign(token=entrant.token, digits=entrant.digits, at=TUESDAY)
        row = PactAnswer.objects.get()
        assert (row.civil_servant, row.reply, row.entered_by) == (self.city.budi, "SIGNED", "")
        assert [problem.message for problem in trail.verify_database().problems] == []

    def it_ends_after_three_hours(self):
        code = self._code()
        with pytest.raises(NotFound):
            self._enter(code, self.city.budi.nip, moment=at("2018-01-16", 10))

    @pytest.mark.parametrize("nip", ["198001012005011002", "abc", "", "19800101", "²"])
    def it_opens_nothing_for_a_number_that_is_not_asked(self, nip):
        with pytest.raises(WrongLastDigits, match="tidak termasuk yang diminta"):
            self._enter(self._code(), nip)

    def it_opens_a_pact_of_one_unit_for_its_people_alone(self):
        self.pact = opened(self.city, unit_code="DISDIK")
        code = self._code()
        assert self._enter(code, self.city.budi.nip).reading.person == self.city.budi
        with pytest.raises(WrongLastDigits):
            self._enter(code, self.city.dodi.nip)

    def it_takes_no_numbers_without_end(self):
        code = self._code()
        for _try in range(WRONG_PER_HOUR):
            with pytest.raises(WrongLastDigits, match="tidak termasuk"):
                self._enter(code, "1")
        with pytest.raises(WrongLastDigits, match="Terlalu banyak percobaan"):
            self._enter(code, self.city.budi.nip)

    def it_tells_nobody_what_another_answered(self):
        pact_refuse(**link(self.pact, self.city.budi), reason="Ingin membaca dahulu.", at=TUESDAY)
        with pytest.raises(PactRefused, match="sudah menjawab pada 16 Januari 2018") as told:
            self._enter(self._code(), self.city.budi.nip)
        assert "membaca dahulu" not in str(told.value)
        # By their own link they may still sign.
        assert pact_sign(**link(self.pact, self.city.budi), at=TUESDAY).answer

    def it_opens_no_other_thing_and_no_other_code_opens_it(self):
        with pytest.raises(NotFound):
            outreach_attend(secret=self._code(), nip=self.city.budi.nip, at=TUESDAY)
        circular = issued(self.city)
        _link, other = roll_call_open(instrument_ref=circular.ref, agency_code=CITY, by=self.city.dewi, at=TUESDAY)
        with pytest.raises(NotFound):
            self._enter(other, self.city.budi.nip)
        with pytest.raises(NotFound):
            self._enter("tebakan", self.city.budi.nip)

    def it_is_shown_by_whoever_writes_for_the_agency(self):
        with pytest.raises(NotAllowed):
            self._code(by=self.city.erwin)
        with pytest.raises(NotFound):
            self._code(by=self.city.maria)
        self._code()
        event = Event.objects.get(verb="prevention.pact_code_open")
        assert event.actor_ref == self.city.dewi.actor_ref

    def it_is_not_there_for_a_version_that_nobody_signs_any_more(self):
        code = self._code()
        pact_open(entry=a_text(earlier_ref=self.pact.ref), by=self.city.dewi, at=TUESDAY)
        with pytest.raises(PactRefused, match="sudah diganti versi 2"):
            self._code()
        with pytest.raises(PactRefused, match="sudah diganti versi 2"):
            self._enter(code, self.city.budi.nip)

    def it_is_not_there_after_the_withdrawal(self):
        pact_withdraw(pact_ref=self.pact.ref, reason="Diganti.", by=self.city.dewi, at=TUESDAY)
        with pytest.raises(PactRefused, match="dicabut"):
            self._code()
