"""The pages of the desk: asking without an account, the code, the answer, publishing, finding again."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netra.prevention.advisory_codes import advisory_code
from netra.prevention.models import AdvisoryAnswer, AdvisoryMessage, AdvisoryPublication, AdvisoryQuestion
from netra.prevention.tests.advisory_builders import SECRET, answered, asked, oversight, published
from netra.prevention.tests.builders import CITY, City
from netra.trust.models import SealedIdentity

pytestmark = pytest.mark.django_db
QUESTION = "Bolehkah saya memasang foto calon kerabat saya di status WhatsApp?"


def text(response):
    return " ".join(response.content.decode().split())


def form(**over):
    return {"text": QUESTION, "agency": CITY, "token": SECRET, **over}


def tomorrow():
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def picks(**over):
    return {"intention": "online_campaign", "contest": "MAYOR", "on": tomorrow(), **over}


@pytest.fixture
def city():
    return City()


@pytest.fixture
def dewi(city):
    client = Client()
    client.force_login(city.dewi)
    return client


@pytest.fixture
def asker(city):
    """Whoever sent the question and entered its code."""
    client = Client()
    client.post("/tanya/", form())
    client.post("/lacak/", {"code": advisory_code(SECRET)})
    return client


class WhenSomebodyAsks:
    def it_needs_no_account_and_gives_a_code(self, city):
        page = Client().post("/tanya/", form())
        assert page.status_code == 200 and advisory_code(SECRET) in text(page)
        assert "no-store" in page.headers["Cache-Control"]
        assert AdvisoryQuestion.objects.get().text == QUESTION
        assert not SealedIdentity.objects.exists()

    def it_is_one_question_with_one_code_when_the_button_is_pressed_twice(self, city):
        client = Client()
        for _time in range(2):
            assert advisory_code(SECRET) in text(client.post("/tanya/", form()))
        assert AdvisoryQuestion.objects.count() == 1

    def it_shows_the_engine_at_once_and_sends_nothing_yet(self, city):
        page = Client().post("/tanya/", form(**picks(), look="1"))
        assert "Kata mesin" in text(page) and not AdvisoryQuestion.objects.exists()
        assert QUESTION in text(page)

    def it_carries_the_engines_answer_with_the_question(self, city):
        assert "Kata mesin" in text(Client().post("/tanya/", form(**picks())))
        assert AdvisoryQuestion.objects.get().planned["intention"] == "online_campaign"

    def it_takes_over_what_was_picked_on_the_other_page(self, city):
        query = f"intention=vote&contest=MAYOR&on={tomorrow()}&phase=UNKNOWN&employment=PPPK"
        answer = text(Client().get(f"/bolehkah-saya/?{query}"))
        assert "/tanya/?intention=vote" in answer
        page = text(Client().get(f"/tanya/?{query}"))
        assert re.search(r'<option value="vote" selected', page) and 'value="PPPK"' in page

    @pytest.mark.parametrize(
        ("over", "says"),
        [
            ({"text": ""}, "id_text_error"),
            ({"agency": "Entah"}, "tidak ada dalam registri"),
            ({"on": "2018-01-01"}, "sudah lewat"),
            ({"intention": "vote"}, "Pilih pemilihannya"),
            ({"token": "pendek"}, "Muat ulang"),
            ({"contact": "0812-0000-1111"}, "Tulis nama Anda"),
        ],
    )
    def it_says_what_is_wrong_and_keeps_what_was_written(self, city, over, says):
        page = Client().post("/tanya/", form(**{"contact": "", **over}))
        assert page.status_code == 422 and says in text(page)
        if "text" not in over:
            assert QUESTION in text(page)
        assert not AdvisoryQuestion.objects.exists()

    def it_seals_a_name_and_shows_it_to_no_officer(self, city, dewi):
        Client().post("/tanya/", form(name="Citra Lestari (contoh)", contact="0812-0000-1111"))
        question = AdvisoryQuestion.objects.get()
        page = text(dewi.get(f"/meja-tanya/{question.ref}/"))
        assert "nama disegel" in page and question.designation in page
        assert "Citra" not in page and SealedIdentity.objects.count() == 1


class WhenTheAskerComesBack:
    def it_opens_by_the_same_page_as_a_report(self, asker):
        assert asker.get("/lacak/laporan/").status_code == 403
        page = asker.get("/lacak/pertanyaan/")
        assert page.status_code == 200 and QUESTION in text(page) and "Belum dijawab" in text(page)
        assert "Kembali ke pertanyaan Anda" in text(asker.get("/lacak/"))

    def it_lets_both_sides_write_and_a_message_pressed_twice_is_one(self, asker, dewi):
        ref = AdvisoryQuestion.objects.get().ref
        assert dewi.post(f"/meja-tanya/{ref}/tulis/", {"body": "Akunnya pribadi?", "token": "p"}).status_code == 302
        assert "Akunnya pribadi?" in text(asker.get("/lacak/pertanyaan/"))
        for _time in range(2):
            asker.post("/lacak/pertanyaan/pesan/", {"body": "Ya, pribadi.", "token": "a"})
        assert AdvisoryMessage.objects.count() == 2
        assert "Ya, pribadi." in text(dewi.get(f"/meja-tanya/{ref}/"))

    def it_asks_for_the_code_again_and_carries_the_message(self, city):
        Client().post("/tanya/", form())
        client = Client()
        page = client.post("/lacak/pertanyaan/pesan/", {"body": "Tambahan.", "token": "a"})
        assert page.status_code == 403 and "Tambahan." in text(page)
        opened = client.post("/lacak/", {"code": advisory_code(SECRET), "body": "Tambahan."})
        assert opened.status_code == 200 and "Tambahan." in text(opened)

    def it_reads_the_answer_and_its_letter_and_no_other(self, asker, city):
        question = AdvisoryQuestion.objects.get()
        answer = answered(city, question, moment=timezone.now())
        page = text(asker.get("/lacak/pertanyaan/"))
        assert answer.number in page and "Tidak boleh" in page and "Berlaku selama fakta tetap" in page
        letter = asker.get(f"/lacak/pertanyaan/surat/{answer.letter_ref}/")
        assert letter.headers["Content-Type"] == "application/pdf"
        other = answered(city, asked(secret=f"{SECRET}-lain"))
        assert asker.get(f"/lacak/pertanyaan/surat/{other.letter_ref}/").status_code == 404


class WhenAnOfficerAnswers:
    def it_is_done_from_the_list_with_articles_of_the_law_room(self, asker, dewi):
        question = AdvisoryQuestion.objects.get()
        assert question.ref in text(dewi.get("/meja-tanya/")) and "menunggu 0 hari" in text(dewi.get("/meja-tanya/"))
        answer = {
            "verdict": "NOT_ALLOWED",
            "matter": "Seorang PNS hendak memasang foto calon.",
            "text": "Itu menunjukkan keberpihakan.",
            "articles": ["PRINCIPLE"],
            "condition": "Berlaku selama fakta tetap: akunnya terbuka.",
            "after": "0",
        }
        url = f"/meja-tanya/{question.ref}/jawab/"
        assert "UU 20/2023 Pasal 9 ayat (2)" in text(dewi.get(url))
        missing = dewi.post(url, {**answer, "articles": []})
        assert missing.status_code == 422 and "Itu menunjukkan keberpihakan." in text(missing)
        assert dewi.post(url, answer).status_code == 302
        assert dewi.post(url, answer).status_code == 422
        assert AdvisoryAnswer.objects.count() == 1
        assert "Dijawab" in text(dewi.get("/meja-tanya/?keadaan=ANSWERED"))

    def it_may_say_why_not_and_only_points_to_the_report_form(self, asker, dewi):
        ref = AdvisoryQuestion.objects.get().ref
        told = {"reason": "PAST_ACT", "explanation": "Fotonya sudah terpasang."}
        assert dewi.post(f"/meja-tanya/{ref}/tidak-dijawab/", told).status_code == 302
        page = text(asker.get("/lacak/pertanyaan/"))
        assert "Fotonya sudah terpasang." in page and "pertanyaan ini tidak menjadi laporan" in page
        assert "Kirim pesan" not in page

    def it_is_only_read_by_who_oversees_where_no_agency_was_named(self, city, dewi):
        question = asked(agency_code="")
        oversight()
        ani = Client()
        ani.force_login(city.ani)
        assert dewi.get(f"/meja-tanya/{question.ref}/").status_code == 404
        page = ani.get(f"/meja-tanya/{question.ref}/")
        assert page.status_code == 200 and "instansi tidak disebut" in text(page)


class WhenAnAnswerIsPublished:
    def it_needs_the_tick_and_is_then_found_by_everybody(self, city, dewi):
        answer = answered(city)
        url = reverse("advisory_publish", args=[answer.question.ref, 1])
        told = {"matter": "Seorang pegawai bertanya tentang foto.", "text": "Tidak boleh.", "condition": "Tetap."}
        refused = dewi.post(url, told)
        assert refused.status_code == 422 and not AdvisoryPublication.objects.exists()
        assert dewi.post(url, {**told, "names_nobody": "on"}).status_code == 302
        found = text(Client().post("/tanya/jawaban/cari/", {"text": "foto PEGAWAI"}))
        assert "Seorang pegawai bertanya tentang foto." in found and answer.number in found
        assert "Tidak ada jawaban yang cocok" in text(Client().post("/tanya/jawaban/cari/", {"text": "truk"}))
        assert "Seorang pegawai" in text(Client().get("/tanya/jawaban/?pasal=PRINCIPLE"))
        assert "Seorang pegawai" in text(Client().get("/tanya/jawaban/?pasal=ENTAH"))

    def it_says_what_holds_today_instead_of_what_was_cited(self, city):
        answer = answered(city)
        published(city, answer)
        page = text(Client().get(f"/tanya/jawaban/{answer.ref}/"))
        assert "UU 5/2014 Pasal 2 huruf f dan Pasal 9 ayat (2)" in page
        assert "sejak 31 Oktober 2023 berlaku" in page and "UU 20/2023 Pasal 9 ayat (2)" in page
        assert "aturannya sudah berubah" in text(Client().get("/tanya/jawaban/"))

    def it_may_be_taken_back(self, city, dewi):
        answer = answered(city)
        published(city, answer)
        url = reverse("advisory_unpublish", args=[answer.question.ref, 1])
        assert dewi.post(url, {"reason": "Unitnya dikenali."}).status_code == 302
        assert Client().get(f"/tanya/jawaban/{answer.ref}/").status_code == 404
        assert dewi.get(url).status_code == 404
