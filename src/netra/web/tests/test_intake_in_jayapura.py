"""A report that comes half an hour after midnight in Jayapura came on that day, not on Jakarta's day before."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import BUDI
from netra.intake.models import Report
from netra.intake.operations import report_check
from netra.intake.queries import status_page
from netra.intake.tests.builders import supervisor_office
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as cast
from netra.web.tests.cases_scene import page, signed_in, the_clock_shows
from netra.web.tests.test_intake_officer import recorded, text

pytestmark = pytest.mark.django_db

WIT = timezone(timedelta(hours=9))
CALLED = "18 Oktober 2024 pukul 00.30 WIT"
JAYAPURA = "91.71"


@pytest.fixture
def yohanis(monkeypatch) -> User:
    """Officer of Jayapura on the night of Friday, 18 October 2024, an hour after midnight."""
    the_clock_shows(monkeypatch, datetime(2024, 10, 18, 1, 0, tzinfo=WIT))
    supervisor_office(JAYAPURA)
    return cast.grant(cast.make_user("yohanis"), Role.INTAKE_OFFICER, region=JAYAPURA)


@pytest.fixture
def report(yohanis) -> Report:
    call = recorded(region="Kota Jayapura", received_time="00:30", election_kind="REGIONAL")
    signed_in(yohanis).post("/laporan/catat/", call)
    return Report.objects.get()


def test_every_page_tells_the_day_and_the_hour_of_jayapura(yohanis, report):
    shown = [page(yohanis, f"/laporan/{report.ref}/"), page(yohanis, "/laporan/"), page(yohanis, "/")]
    assert [CALLED in each for each in shown] == [True, True, True]
    assert ["17 Oktober 2024 pukul 22.30" in each for each in shown] == [False, False, False]


def test_so_does_the_page_of_the_reporter(report):
    at = datetime(2024, 10, 18, 1, 30, tzinfo=WIT)
    assert "diterima 18 Oktober 2024 00.30 WIT" in status_page(report, at=at).headline


def test_the_case_and_its_terms_begin_on_that_day_even_in_that_night(yohanis, report):
    """UU 8/2015 Ps 134(5): from the day on which it was received."""
    report_check(report_ref=report.ref, missing=(), by=yohanis, at=datetime(2024, 10, 18, 0, 50, tzinfo=WIT))
    new = f"/perkara/baru/{report.ref}/"
    assert CALLED in page(yohanis, new)
    answers = {
        "title": "Dugaan dukungan",
        "election_kind": "REGIONAL",
        "region_code": "Kota Jayapura",
        "handling_agency_code": f"BAWASLU-{JAYAPURA}",
        "terlapor-1-name": BUDI.name,
        "terlapor-1-position": "UNKNOWN",
        "terlapor-1-employment": "PNS",
        "perbuatan-conduct": "social_media_reaction",
        "perbuatan-act_date": "2024-10-15",
        "perbuatan-act_date_precision": "DAY",
        "perbuatan-narrative": "Menyukai unggahan.",
        "perbuatan-channel": "OTHER",
    }
    answered = signed_in(yohanis).post(new, answers)
    assert answered.status_code == 302, text(answered)
    case = Case.objects.get()
    assert case.received_date == date(2024, 10, 18)
    assert set(case.deadlines.values_list("start_date", flat=True)) == {date(2024, 10, 18)}


def test_an_hour_that_has_not_come_is_refused_with_the_day_that_was_typed(yohanis):
    refused = signed_in(yohanis).post("/laporan/catat/", recorded(region="Kota Jayapura", received_time="01:30"))
    assert "diterima 18 Oktober 2024, padahal saat itu belum tiba" in text(refused)
