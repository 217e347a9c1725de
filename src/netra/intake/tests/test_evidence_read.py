"""Either side opens a file of the report; the trail says who did."""

import pytest

from netra.intake.models import ReportEvidence
from netra.intake.operations import evidence_read, report_message_add
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, PICTURE, a_report, last_event, sari_of
from netra.intake.uploads import NewFile
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    report = a_report()
    files = [NewFile("panggung.png", PICTURE)]
    report_message_add(report_ref=report.ref, body="", token="t", by=sari_of(report), at=FRIDAY, files=files)
    return report


def read(report, by, evidence_ref=""):
    ref = evidence_ref or ReportEvidence.objects.get().evidence_ref
    return evidence_read(report_ref=report.ref, evidence_ref=ref, by=by, at=FRIDAY)


def test_sari_and_wayan_open_it_bit_by_bit_and_the_trail_knows(report):
    for by in (sari_of(report), cast.wayan()):
        opened = read(report, by)

        assert (opened.name, opened.media_type, opened.content) == ("panggung.png", "image/png", PICTURE)
        assert (last_event().verb, last_event().actor_ref) == ("trust.evidence_read", by.actor_ref)


@pytest.mark.parametrize("person", [cast.maria, cast.dewi])
def test_others_find_nothing(report, person):
    with pytest.raises(NotFound):
        read(report, person())


def test_the_holder_of_another_code_finds_nothing(report):
    with pytest.raises(NotFound):
        read(report, sari_of(a_report(OTHER_SECRET)))


def test_a_file_of_another_report_is_not_opened_through_this_one(report):
    other = a_report(OTHER_SECRET)
    with pytest.raises(NotFound, match="tidak ada pada laporan ini"):
        read(other, sari_of(other))
