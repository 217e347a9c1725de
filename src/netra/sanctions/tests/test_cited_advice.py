"""What was advised before the act stands before whoever decides, and in the paper that is signed."""

from datetime import timedelta

import pytest
from django.test import Client

from netra.cases import operations as cases
from netra.cases.tests.builders import LIKE, Cast, at
from netra.cases.tests.test_advice_cite import NOTE, publish, told
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions.letters.advice import advice_words
from netra.sanctions.models import ExaminationReport, Proceeding
from netra.sanctions.tests.builders import carry_to_decision, carry_to_report, make_proceeding

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def advised(cast: Cast, verdict: str, *, by: str) -> Proceeding:
    """Budi's proceeding, with an answer of three days before the act that was cited before the examination."""
    proceeding = make_proceeding(cast)
    answer = told(cast, LIKE.act_date - timedelta(days=3), verdict)
    publish(cast, answer)
    moment = at("2024-10-30", 12)
    cases.advice_cite(
        case_ref=proceeding.case.ref, party=1, number=answer.number, note=NOTE, by=getattr(cast, by), at=moment
    )
    return proceeding


class WhenAnAnswerWasFollowed:
    def it_is_named_in_the_examination_report_and_the_decision_as_mitigating(self, cast):
        proceeding = advised(cast, "ALLOWED", by="dewi")
        carry_to_decision(cast, proceeding)
        (words,) = advice_words(proceeding)
        assert words.startswith("sebagai hal yang meringankan, yang bersangkutan mengikuti jawaban tertulis")
        assert "sebelum perbuatan dilakukan, yang menyatakan boleh" in words
        decision = Proceeding.objects.get().decision
        assert says(pdf(decision.letter_ref), f"bahwa {words};")
        report = pdf(ExaminationReport.objects.get().letter_ref)
        assert says(report, "Hal yang meringankan") and says(report, "Yang bersangkutan mengikuti jawaban tertulis")

    def it_is_laid_before_the_authority_that_decides(self, cast):
        proceeding = advised(cast, "ALLOWED", by="dewi")
        carry_to_report(cast, proceeding)
        rahmat = Client()
        rahmat.force_login(cast.rahmat)
        page = " ".join(rahmat.get(f"/penanganan/{proceeding.ref}/keputusan/").content.decode().split())
        assert "hal yang meringankan" in page and "sebelum perbuatan" in page and NOTE in page
        case = rahmat.get(f"/perkara/{proceeding.case.ref}/").content.decode()
        assert "hal yang meringankan" in case


class WhenAnAnswerSaidNo:
    def it_is_aggravating_only_because_the_authority_cited_it(self, cast):
        proceeding = advised(cast, "NOT_ALLOWED", by="rahmat")
        (words,) = advice_words(proceeding)
        assert words.startswith("sebagai hal yang memberatkan, telah ada jawaban tertulis")
