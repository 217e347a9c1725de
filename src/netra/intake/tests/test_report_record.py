"""An officer writes down what came by telephone, letter, WhatsApp or in person."""

from datetime import datetime

import pytest

from netra.intake.models import Report
from netra.intake.operations import RecordRefused, report_record
from netra.intake.states import Channel
from netra.intake.tests.builders import FRIDAY, SARI, SECRET, WIB, a_submission, later
from netra.trust import identity
from netra.trust.access import NotAllowed
from netra.trust.models import Event
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db
THREE_DAYS_BEFORE = later(days=-3)


def record(by, *, channel=Channel.LETTER, received_at=THREE_DAYS_BEFORE, **over):
    return report_record(
        submission=a_submission(**over), secret=SECRET, channel=channel, received_at=received_at, by=by, at=FRIDAY
    )


@pytest.mark.parametrize("channel", ["PHONE", "LETTER", "WHATSAPP", "WALK_IN"])
def test_a_report_keeps_its_way_and_the_day_it_came(channel):
    wayan = cast.wayan()
    receipt = record(wayan, channel=Channel(channel))
    report = Report.objects.get()

    assert report.channel == channel
    assert report.received_at == THREE_DAYS_BEFORE
    assert report.entered_at == FRIDAY
    assert receipt.code
    assert Event.objects.get().actor_ref == wayan.actor_ref


def test_who_called_is_sealed_at_once():
    record(cast.wayan(), reporter=SARI)

    assert identity.exists(Report.objects.get().designation)
    assert "Sari" not in Event.objects.get().payload


def test_any_office_takes_a_report_and_it_goes_to_the_region_where_it_happened():
    assert record(cast.wayan(), region_code="15.05").handler_region_code == "15.05"


def test_entering_the_same_form_twice_is_one_report():
    wayan = cast.wayan()

    assert record(wayan) == record(wayan)
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"channel": Channel.WEB}, "Pilih cara laporan sampai"),
        ({"received_at": later(hours=1)}, "saat itu belum tiba"),
        ({"received_at": datetime(2013, 12, 31, 9, tzinfo=WIB)}, "sejak tahun 2014"),
    ],
)
def test_an_impossible_entry_is_refused(over, says):
    with pytest.raises(RecordRefused, match=says):
        record(cast.wayan(), **over)

    assert Report.objects.count() == 0


@pytest.mark.parametrize("person", [cast.dewi, cast.rahmat, cast.hasan, cast.lestari])
def test_only_an_intake_officer_writes_reports_down(person):
    with pytest.raises(NotAllowed):
        record(person())
