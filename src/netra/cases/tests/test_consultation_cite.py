"""What KemenPANRB answered the city in general is cited in the case of Budi; whoever reads of him reads it."""

import pytest

from netra.cases import operations as act
from netra.cases.advice import Timing, consultations_cited
from netra.cases.models import Case
from netra.cases.operations.claim import ActRefused
from netra.cases.tests.builders import CITY, Cast, at, carry_to_referral, make_case
from netra.cases.tests.consulting import answered_consultation, asked_consultation
from netra.prevention.models import CitedConsultation
from netra.prevention.queries import AdviceUnknown
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
CITED_AT = at("2024-10-25")
NOTE = "Yang ditanyakan adalah perbuatan seperti ini (contoh)."


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def case(cast):
    found = make_case(cast)
    carry_to_referral(cast, found)
    return found


def cite(cast: Cast, case: Case, number: str, **over) -> object:
    fields = {"party": 1, "number": number, "note": NOTE, "by": cast.dewi, "at": CITED_AT, **over}
    return act.advice_cite(case_ref=case.ref, **fields)


class WhenAnAnsweredConsultationIsCited:
    def it_stands_by_the_accused_with_its_day_beside_the_days_of_the_acts(self, cast, case):
        consultation = answered_consultation(cast.dewi, CITY)
        cite(cast, case, f" {consultation.ref.lower()} ")
        (cited,) = consultations_cited(list(case.parties.all()))
        assert cited.consultation == consultation
        assert cited.timing == Timing.BEFORE
        assert cited.row.note == NOTE

    def it_is_told_to_the_trail_without_its_words_and_the_trail_agrees(self, cast, case):
        consultation = answered_consultation(cast.dewi, CITY)
        cite(cast, case, consultation.ref)
        event = Event.objects.get(verb="cases.advice_cite")
        assert f'"advice":"{consultation.ref}"' in event.payload.replace(" ", "")
        assert NOTE not in event.payload
        assert verify_database().problems == []

    def it_needs_an_answer_a_reason_and_is_done_once(self, cast, case):
        with pytest.raises(ActRefused, match="belum dijawab"):
            cite(cast, case, asked_consultation(cast.dewi, CITY).ref)
        consultation = answered_consultation(cast.dewi, CITY)
        with pytest.raises(ActRefused, match="Tuliskan mengapa"):
            cite(cast, case, consultation.ref, note=" ")
        cite(cast, case, consultation.ref)
        with pytest.raises(ActRefused, match="sudah dikutip"):
            cite(cast, case, consultation.ref)

    def it_tells_nobody_of_a_consultation_of_another_agency(self, cast, case):
        consultation = answered_consultation(cast.dewi, CITY)
        for number in (consultation.ref, "KSL-2024-TIDAK-ADA"):
            with pytest.raises(AdviceUnknown, match="Tidak ada jawaban tertulis"):
                cite(cast, case, number, by=cast.wayan)

    def it_is_not_for_a_stranger_to_the_case(self, cast, case):
        with pytest.raises(NotFound):
            cite(cast, case, answered_consultation(cast.dewi, CITY).ref, by=cast.maria)
        assert not CitedConsultation.objects.exists()
