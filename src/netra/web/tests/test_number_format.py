"""How an agency numbers its letters is its own to say, through an administrator."""

from __future__ import annotations

import pytest
from django.test import Client

from netra.letters.models import NumberFormat
from netra.registry.tests import builders as make
from netra.web.tests.registry_scene import admin, dewi, words

pytestmark = pytest.mark.django_db

PAGE = "/registri/instansi/JAMBI-KOTA/nomor-surat/"
FORMAT = {"pattern": "{code}/{seq}/{agency}/{year}", "agency_label": "BKPSDM", "kind_SUMMONS_1": "800.1.6"}


@pytest.fixture(autouse=True)
def agency() -> None:
    make.make_agency()


def test_nobody_is_let_in_without_signing_in_and_officers_may_not():
    assert Client().get(PAGE).status_code == 302
    assert dewi().post(PAGE, FORMAT).status_code == 403


def test_a_saved_format_shows_the_number_it_makes():
    page = words(admin().post(PAGE, FORMAT, follow=True))
    assert "<code>800.1.6/1/BKPSDM/" in page
    assert 'value="800.1.6"' in page
    assert NumberFormat.objects.get().classification == {"SUMMONS_1": "800.1.6"}


def test_a_pattern_that_tells_no_letters_apart_is_refused_with_what_was_typed():
    response = admin().post(PAGE, {**FORMAT, "pattern": "{code}"})
    assert response.status_code == 422
    assert "Pola nomor harus memuat" in words(response)
    assert 'value="800.1.6"' in words(response)


def test_an_unknown_agency_is_not_there():
    assert admin().get("/registri/instansi/TIADA/nomor-surat/").status_code == 404


def test_a_pattern_of_an_earlier_time_that_can_no_longer_be_used_is_mended_on_this_page():
    NumberFormat.objects.create(agency_code="JAMBI-KOTA", pattern="{seq:c}/{year}", agency_label="BKPSDM")
    client = admin()
    response = client.get(PAGE)
    assert response.status_code == 200
    assert "surat tidak dapat diberi nomor" in words(response)
    assert "<code>800.1.6/1/BKPSDM/" in words(client.post(PAGE, FORMAT, follow=True))
