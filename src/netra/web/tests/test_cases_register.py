"""Registering a case: as a finding from nothing, or from a report whose answers are carried over."""

from __future__ import annotations

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import make_report
from netra.intake.models import Report
from netra.intake.states import State
from netra.intake.tests.builders import agency, in_state
from netra.trust.tests.locks import unlocked
from netra.web.tests.cases_scene import Cast, Client, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

NEW = "/perkara/baru/"


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


def finding(**over: str) -> dict[str, str]:
    """What Wayan types for a finding about Budi."""
    return {
        "title": "Dugaan dukungan di media sosial",
        "election_kind": "REGIONAL",
        "office": "MAYOR",
        "region_code": "Kota Jambi",
        "handling_agency_code": "BAWASLU-15.71",
        "agency_code": "Pemerintah Kota Jambi",
        "received_date": "2024-10-21",
        "terlapor-1-name": "Budi (contoh)",
        "terlapor-1-position": "ADMINISTRATOR",
        "terlapor-1-employment": "PNS",
        "perbuatan-conduct": "social_media_reaction",
        "perbuatan-act_date": "2024-10-15",
        "perbuatan-act_date_precision": "DAY",
        "perbuatan-narrative": "Menyukai unggahan pasangan calon.",
        "perbuatan-channel": "SOCIAL_MEDIA",
        **over,
    }


def test_a_finding_becomes_a_case_with_its_accused_and_its_act(cast):
    response = signed_in(cast.wayan).post(NEW, finding())
    case = Case.objects.get()
    assert response.headers["Location"] == f"/perkara/{case.ref}/"
    assert (case.source, case.region_code, case.agency_code) == ("FINDING", "15.71", "JAMBI-KOTA")
    assert case.parties.get().name == "Budi (contoh)"
    assert case.acts.get().narrative == "Menyukai unggahan pasangan calon."


def test_everything_about_people_and_acts_may_still_be_unknown(cast):
    empty = {key: value for key, value in finding().items() if "-" not in key}
    unchanged = {
        "terlapor-1-position": "UNKNOWN",
        "terlapor-1-employment": "PNS",
        "perbuatan-act_date_precision": "DAY",
        "perbuatan-channel": "OTHER",
    }
    signed_in(cast.wayan).post(NEW, {**empty, **unchanged})
    case = Case.objects.get()
    assert not case.parties.exists()
    assert not case.acts.exists()


def test_the_page_shows_the_article_that_allows_it(cast):
    report = page(cast.wayan, f"{NEW}{make_report(cast).ref}/")
    assert "UU 7/2017 Pasal 454 ayat (6)–(7)" in report
    assert "Pasal 134 ayat (4)–(5)" in report
    assert "Batas menetapkan temuan" not in report


class WhenItIsAFinding:
    def test_the_page_shows_the_article_and_the_term_of_findings(self, cast):
        """UU 7/2017 Ps 454(5): seven days. Found on Monday 21 October 2024, until Monday 28 October."""
        shown = page(cast.wayan, NEW)
        assert "UU 7/2017 Pasal 454 ayat (5), (7)" in shown
        assert "masih 7 hari, sampai Senin, 28 Oktober 2024" in shown
        assert "batas untuk temuan pengawas tidak ditemukan" in shown
        assert "UU 7/2017 Pasal 454 ayat (6)–(7)" not in shown

    def test_one_registered_too_late_is_taken_and_marked(self, cast):
        """Found on Sunday 21 April 2024, due on Sunday 28 April, registered on 21 October."""
        late = finding(election_kind="GENERAL", office="", received_date="2024-04-21")
        shown = signed_in(cast.wayan).post(NEW, late, follow=True).content.decode()
        assert "diregistrasi setelah batasnya: ditemukan 21 April 2024, jatuh tempo 28 April 2024" in shown
        assert "berakhir 21 Oktober 2024 (jatuh tempo 28 April 2024)" in shown
        assert "terlambat" in shown

    def test_nothing_is_said_of_one_in_time(self, cast):
        in_time = finding(election_kind="GENERAL", office="")
        assert "setelah batasnya" not in signed_in(cast.wayan).post(NEW, in_time, follow=True).content.decode()

    def test_what_a_lead_led_to_was_found_on_a_day_that_the_officer_says(self, cast):
        """The report of 18 October was only a lead; the supervisor found it himself on the 20th."""
        lead = in_state(make_report(cast), State.INFORMATION)
        assert "Registrasi temuan" in page(cast.wayan, f"{NEW}{lead.ref}/")
        signed_in(cast.wayan).post(f"{NEW}{lead.ref}/", finding(received_date="2024-10-20"))
        case = Case.objects.get()
        assert (case.source, case.received_date.isoformat()) == ("FINDING", "2024-10-20")


def test_a_visitor_is_asked_to_sign_in():
    assert Client().get(NEW).headers["Location"].startswith("/masuk/")


def test_only_the_supervisor_registers(cast):
    assert signed_in(cast.dewi).get(NEW).status_code == 403


def test_maria_does_not_register_in_another_province(cast):
    response = signed_in(cast.maria).post(NEW, finding())
    assert response.status_code == 422
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ({"region_code": "Jambi"}, "Provinsi Jambi (15), Kota Jambi (15.71)"),
        ({"region_code": "Antah Berantah"}, "tidak dikenal"),
        ({"received_date": "2024-10-22"}, "masa depan"),
        ({"perbuatan-act_date": "2013-05-01"}, "sebelum 2014"),
        ({"perbuatan-act_date": "2025-01-01"}, "masa depan"),
        ({"perbuatan-act_date": "kemarin"}, "tanggal"),
        ({"agency_code": "Dinas Entah"}, "tidak ada dalam registri"),
        ({"terlapor-1-name": "Budi " * 2000}, "200"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_typed_is_lost(cast, over, words):
    response = signed_in(cast.wayan).post(NEW, finding(**over))
    shown = response.content.decode()
    assert response.status_code == 422
    assert words in shown
    assert "Menyukai unggahan pasangan calon." in shown
    assert "Dugaan dukungan di media sosial" in shown
    assert not Case.objects.exists()


def test_html_and_invisible_characters_stay_words(cast):
    hostile = "Budi\u202e<script>alert(1)</script>"
    response = signed_in(cast.wayan).post(NEW, finding(**{"terlapor-1-name": hostile}), follow=True)
    shown = response.content.decode()
    assert "<script>alert" not in shown
    assert Case.objects.get().parties.get().name == "Budi<script>alert(1)</script>"


class WhenItComesFromAReport:
    """The officer checks and corrects; the report itself does not change."""

    @pytest.fixture
    def report(self, cast) -> Report:
        return make_report(cast)

    def test_the_answers_are_carried_over(self, cast, report):
        shown = page(cast.wayan, f"{NEW}{report.ref}/")
        assert "Budi Santoso (contoh)" in shown
        assert "Terlapor berdiri di panggung kampanye" in shown
        assert 'value="2024-10-15"' in shown

    def test_it_becomes_one_case(self, cast, report):
        sent = finding(**{"terlapor-1-name": "Budi Santoso (contoh)"})
        sent.pop("received_date")
        client = signed_in(cast.wayan)
        client.post(f"{NEW}{report.ref}/", sent)
        again = client.post(f"{NEW}{report.ref}/", sent)
        case = Case.objects.get()
        assert (case.source, case.report_ref) == ("REPORT", report.ref)
        # The report was received on Friday 18 October 2024; nobody chooses that day again.
        assert case.received_date.isoformat() == "2024-10-18"
        assert again.headers["Location"] == f"/perkara/{case.ref}/"

    def test_what_the_report_is_kept_from_the_case_is_kept_from(self, cast, report):
        with unlocked():
            Report.objects.filter(pk=report.pk).update(kind="SUPERIOR_PRESSURE", bypass_agency_code="JAMBI-KOTA")
        signed_in(cast.wayan).post(f"{NEW}{report.ref}/", finding())
        assert Case.objects.get().bypass_agency_code == "JAMBI-KOTA"

    def test_maria_does_not_find_the_report(self, cast, report):
        assert signed_in(cast.maria).get(f"{NEW}{report.ref}/").status_code == 404

    def test_a_report_that_nobody_checked_cannot_be_registered_yet(self, cast):
        Report.objects.update(state="RECEIVED")
        assert signed_in(cast.wayan).get(f"{NEW}LPR-2024-TIDAKADA/").status_code == 404


def test_a_name_that_two_agencies_bear_is_not_guessed(cast):
    agency("DINAS-1", name="Dinas Contoh")
    agency("DINAS-2", name="Dinas Contoh")
    response = signed_in(cast.wayan).post(NEW, finding(agency_code="Dinas Contoh"))
    assert response.status_code == 422
    assert not Case.objects.exists()
