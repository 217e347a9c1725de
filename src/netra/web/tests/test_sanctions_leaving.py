"""Pages on which an officer records that an accused is a civil servant no more, and takes it back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from netra.cases import operations as cases
from netra.cases.models import Case, Party
from netra.cases.tests.builders import Cast, at
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import examine_alone
from netra.web.tests.sanctions_scene import signed_in

pytestmark = pytest.mark.django_db

GIVEN = {"kind": "DIED", "left_date": "2024-11-10", "document": "474.3/12/Capil, 11 November 2024"}


@pytest.fixture
def told() -> tuple[Cast, Proceeding]:
    """Budi was examined, and dies before anything is decided."""
    cast = Cast()
    return cast, examine_alone(cast)


def test_the_page_says_beforehand_what_ends_and_on_which_article(told):
    cast, proceeding = told
    page = signed_in(cast.dewi).get(reverse("servant_left", args=[proceeding.case.ref, 1])).content.decode()
    assert proceeding.ref in page and "Berakhir tanpa putusan" in page
    assert "PP 11/2017 Pasal 239 dan 243 (berakhirnya status pegawai;" in page
    assert "PP 11/2017 Pasal 238 ayat (3) huruf c" in page


def test_the_case_ends_sealed_and_the_supervisor_can_take_a_mistake_back(told):
    cast, proceeding = told
    answer = signed_in(cast.dewi).post(reverse("servant_left", args=[proceeding.case.ref, 1]), GIVEN)
    assert answer.status_code == 302
    assert Case.objects.get().state == "LAPSED"
    browser = signed_in(cast.wayan)
    page = browser.get(reverse("case", args=[proceeding.case.ref])).content.decode()
    assert "Perkara yang disegel" in page and "Koreksi bila keliru" in page
    back = reverse("servant_left_correct", args=[proceeding.case.ref, 1])
    assert browser.post(back, {"reason": "Orang lain yang bernama sama."}).status_code == 302
    assert (Case.objects.get().state, Party.objects.get().left_kind) == ("PROCEEDING", "")
    page = browser.get(reverse("case", args=[proceeding.case.ref])).content.decode()
    assert "Bukan lagi pegawai" in page


def test_a_paper_without_number_and_date_is_refused_with_what_was_typed(told):
    cast, proceeding = told
    given = {**GIVEN, "document": "kabar tetangga"}
    answer = signed_in(cast.dewi).post(reverse("servant_left", args=[proceeding.case.ref, 1]), given)
    assert answer.status_code == 422
    assert "kabar tetangga" in answer.content.decode()


def test_of_whom_it_is_said_that_he_retired_the_page_offers_to_say_that_he_died_since(told):
    cast, proceeding = told
    case, browser = proceeding.case, signed_in(cast.wayan)
    cases.party_add(case_ref=case.ref, party=cases.NewParty(name="Citra (contoh)"), by=cast.wayan, at=at("2024-11-11"))
    cases.allegation_assess(case_ref=case.ref, party=2, act=1, by=cast.wayan, at=at("2024-11-11", 10))
    address = reverse("servant_left", args=[case.ref, 1])
    assert browser.post(address, {**GIVEN, "kind": "RETIRED"}).status_code == 302
    page = browser.get(reverse("case", args=[case.ref])).content.decode()
    assert "Catat bila meninggal sesudahnya" in page and address in page
    assert browser.post(address, {**GIVEN, "left_date": "2024-11-12"}).status_code == 302
    assert Party.objects.get(case=case, ordinal=1).left_kind == "DIED"
    page = browser.get(reverse("case", args=[case.ref])).content.decode()
    assert "Catat bila meninggal sesudahnya" not in page
