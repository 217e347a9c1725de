"""The pages by which two officers erase who asked, and what the asker's code opens afterwards."""

import pytest
from django.test import Client

from netra.prevention.advisory_codes import advisory_code
from netra.prevention.operations import advisory_erase_approve, advisory_erase_request
from netra.prevention.tests.advisory_builders import SECRET, answered, asked
from netra.prevention.tests.builders import CITY, City, at
from netra.trust.identity import Identity
from netra.trust.roles import Role
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def text(response):
    return " ".join(response.content.decode().split())


class WhenTheDateOfAQuestionHasCome:
    def it_is_said_on_the_front_page_and_done_by_two(self, city):
        question = asked(identity=Identity("Budi (contoh)"))
        answered(city, question)
        dewi = signed_in(city.dewi)
        lestari = signed_in(grant(make_user("lestari"), Role.PERSONNEL_OFFICER, agency=CITY))
        address = f"/meja-tanya/{question.ref}/"
        assert "Penanya yang tanggal penghapusannya sudah tiba" in text(dewi.get("/"))
        page = text(dewi.get(address))
        assert "Penanya dihapus mulai 6 Maret 2020" in page and "Minta penghapusan" in page
        assert dewi.post(f"{address}hapus/minta/", {"reason": "Jadwal retensi"}).status_code == 302
        alone = dewi.post(f"{address}hapus/")
        assert alone.status_code == 422 and "orang kedua" in text(alone)
        assert "Tarik permintaan" in text(dewi.get(address))
        assert "menunggu persetujuan Anda" in text(lestari.get("/"))
        assert "Yang tetap ada" in text(lestari.get(f"{address}hapus/"))
        assert lestari.post(f"{address}hapus/").status_code == 302
        page = text(lestari.get(address))
        assert "Penanya sudah dihapus" in page and "status WhatsApp?" not in page and "nama disegel" not in page
        assert "Tidak boleh" in page and "Ganti dengan jawaban baru" not in page
        assert "status WhatsApp?" not in text(lestari.get("/meja-tanya/?keadaan=ANSWERED"))
        assert lestari.get(f"{address}hapus/minta/").status_code == 200
        assert "sudah dihapus" in text(lestari.post(f"{address}hapus/minta/", {"reason": "Lagi"}))

    def it_is_told_to_who_asked_before_and_after(self, city):
        question = asked()
        answered(city, question)
        asker = Client()
        asker.post("/lacak/", {"code": advisory_code(SECRET)})
        assert "dihapus mulai 6 Maret 2020" in text(asker.get("/lacak/pertanyaan/"))
        lestari = grant(make_user("lestari"), Role.PERSONNEL_OFFICER, agency=CITY)
        due = at("2020-03-06")
        advisory_erase_request(advisory_ref=question.ref, reason="Jadwal retensi", by=city.dewi, at=due)
        advisory_erase_approve(advisory_ref=question.ref, by=lestari, at=due)
        page = text(asker.get("/lacak/pertanyaan/"))
        assert "Pertanyaan Anda sudah dihapus" in page and "Tidak boleh" in page and "Kirim pesan" not in page
