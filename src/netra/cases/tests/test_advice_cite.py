"""Budi liked a post on a day in October 2024. Had he asked, and been told yes, before?"""

from datetime import date, timedelta

import pytest

from netra.cases import operations as act
from netra.cases.advice import Timing, Weight, cited_for
from netra.cases.models import Case, CitedAdvice
from netra.cases.operations.claim import ActRefused
from netra.cases.tests.builders import LIKE, Cast, at, carry_to_referral, make_case
from netra.prevention.advisory_entries import PublicationEntry
from netra.prevention.models import AdvisoryAnswer
from netra.prevention.operations import advisory_publish
from netra.prevention.queries import AdviceUnknown
from netra.prevention.tests.advisory_builders import SECRET, answered, asked
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
NOTE = "Unggahan yang sama seperti yang ditanyakan, dan ia mengikuti jawabannya."
CITED_AT = at("2024-10-25")


def told(cast: Cast, on: date, verdict: str = "ALLOWED", secret: str = SECRET) -> AdvisoryAnswer:
    """What the city answered on that day, asked a day before."""
    day = on - timedelta(days=1)
    question = asked(secret=secret, moment=at(day.isoformat()), planned=None, planned_date=None)
    return answered(cast, question, moment=at(on.isoformat()), verdict=verdict)  # type: ignore[arg-type]


def cited(cast: Cast, case: Case, answer: AdvisoryAnswer, **over) -> CitedAdvice:
    fields = {"party": 1, "number": answer.number, "note": NOTE, "by": cast.dewi, "at": CITED_AT, **over}
    made = act.advice_cite(case_ref=case.ref, **fields)
    assert isinstance(made, CitedAdvice)
    return made


def weighed(case: Case) -> list[tuple[Timing, Weight]]:
    return [(each.timing, each.weight) for each in cited_for(list(case.parties.all()))]


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def case(cast):
    found = make_case(cast)
    carry_to_referral(cast, found)
    return found


class WhenAnOfficerCitesAnAnswer:
    """advice_cite"""

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (-3, (Timing.BEFORE, Weight.MITIGATING)),
            (0, (Timing.SAME_DAY, Weight.MITIGATING)),
            (1, (Timing.AFTER, Weight.NONE)),
        ],
    )
    def it_weighs_only_what_came_before_the_act(self, cast, case, days, expected):
        cited(cast, case, told(cast, LIKE.act_date + timedelta(days=days)))
        assert weighed(case) == [expected]

    def it_weighs_nothing_where_the_answer_asked_to_ask_first(self, cast, case):
        cited(cast, case, told(cast, LIKE.act_date - timedelta(days=3), verdict="ASK_FIRST"))
        assert weighed(case) == [(Timing.BEFORE, Weight.NONE)]

    def it_weighs_nothing_once_another_answer_had_taken_its_place(self, cast, case):
        first = told(cast, LIKE.act_date - timedelta(days=5))
        moment = at((LIKE.act_date - timedelta(days=3)).isoformat())
        answered(cast, first.question, after=1, moment=moment, reason="Aturannya berubah.")
        cited(cast, case, first)
        assert weighed(case) == [(Timing.BEFORE, Weight.NONE)]

    def it_leaves_an_answer_that_said_no_to_the_appointing_authority(self, cast, case):
        answer = told(cast, LIKE.act_date - timedelta(days=3), verdict="NOT_ALLOWED")
        with pytest.raises(ActRefused, match="Hanya pejabat pembina kepegawaian"):
            cited(cast, case, answer)
        publish(cast, answer)
        cited(cast, case, answer, by=cast.rahmat)
        assert weighed(case) == [(Timing.BEFORE, Weight.AGGRAVATING)]

    def it_tells_nobody_of_an_answer_that_is_neither_published_nor_of_his_desk(self, cast, case):
        answer = told(cast, LIKE.act_date - timedelta(days=3))
        for number in (answer.number, "800/99/TIDAK-ADA"):
            with pytest.raises(AdviceUnknown, match="Tidak ada jawaban tertulis"):
                cited(cast, case, answer, number=number, by=cast.wayan)
        publish(cast, answer)
        assert cited(cast, case, answer, by=cast.wayan).answer == answer

    def it_needs_a_reason_and_is_done_once(self, cast, case):
        answer = told(cast, LIKE.act_date - timedelta(days=3))
        with pytest.raises(ActRefused, match="Tuliskan mengapa"):
            cited(cast, case, answer, note=" ")
        cited(cast, case, answer)
        with pytest.raises(ActRefused, match="sudah dikutip"):
            cited(cast, case, answer)

    def it_is_not_for_a_stranger(self, cast, case):
        answer = told(cast, LIKE.act_date - timedelta(days=3))
        with pytest.raises(NotFound):
            cited(cast, case, answer, by=cast.maria)


class WhenTheAccusedCitesIt:
    def answer(self, cast: Cast, case: Case, number: str):
        secret = act.answer_link_issue(case_ref=case.ref, party=1, until=at("2024-11-01"), by=cast.wayan, at=CITED_AT)
        return act.answer_give(secret=secret, text="Saya bertanya dahulu.", advice=number, at=CITED_AT)

    def it_is_a_claim_until_an_officer_has_found_it_so(self, cast, case):
        advice = told(cast, LIKE.act_date - timedelta(days=3))
        self.answer(cast, case, advice.number)
        assert weighed(case) == [(Timing.BEFORE, Weight.CLAIMED)]
        cited(cast, case, advice, by=cast.wayan)
        assert weighed(case)[1] == (Timing.BEFORE, Weight.MITIGATING)

    def it_keeps_the_answer_out_with_a_number_that_is_none(self, cast, case):
        with pytest.raises(AdviceUnknown):
            self.answer(cast, case, "800/99/TIDAK-ADA")
        assert not Event.objects.filter(verb="cases.answer_give").exists()

    def it_is_kept_once_however_often_it_is_said_and_the_trail_agrees(self, cast, case):
        advice = told(cast, LIKE.act_date - timedelta(days=3))
        self.answer(cast, case, advice.number)
        self.answer(cast, case, advice.ref)
        cited(cast, case, advice)
        assert CitedAdvice.objects.count() == 2
        assert verify_database().problems == []


def publish(cast: Cast, answer: AdvisoryAnswer) -> None:
    entry = PublicationEntry(answer.matter, answer.text, answer.condition, names_nobody=True)
    ref, ordinal = answer.question.ref, answer.ordinal
    advisory_publish(advisory_ref=ref, ordinal=ordinal, entry=entry, by=cast.dewi, at=CITED_AT)
