"""The letter behind a personal link: the same proof, this letter alone, and nothing that a cache keeps."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from netra.letters.tests.put_off import drawn
from netra.prevention.models import Acknowledgement
from netra.prevention.operations import instrument_withdraw
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import City, a_scan, at, issued, serving, token
from netra.trust import trail
from netra.trust.models import Event
from netra.trust.tests.builders import tell_of_all_roles
from netra.web.tests.registry_scene import words

pytestmark = pytest.mark.django_db
BUDI = {"digits": "011001"}


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def paper(link: str, said: dict[str, str]):
    return Client().post(reverse("instrument_paper", args=[link]), said)


def test_budi_reads_the_letter_as_it_was_signed(city, circular):
    page = words(Client().post(reverse("instrument_acknowledge", args=[token(circular, city.budi)]), BUDI))
    assert f'action="{reverse("instrument_paper", args=[token(circular, city.budi)])}"' in page
    answer = paper(token(circular, city.budi), BUDI)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert drawn(answer.content).startswith(b"%PDF") and answer.headers["Content-Disposition"].startswith("inline")
    assert "011001" not in str(answer.headers) and city.budi.nip not in str(answer.headers)


def test_no_cache_keeps_it(city, circular):
    for answer in (paper(token(circular, city.budi), BUDI), paper(token(circular, city.budi), {"digits": "1"})):
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_without_the_digits_there_is_a_question_and_no_letter(city, circular):
    address = reverse("instrument_paper", args=[token(circular, city.budi)])
    asked = Client().get(address)
    assert asked.status_code == 200 and "angka terakhir NIP" in words(asked)
    for said in ({}, {"digits": ""}, {"digits": "011002"}, {"digits": "012003"}):
        wrong = paper(token(circular, city.budi), said)
        assert wrong.status_code == 422 and b"%PDF" not in wrong.content
    assert not Acknowledgement.objects.exists()


def test_wrong_digits_count_with_those_of_the_reading(city, circular):
    link = token(circular, city.budi)
    for address in ("instrument_paper", "instrument_acknowledge", "instrument_paper", "instrument_paper"):
        Client().post(reverse(address, args=[link]), {"digits": "000000"})
    Client().post(reverse("instrument_acknowledge", args=[link]), {"digits": "000000"})
    assert "Terlalu banyak percobaan" in words(paper(link, BUDI))


def test_a_link_opens_its_own_letter_and_no_other(city, circular):
    other = issued(city)
    mark = token(circular, city.budi).rsplit(".", 1)[1]
    for forged in (f"{other.ref}.{city.budi.ref}.{mark}", f"{circular.ref}.{city.citra.ref}.{mark}", "x"):
        assert paper(forged, BUDI).status_code == 404


def test_who_is_not_asked_reads_nothing(city, circular):
    later = serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=at("2099-01-01").date())
    answer = paper(PersonalLink(circular.ref, later.ref).token, {"digits": "032009"})
    assert answer.status_code == 422 and "tidak termasuk sasaran" in words(answer)
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2018-01-05"))
    gone = paper(token(circular, city.budi), BUDI)
    assert gone.status_code == 422 and "dicabut pada 5 Januari 2018" in words(gone)


def test_a_scan_comes_as_it_was_received_and_its_reading_is_told_without_a_name(city):
    scanned = issued(city, original=a_scan())
    answer = paper(token(scanned, city.budi), BUDI)
    assert answer.content == a_scan().content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    read = Event.objects.get(verb="trust.evidence_read")
    assert (read.chain, read.actor_ref) == ("agency:JAMBI-KOTA", f"link:{city.budi.ref}")
    tell_of_all_roles()
    assert trail.verify_database().ok
