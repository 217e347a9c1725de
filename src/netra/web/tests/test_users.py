"""The administrator helps somebody who forgot the password, or who comes back."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from netra.trust.models import User
from netra.trust.tests import builders
from netra.trust.tests.builders import PASSWORD
from netra.web.tests.cases_scene import page, signed_in

pytestmark = pytest.mark.django_db
NEW = "empat kata yang lain lagi"


@pytest.fixture
def lestari() -> User:
    return builders.lestari()


def link_for(username: str, by: User) -> str:
    shown = signed_in(by).post(f"/pengguna/{username}/kata-sandi/").content.decode()
    found = re.search(r"http://127.0.0.1:8000(/kata-sandi/[^<]+/)", shown)
    assert found is not None, shown
    assert "Hanya tampil kali ini" in shown
    return found[1]


def test_somebody_who_forgot_the_password_comes_back_in_through_the_link(lestari):
    wayan = builders.wayan()
    at_work = signed_in(wayan)
    assert "/pengguna/wayan/kata-sandi/" in page(lestari, "/pengguna/wayan/")

    link = link_for("wayan", lestari)

    assert at_work.get("/akun/").status_code == 302  # The session that was open has ended.
    at_home = Client()
    opened = at_home.get(link)
    assert "Wayan (contoh)" in opened.content.decode()
    assert opened.headers["Referrer-Policy"] == "strict-origin"
    weak = at_home.post(link, {"new": "pendek"})
    assert weak.status_code == 422
    assert "cukup kuat" in weak.content.decode()
    assert at_home.post(link, {"new": NEW}).headers["Location"] == "/masuk/"
    assert at_home.post("/masuk/", {"username": "wayan", "password": NEW}).status_code == 302
    used = Client().get(link)
    assert used.status_code == 409
    assert "Mintalah tautan baru kepada administrator" in used.content.decode()


def test_a_new_officer_chooses_the_first_password_and_the_administrator_never_sees_one(lestari):
    client = signed_in(lestari)
    form = client.get("/pengguna/baru/").content.decode()
    assert 'type="password"' not in form
    assert "tidak ada administrator yang mengetahuinya" in form
    shown = client.post("/pengguna/baru/", {"username": "sinta", "full_name": "Sinta (contoh)"}).content.decode()
    found = re.search(r"http://127.0.0.1:8000(/kata-sandi/[^<]+/)", shown)
    assert found is not None, shown
    assert "Hanya tampil kali ini" in shown and "Kata sandi yang lama" not in shown
    assert found[1] not in page(lestari, "/pengguna/sinta/")
    assert "Belum ada kata sandi" in page(lestari, "/pengguna/sinta/")

    sinta = Client()
    assert sinta.post(found[1], {"new": NEW}).headers["Location"] == "/masuk/"

    assert sinta.post("/masuk/", {"username": "sinta", "password": NEW}).status_code == 302
    assert "Lupa kata sandi" in page(lestari, "/pengguna/sinta/")
    assert Client().get(found[1]).status_code == 409


def test_a_password_that_is_sent_along_is_not_taken(lestari):
    signed_in(lestari).post("/pengguna/baru/", {"username": "sinta", "full_name": "Sinta", "password": PASSWORD})
    assert not User.objects.get(username="sinta").has_usable_password()
    assert Client().post("/masuk/", {"username": "sinta", "password": PASSWORD}).status_code == 422


def test_the_same_account_sent_twice_is_made_once_and_keeps_its_link(lestari):
    client = signed_in(lestari)
    told = {"username": "sinta", "full_name": "Sinta (contoh)"}
    found = re.search(r"/kata-sandi/[^<]+/", client.post("/pengguna/baru/", told).content.decode())
    again = client.post("/pengguna/baru/", told)
    assert again.status_code == 422
    assert "sudah dipakai" in again.content.decode()
    assert found is not None and Client().get(found[0]).status_code == 200


def test_nobody_makes_one_for_himself(lestari):
    assert "/pengguna/lestari/kata-sandi/" not in page(lestari, "/pengguna/lestari/")
    client = signed_in(lestari)
    refused = client.post("/pengguna/lestari/kata-sandi/")
    assert refused.status_code == 409
    assert "Akun saya" in refused.content.decode()
    assert client.get("/akun/").status_code == 200


def test_an_ended_account_is_let_in_again(lestari):
    builders.wayan()
    client = signed_in(lestari)
    client.post("/pengguna/wayan/nonaktif/")
    ended = page(lestari, "/pengguna/wayan/")
    assert "/pengguna/wayan/aktif/" in ended
    assert "/pengguna/wayan/kata-sandi/" not in ended

    assert client.post("/pengguna/wayan/aktif/").headers["Location"] == "/pengguna/wayan/"

    assert "/pengguna/wayan/kata-sandi/" in page(lestari, "/pengguna/wayan/")
    refused = Client().post("/masuk/", {"username": "wayan", "password": PASSWORD})
    assert refused.status_code == 422


def test_a_mistyped_name_is_corrected_on_the_page_of_the_account_which_keeps_the_former_one(lestari):
    builders.wayan()
    client = signed_in(lestari)
    assert "tidak membuka perkara yang tertutup bagi pemilik akun" in page(lestari, "/pengguna/wayan/")
    silent = client.post("/pengguna/wayan/nama/", {"full_name": "Wayan Putra (contoh)", "reason": ""})
    assert silent.status_code == 422 and 'value="Wayan Putra (contoh)"' in silent.content.decode()
    told = {"full_name": "Wayan Putra (contoh)", "reason": "Nama lengkap baru diketahui."}
    shown = client.post("/pengguna/wayan/nama/", told, follow=True).content.decode()
    assert "<h1>Wayan Putra (contoh)</h1>" in shown
    assert "bernama Wayan (contoh)." in shown and "Nama lengkap baru diketahui." in shown
