"""Pages of supervision: a plan begun from a proposal, a checklist that changed meanwhile, a finding and its day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from netra.cases.models import Case
from netra.cases.sources import finding_terms
from netra.supervision.models import Observation, Visit
from netra.supervision.operations import observation_pass, visit_plan
from netra.supervision.tests.builders import (
    CITY,
    OFFICE,
    QUESTIONS,
    Town,
    a_look,
    a_visit,
    an_election,
    at,
    planned,
    questions,
    seen,
    seen_by_the_city,
)
from netra.trust.models import User

pytestmark = pytest.mark.django_db

TODAY = date(2018, 3, 20)


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Town:
    for module in ("visits", "observing", "checklists"):
        monkeypatch.setattr(f"netra.web.supervision.{module}.today", lambda: TODAY)
    return Town()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def a_result(**over: str) -> dict[str, str]:
    given = {
        "version": "1",
        "observed_date": "2018-03-14",
        "observed_time": "10:30",
        "place": "Halaman kantor",
        "answer_0": "NO",
        "answer_1": "NO",
        "summary": "Tidak terlihat apa-apa.",
        "result": "NOTHING_FOUND",
    }
    return {**given, **over}


class WhenAPlanBeginsFromAProposal:
    def it_brings_the_reasons_along_without_writing_them_into_the_address(self, town: Town) -> None:
        an_election()
        client = signed_in(town.wayan)
        month = client.get(reverse("visit_list"), {"bulan": "2018-04"}).content.decode()
        assert "Belum pernah diawasi menurut catatan di sini." in month
        assert "tujuan=JAMBI-KOTA&amp;unit=&amp;pokok=EVENT" in month
        asked = {"instansi": OFFICE, "bulan": "2018-04", "tujuan": CITY, "unit": "", "pokok": "EVENT"}
        page = client.get(reverse("visit_plan"), asked)
        initial = page.context["form"].initial
        assert (initial["target_code"], initial["subject"], initial["planned_date"]) == (
            CITY,
            "EVENT",
            date(2018, 4, 1),
        )
        assert "Masa kampanye Pilkada 2018" in initial["reasons"]
        assert Visit.objects.count() == 0

    def it_begins_empty_for_an_agency_that_is_not_theirs(self, town: Town) -> None:
        page = signed_in(town.dewi).get(reverse("visit_plan"), {"instansi": OFFICE, "tujuan": CITY})
        assert page.context["form"].initial == {}

    @pytest.mark.parametrize("month", ["", "2018", "2018-13", "maret", "2018-03-01"])
    def it_shows_this_month_where_the_address_names_none(self, town: Town, month: str) -> None:
        page = signed_in(town.wayan).get(reverse("visit_list"), {"bulan": month})
        assert page.context["file"].month == date(2018, 3, 1)


class WhenTheChecklistChangesMeanwhile:
    def it_takes_the_answers_to_the_version_that_was_shown(self, town: Town) -> None:
        questions(town.wayan)
        visit = planned(town)
        questions(town.wayan, asked=(*QUESTIONS, "Ada pegawai berseragam?"))
        sent = signed_in(town.wayan).post(reverse("observation_record", args=[visit.ref]), a_result())
        assert sent.status_code == 302
        assert Observation.objects.get().checklist.version == 1

    def it_keeps_what_was_typed_when_something_is_missing(self, town: Town) -> None:
        questions(town.wayan)
        visit = planned(town)
        sent = signed_in(town.wayan).post(reverse("observation_record", args=[visit.ref]), a_result(answer_1="YES"))
        assert sent.status_code == 422
        assert "Halaman kantor" in sent.content.decode()
        assert "tanpa keterangan" in sent.content.decode()

    def it_tells_where_to_begin_without_a_checklist(self, town: Town) -> None:
        visit = planned(town)
        client = signed_in(town.wayan)
        assert "Tulis daftar periksa dahulu" in client.get(reverse("visit", args=[visit.ref])).content.decode()
        assert client.get(reverse("observation_record", args=[visit.ref])).status_code == 409


class WhenAFindingIsRegistered:
    def sent(self, town: Town, ref: str, **over: Any) -> Any:
        given = {
            "title": "Dugaan kendaraan dinas pada kampanye",
            "election_kind": "REGIONAL",
            "region_code": "15.71",
            "handling_agency_code": OFFICE,
            "agency_code": CITY,
            "terlapor-1-name": "Budi (contoh)",
            "terlapor-1-position": "ADMINISTRATOR",
            "terlapor-1-employment": "PNS",
            "perbuatan-conduct": "use_state_facility",
            "perbuatan-act_date": "2018-03-14",
            "perbuatan-act_date_precision": "DAY",
            "perbuatan-narrative": "Dua mobil dinas mengangkut peserta kampanye.",
            "perbuatan-channel": "OFFICE",
        }
        address = reverse("case_register", kwargs={"observation": ref})
        return signed_in(town.wayan).post(address, {**given, **over})

    def it_has_the_day_of_the_observation_whatever_is_sent(self, town: Town) -> None:
        observation = seen(town)
        assert self.sent(town, observation.ref, received_date="2018-03-01").status_code == 302
        assert Case.objects.get().received_date == date(2018, 3, 14)

    def it_leads_to_the_case_when_it_is_one_already(self, town: Town) -> None:
        observation = seen(town)
        self.sent(town, observation.ref)
        again = self.sent(town, observation.ref)
        assert again.headers["Location"] == reverse("case", args=[Case.objects.get().ref])
        assert Case.objects.count() == 1

    def it_is_not_there_for_anybody_else(self, town: Town) -> None:
        address = reverse("case_register", kwargs={"observation": seen(town).ref})
        assert signed_in(town.sinta).get(address).status_code == 404
        assert signed_in(town.dewi).get(address).status_code == 403

    def it_shows_both_ways_between_visit_and_case(self, town: Town) -> None:
        observation = seen(town)
        self.sent(town, observation.ref)
        case, client = Case.objects.get(), signed_in(town.wayan)
        assert (
            reverse("visit", args=[observation.visit.ref])
            in client.get(reverse("case", args=[case.ref])).content.decode()
        )
        assert (
            reverse("case", args=[case.ref])
            in client.get(reverse("visit", args=[observation.visit.ref])).content.decode()
        )


class WhenASuspicionWaitsForAStep:
    """Seen on Wednesday, 14 March 2018; looked at on the 20th."""

    @pytest.fixture(autouse=True)
    def the_desk_of_that_day(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("netra.web.desk.today", lambda: TODAY)

    def desk(self, user: User) -> str:
        return signed_in(user).get("/").content.decode()

    def it_lies_on_the_desk_of_the_supervisors_with_the_term_of_a_finding(self, town: Town) -> None:
        observation = seen(town)
        shown = self.desk(town.wayan)
        assert observation.visit.ref in shown and "Belum menjadi temuan." in shown
        assert finding_terms(observation.observed_date, on=TODAY)[0].sentence in shown
        for user in (town.sinta, town.dewi, town.putu):
            assert observation.visit.ref not in self.desk(user)
        Observation.objects.update(case_ref="PKR-2018-0000000001")
        assert "Belum menjadi temuan." not in self.desk(town.wayan)

    def it_goes_from_the_desk_of_the_agency_to_that_of_the_supervisors(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        assert "Belum disampaikan kepada pengawas pemilu." in self.desk(town.dewi)
        assert observation.visit.ref not in self.desk(town.wayan)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        assert observation.visit.ref not in self.desk(town.dewi)
        assert "Disampaikan pengawasan internal; Anda belum merencanakan" in self.desk(town.wayan)
        entry = a_visit(planned_date=date(2018, 3, 28), follows_ref=observation.ref)
        visit_plan(entry=entry, by=town.wayan, at=at("2018-03-16"))
        assert observation.visit.ref not in self.desk(town.wayan)

    def it_is_no_work_of_anybody_when_nothing_was_found(self, town: Town) -> None:
        seen(town, a_look())
        assert "menunggu langkah Anda" not in self.desk(town.wayan)
