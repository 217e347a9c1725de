"""Acts outside the years or the contests that the law knows, and places that nobody knows or that are two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from netra.cases import operations as casework
from netra.cases.models import Allegation
from netra.cases.tests.builders import LIKE, OPENING, Cast, at, make_case
from netra.intake.models import Report
from netra.intake.operations import report_reroute
from netra.intake.states import RerouteReason
from netra.intake.tests.builders import a_report
from netra.registry.operations import elections_seed
from netra.trust.access import NotAllowed
from netra.trust.actors import SystemActor
from netra.web.tests.sanctions_scene import signed_in
from netra.web.tests.test_may_i import QUESTION
from tests.bad_input.books import assert_says_why, refused
from tests.bad_input.forms import error_beside

pytestmark = pytest.mark.django_db
# After the regional elections of December 2020, before the stages of those of November 2024.
BETWEEN = date(2022, 3, 1)


def seed_elections() -> None:
    elections_seed(by=SystemActor("tests"), at=at("2024-10-17"))


class WhenAnActLiesBetweenTwoContests:
    def it_is_taken_from_the_reporter_without_an_election(self):
        seed_elections()
        between = a_report(act_date=BETWEEN, known_date=BETWEEN, election_kind="REGIONAL")
        during = a_report("another-secret-of-a-form-as-long-as-the-first", election_kind="REGIONAL")

        assert between.election_code == ""
        assert during.election_code != ""

    def it_is_assessed_with_the_question_left_open_rather_than_guessed(self):
        seed_elections()
        cast = Cast()
        case = make_case(cast, acts=(replace(LIKE, act_date=BETWEEN, phase=""),))
        casework.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
        casework.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18"))
        casework.allegation_assess(case_ref=case.ref, by=cast.wayan, party=1, act=1, at=at("2024-10-18", 10))

        read = Allegation.objects.get()
        assert (read.assessment["phase"], read.assessment["needs_review"]) == (None, True)

    def it_is_answered_on_the_public_page_for_both_phases_since_none_can_be_read(self):
        asked = {**QUESTION, "contest": "REGIONAL", "on": BETWEEN.isoformat(), "phase": "UNKNOWN"}
        page = Client().get(reverse("may_i"), asked)

        assert page.status_code == 200
        assert "tidak diketahui dan tidak dapat dibaca dari jadwal" in page.content.decode()


class WhenAnActLiesOutsideTheYearsOfTheLaw:
    @pytest.mark.parametrize(
        ("typed", "says"),
        [("31-12-2013", "terlalu lama"), ("1-1-2099", "belum terjadi"), ("30-02-2024", "tidak ada dalam kalender")],
    )
    def it_is_refused_on_the_reporters_page_beside_its_field_and_everything_typed_stays(self, typed, says):
        client = Client()
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        url = reverse("draft_save", kwargs={"step": "kapan"})

        page = client.post(url, {"act_date": typed, "known_date": "", "election_kind": "REGIONAL"})

        text = page.content.decode()
        assert page.status_code == 422
        assert says in error_beside(text, "act_date")
        assert f'value="{typed}"' in text
        assert f'value="{typed}"' in client.get(url).content.decode()

    @pytest.mark.parametrize(("typed", "says"), [("2013-12-31", "sebelum 2014"), ("2099-01-01", "masa depan")])
    def it_is_refused_on_the_officers_page(self, typed, says):
        cast = Cast()
        case = make_case(cast)
        given = {
            "conduct": "other",
            "act_date": typed,
            "act_date_precision": "DAY",
            "narrative": "Uraian yang panjang.",
            "channel": "OTHER",
        }

        page = signed_in(cast.wayan).post(reverse("act_add", kwargs={"ref": case.ref}), given)

        assert page.status_code == 422
        assert says in page.content.decode() and "Uraian yang panjang." in page.content.decode()
        assert case.acts.count() == 1

    @pytest.mark.parametrize("day", ["2013-12-31", "9999-12-31", "0001-01-01"])
    def it_is_refused_on_the_public_page_with_the_years_that_are_known(self, day):
        page = Client().get(reverse("may_i"), {**QUESTION, "on": day})

        assert page.status_code == 422
        assert "Hukum yang dimuat menjawab hari 15 Januari 2014 sampai 31 Desember 2027" in page.content.decode()


class WhenAPlaceIsNoPlace:
    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ("Atlantis Raya", "tidak dikenal"),
            ("99.99", "tidak dikenal"),
            ("Bandung", "Kabupaten Bandung"),
            ("", "Pilih kabupaten, kota, atau provinsi"),
        ],
    )
    def it_is_asked_back_on_the_reporters_page_and_never_guessed(self, typed, says):
        client = Client()
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})

        page = client.post(reverse("draft_save", kwargs={"step": "di-mana"}), {"region": typed, "place": "Lapangan"})

        text = page.content.decode()
        assert page.status_code == 422
        assert says in text
        assert 'value="Lapangan"' in text
        assert client.post(reverse("report_submit")).headers["Location"] == reverse("draft_review")
        assert Report.objects.count() == 0

    def it_is_chosen_by_the_reporter_where_a_name_means_two(self):
        client = Client()
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        client.post(reverse("draft_save", kwargs={"step": "apa"}), {"what": "Ada kampanye."})

        url = reverse("draft_save", kwargs={"step": "di-mana"})
        client.post(url, {"region": "Bandung"})
        client.post(url, {"region": "Bandung", "region_choice": "32.73"})
        client.post(reverse("report_submit"))

        assert Report.objects.get().region_code == "32.73"

    @pytest.mark.parametrize(("typed", "says"), [("Atlantis Raya", "tidak dikenal"), ("Bandung", "Kota Bandung")])
    def it_is_asked_back_on_the_page_of_registration(self, typed, says):
        cast = Cast()
        page = signed_in(cast.wayan).post(reverse("case_register"), {"title": "Temuan", "region_code": typed})

        assert page.status_code == 422
        assert says in error_beside(page.content.decode(), "region_code")
        assert 'value="Temuan"' in page.content.decode()

    def it_takes_no_report_from_its_office(self):
        cast, report = Cast(), a_report()
        with refused("tidak dikenal"):
            report_reroute(
                report_ref=report.ref,
                region_code="99.99",
                reason=next(iter(RerouteReason)),
                by=cast.wayan,
                at=at("2024-10-21"),
            )

    def it_opens_no_case(self):
        cast = Cast()
        with pytest.raises(NotAllowed) as told:
            casework.case_register(opening=replace(OPENING, region_code="99.99"), by=cast.wayan, at=at("2024-10-17"))
        assert_says_why(str(told.value))
