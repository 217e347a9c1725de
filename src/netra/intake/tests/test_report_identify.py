"""Somebody who reported without a name gives it later."""

import pytest

from netra.intake.access import report_of_code
from netra.intake.models import Report
from netra.intake.operations import IdentifyRefused, report_identify, report_message_add
from netra.intake.states import Capacity, Mode
from netra.intake.submission import Reporter
from netra.intake.tests.builders import FRIDAY, SARI, a_report, sari_of, send
from netra.trust import identity
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.senders import by_code

pytestmark = pytest.mark.django_db


def test_the_name_is_sealed_under_a_new_designation_and_the_code_still_works():
    receipt = send()
    report = Report.objects.get()
    actor = report_identify(report_ref=report.ref, reporter=SARI, by=sari_of(report), at=FRIDAY)
    report.refresh_from_db()

    assert identity.unseal(report.designation).name == SARI.name
    assert (report.mode, report.address_given) == (Mode.CONFIDENTIAL, True)
    assert by_code(receipt.code, report_of_code, sender="x", at=FRIDAY).ref == report.ref
    assert report_message_add(report_ref=report.ref, body="Saya Sari.", token="t", by=actor, at=FRIDAY)
    assert not any("Sari" in event.payload for event in Event.objects.all())


def test_a_name_is_given_once():
    report = a_report(reporter=SARI)

    with pytest.raises(IdentifyRefused, match="sudah disegel"):
        report_identify(report_ref=report.ref, reporter=SARI, by=sari_of(report), at=FRIDAY)


@pytest.mark.parametrize("reporter", [Reporter(), Reporter(mode=Mode.NAMED, capacity=Capacity.VOTER)])
def test_nobody_is_no_name(reporter):
    report = a_report()

    with pytest.raises(IdentifyRefused, match="tulis nama Anda"):
        report_identify(report_ref=report.ref, reporter=reporter, by=sari_of(report), at=FRIDAY)


def test_the_designation_of_before_is_no_key_any_more():
    report = a_report()
    before = sari_of(report)
    report_identify(report_ref=report.ref, reporter=SARI, by=before, at=FRIDAY)

    with pytest.raises(NotFound):
        report_message_add(report_ref=report.ref, body="Lagi", token="t", by=before, at=FRIDAY)
