"""Pages of a ceremony at which a pact is signed by a QR code."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netra.prevention.models import PactAnswer
from netra.prevention.operations import pact_open
from netra.prevention.tests.builders import City
from netra.prevention.tests.pact_builders import a_text
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db


def test_everybody_in_the_hall_scans_reads_and_signs_on_the_own_telephone():
    city = City()
    clerk = client_of(city.dewi)
    pact = pact_open(entry=a_text(), by=city.dewi, at=timezone.now())
    assert "Tampilkan kode QR upacara" in words(clerk.get(reverse("pact", args=[pact.ref])))
    page = clerk.post(reverse("pact_code_open", args=[pact.ref]))
    assert page.status_code == 200 and "<svg" in page.content.decode()
    code = reverse("pact_code", args=[page.context["address"].rstrip("/").rpartition("/")[2]])
    door = Client().get(code)
    assert "Saya menjaga netralitas." not in words(door)
    assert door.headers["Cache-Control"] == "private, no-store"
    assert Client().post(code, {"nip": "198001012005011002"}).status_code == 422
    read = Client().post(code, {"nip": city.budi.nip})
    assert "Saya menjaga netralitas." in words(read) and not PactAnswer.objects.exists()
    signing = {"digits": city.budi.nip[-6:], "tanda_tangan": "1"}
    assert "Anda menandatangani pada" in words(Client().post(read.context["action"], signing))
    assert PactAnswer.objects.get().civil_servant == city.budi
    again = Client().post(code, {"nip": city.budi.nip})
    assert again.status_code == 422 and "sudah menjawab" in words(again)
    assert city.budi.name not in words(again)


def test_the_head_of_a_unit_is_offered_no_code():
    city = City()
    pact = pact_open(entry=a_text(), by=city.dewi, at=timezone.now())
    assert "kode QR upacara" not in words(client_of(city.erwin).get(reverse("pact", args=[pact.ref])))
