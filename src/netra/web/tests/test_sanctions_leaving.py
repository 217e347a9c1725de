"""Pages on which an officer records that an accused is a civil servant no more, and takes it back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from netra.cases import operations as cases
from netra.cases.models import Case, Party
from netra.cases.tests.builders import Cast, at, make_case
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import examine_alone
from netra.trust.tests.locks import unlocked
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


def test_why_it_was_a_mistake_stands_at_the_accused_and_in_the_trail(told):
    cast, proceeding = told
    ref = proceeding.case.ref
    signed_in(cast.dewi).post(reverse("servant_left", args=[ref, 1]), GIVEN)
    browser = signed_in(cast.wayan)
    browser.post(reverse("servant_left_correct", args=[ref, 1]), {"reason": "Orang lain yang bernama sama."})
    page = browser.get(reverse("case", args=[ref])).content.decode()
    accused, trail = page.split('id="jejak"')
    assert "Keliru dicatat bukan lagi pegawai: Meninggal dunia, 10 November 2024" in accused
    assert "Orang lain yang bernama sama." in accused
    assert "Dokumen yang semula dicatat: 474.3/12, 11 November 2024" in accused
    assert "Orang lain yang bernama sama." in trail
    with unlocked():
        Party.objects.update(left_mistaken="Alasan lain, yang tidak pernah dicatat jejak.")
    page = browser.get(reverse("case", args=[ref])).content.decode()
    assert "Alasan lain" not in page and "sidiknya ada dalam jejak" in page


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


def test_who_left_is_not_offered_to_be_invited_and_the_form_says_why():
    cast = Cast()
    case = make_case(cast)
    case_ref = case.ref
    cases.party_add(
        case_ref=case_ref, party=cases.NewParty(name="Citra (contoh)"), by=cast.wayan, at=at("2024-10-17", 9)
    )
    cases.case_start_preliminary(case_ref=case_ref, by=cast.wayan, at=at("2024-10-17", 10))
    browser = signed_in(cast.wayan)
    browser.post(reverse("servant_left", args=[case_ref, 1]), GIVEN)
    page = browser.get(reverse("clarification_invite", args=[case_ref])).content.decode()
    assert "Terlapor T1 bukan lagi pegawai sejak 10 November 2024 (meninggal dunia), jadi ia tidak diundang" in page
    assert 'value="2">T2' in page and 'value="1">T1' not in page
    page = browser.get(reverse("answer_link_issue", args=[case_ref, 1])).content.decode()
    assert "tidak diberi tautan jawaban" in page
    page = browser.get(reverse("case", args=[case_ref])).content.decode()
    assert reverse("answer_link_issue", args=[case_ref, 1]) not in page
    assert reverse("answer_link_issue", args=[case_ref, 2]) in page
