"""On the officer's page: which reports may be about the same, in which words, and what the officer says of that."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from netra.intake.models import DuplicateLink, Report, StorySketch, ToldApart
from netra.intake.tests.builders import OTHER_SECRET, STORY, a_report
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db

POST = (
    "Lurah Contoh mengumpulkan warga di balai desa pada Selasa malam dan meminta semua yang hadir memilih pasangan "
    "nomor dua, dengan janji bantuan sembako dibagikan sesudah pencoblosan kepada yang ikut."
)
HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def wayan() -> Client:
    client = Client()
    client.force_login(cast.wayan())
    return client


def read(client: Client, address: str) -> str:
    return str(client.get(address).content, "utf-8")


def sent(what: str, number: int = 0) -> Report:
    return a_report(f"{number:02d}-{OTHER_SECRET}", what=what, persons=())


def test_two_reports_are_explained_compared_and_marked_never_merged(wayan: Client) -> None:
    first, second = a_report(), a_report(OTHER_SECRET)
    assert "Nama terlapor yang ditulis sama." in read(wayan, f"/laporan/{first.ref}/")
    assert read(wayan, f"/laporan/{first.ref}/serupa/{second.ref}/").count(STORY) == 2
    wayan.post(f"/laporan/{first.ref}/serupa/{second.ref}/", {"reason": "SAME_EVENT"})
    assert DuplicateLink.objects.count() == 1 and Report.objects.count() == 2
    assert "Peristiwa yang sama" in read(wayan, f"/laporan/{second.ref}/")
    assert "sudah ditandai serupa" in read(wayan, f"/laporan/{second.ref}/serupa/{first.ref}/")


def test_a_report_of_another_province_cannot_be_compared(wayan: Client) -> None:
    first, elsewhere = a_report(), a_report(OTHER_SECRET, region_code="53.71")
    for judged in ("serupa", "berbeda"):
        assert wayan.get(f"/laporan/{first.ref}/{judged}/{elsewhere.ref}/").status_code == 404


def test_the_words_that_two_texts_share_are_marked_and_those_of_one_alone_told(wayan: Client) -> None:
    first, other = sent(POST), sent(f"RT @akun: {POST.replace('Contoh', 'Lain')} https://contoh.example/9", 1)
    for page in (read(wayan, f"/laporan/{first.ref}/"), read(wayan, f"/laporan/{first.ref}/serupa/{other.ref}/")):
        assert "<mark><bdi>mengumpulkan warga di balai desa pada selasa malam" in page
        assert f"Hanya dalam {first.ref}: <bdi>contoh</bdi>." in page
        assert f"Hanya dalam {other.ref}: <bdi>lain</bdi>." in page


def test_not_the_same_is_an_answer_with_a_reason_and_the_pair_is_not_proposed_again(wayan: Client) -> None:
    first, other = sent(POST), sent(POST, 1)
    without = wayan.post(f"/laporan/{first.ref}/berbeda/{other.ref}/", {})
    assert without.status_code == 422 and ToldApart.objects.count() == 0
    done = wayan.post(f"/laporan/{first.ref}/berbeda/{other.ref}/", {"reason": "COMMON_WORDS"}, follow=True)
    page = str(done.content, "utf-8")
    assert "tidak diusulkan lagi" in page
    assert "Tulisannya sama." not in page
    assert "Hanya tulisannya sama: pesan berantai atau contoh surat" in page
    again = wayan.post(f"/laporan/{other.ref}/berbeda/{first.ref}/", {"reason": "OTHER_EVENT"})
    assert again.status_code == 422 and "sudah ditandai berbeda" in str(again.content, "utf-8")


def test_a_post_that_many_sent_on_is_folded_into_one_and_marked_at_once(wayan: Client) -> None:
    first, *copies = (sent(f"{POST} https://contoh.example/{number}", number) for number in range(5))
    page = read(wayan, f"/laporan/{first.ref}/")
    assert "4 laporan dengan tulisan yang sama atau mirip" in page
    assert page.count("Kata yang sama") == 1
    chosen = [copies[0].ref, copies[2].ref]
    wayan.post(f"/laporan/{first.ref}/salinan/", {"others": chosen, "reason": "SENT_TWICE"})
    assert sorted(DuplicateLink.objects.values_list("other__ref", flat=True)) == sorted(chosen)
    assert "2 laporan dengan tulisan yang sama" in read(wayan, f"/laporan/{first.ref}/")


def test_only_what_is_proposed_can_be_marked_at_once(wayan: Client) -> None:
    first, other = sent(POST), sent("Camat Lain berfoto bersama calon di rumah makan pada hari Minggu siang itu.", 1)
    answer = wayan.post(f"/laporan/{first.ref}/salinan/", {"others": [other.ref], "reason": "SENT_TWICE"})
    assert answer.status_code == 422 and DuplicateLink.objects.count() == 0


def test_hostile_words_are_shown_as_words(wayan: Client) -> None:
    first, other = sent(f"{POST} {HOSTILE}"), sent(f"{POST} {HOSTILE}", 1)
    for address in ("", f"serupa/{other.ref}/", "salinan/"):
        assert HOSTILE not in read(wayan, f"/laporan/{first.ref}/{address}")


def test_while_old_reports_are_not_in_the_index_the_page_says_so(wayan: Client) -> None:
    report = a_report()
    assert "netra copies rebuild" not in read(wayan, f"/laporan/{report.ref}/")
    StorySketch.objects.all().delete()
    assert "netra copies rebuild" in read(wayan, f"/laporan/{report.ref}/")


def test_the_two_questions_of_the_page_have_fields_of_their_own(wayan: Client) -> None:
    first, other = sent(POST), sent(POST, 1)
    names = re.findall(r' id="([^"]+)"', read(wayan, f"/laporan/{first.ref}/serupa/{other.ref}/"))
    assert len(names) == len(set(names))
