"""The page of a recorded answer is drawn once for all, and shows everybody their own."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from netra.prevention.tests.builders import City, issued, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city, moment=timezone.now(), questions=[], asked=0, valid_from=timezone.localdate())


def answered(client, circular, person):
    sent = {"digits": person.nip[-6:], "sudah_baca": "1"}
    return client.post(f"/baca/{token(circular, person)}/", sent).content.decode()


def guard_in(page):
    return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]


class WhenTwoReadersAnswer:
    def it_shows_each_the_link_and_digits_of_their_own(self, city, circular):
        pages = [answered(Client(), circular, person) for person in (city.budi, city.citra)]
        for page, mine, other in zip(pages, (city.budi, city.citra), (city.citra, city.budi), strict=True):
            assert "Tercatat: Anda sudah membaca dan memahami" in page and "hole" not in page
            assert token(circular, mine) in page and f'value="{mine.nip[-6:]}"' in page
            assert token(circular, other) not in page and f'value="{other.nip[-6:]}"' not in page

    def it_guards_the_form_beneath_with_the_cookie_of_the_reader(self, city, circular):
        client = Client(enforce_csrf_checks=True)
        first = client.get(f"/baca/{token(circular, city.budi)}/").content.decode()
        guard = guard_in(first)
        sent = {"digits": city.budi.nip[-6:], "sudah_baca": "1", "csrfmiddlewaretoken": guard}
        page = client.post(f"/baca/{token(circular, city.budi)}/", sent).content.decode()
        guard = guard_in(page)
        address = re.findall(r'action="(/baca/[^"]+)"', page)[0]
        paper = client.post(address, {"digits": city.budi.nip[-6:], "csrfmiddlewaretoken": guard})
        assert paper.headers["Content-Type"] == "application/pdf"

    def it_keeps_the_menu_of_an_officer_to_the_officer(self, city, circular):
        officer = Client()
        officer.force_login(city.dewi)
        assert city.dewi.full_name in answered(officer, circular, city.budi)
        assert city.dewi.full_name not in answered(Client(), circular, city.citra)

    def it_speaks_the_language_of_each(self, city, circular):
        answered(Client(), circular, city.budi)
        english = Client()
        english.cookies["django_language"] = "en"
        assert 'lang="en"' in answered(english, circular, city.citra)
        assert '<html lang="id">' in answered(Client(), circular, city.dodi)
