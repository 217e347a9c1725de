"""What a civil servant is told behind the personal link of what somebody else wrote down about them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from netra.prevention.operations import (
    attendance_record,
    instrument_acknowledge,
    pact_open,
    pact_record,
    pact_refusal_record,
    pact_sign,
)
from netra.prevention.tests.builders import City, issued, listed, token
from netra.prevention.tests.pact_builders import a_text, link
from netra.web.doors import now, today
from netra.web.tests.registry_scene import words

pytestmark = pytest.mark.django_db
BY_ANOTHER, IF_WRONG = "bukan oleh Anda lewat tautan ini", "Bila tidak benar, beri tahu bagian kepegawaian"


@pytest.fixture
def city():
    return City()


def pact_of(city):
    return pact_open(entry=a_text(), by=city.dewi, at=now())


def read(pact, person) -> str:
    told = link(pact, person)
    return words(Client().post(reverse("pact_sign", args=[told["token"]]), {"digits": told["digits"]}))


def letter_of(circular, person) -> str:
    page = reverse("instrument_acknowledge", args=[token(circular, person)])
    return words(Client().post(page, {"digits": person.nip[-6:]}))


def test_who_was_put_on_the_list_of_a_ceremony_is_not_told_to_have_signed_by_themselves(city):
    """Budi never stood in that hall: he reads that somebody wrote him down, and whom to tell."""
    pact = pact_of(city)
    pact_record(pact_ref=pact.ref, held_date=today(), present=listed(city.budi), by=city.dewi, at=now())
    page = read(pact, city.budi)
    assert "Tercatat dari daftar upacara" in page and BY_ANOTHER in page and IF_WRONG in page
    assert "Anda menandatangani pada" not in page


def test_who_signed_by_the_own_link_is_told_so(city):
    pact = pact_of(city)
    pact_sign(**link(pact, city.budi), at=now())
    page = read(pact, city.budi)
    assert "Anda menandatangani pada" in page and BY_ANOTHER not in page


def test_a_refusal_that_others_wrote_down_is_told_as_theirs_and_can_still_be_signed(city):
    pact = pact_of(city)
    told = {"nip": city.budi.nip, "held_date": today(), "reason": "Tidak mau."}
    pact_refusal_record(pact_ref=pact.ref, **told, by=city.dewi, at=now())
    page = read(pact, city.budi)
    assert "Tercatat bahwa Anda menolak" in page and BY_ANOTHER in page and IF_WRONG in page
    assert "Saya menandatangani pakta ini" in page


def test_who_was_entered_at_a_roll_call_reads_that_the_unit_did_it(city):
    circular = issued(city, moment=now(), valid_from=today())
    attendance_record(instrument_ref=circular.ref, held_date=today(), present=listed(city.budi), by=city.dewi, at=now())
    page = letter_of(circular, city.budi)
    assert "Tercatat dari daftar hadir apel" in page and BY_ANOTHER in page and IF_WRONG in page
    # Her own answer is hers; what was entered for him is not told to her.
    instrument_acknowledge(token=token(circular, city.citra), digits=city.citra.nip[-6:], choices={1: 1}, at=now())
    assert "Tercatat dari daftar hadir apel" not in letter_of(circular, city.citra)
