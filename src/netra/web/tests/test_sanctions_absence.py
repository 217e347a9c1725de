"""The page of a decision that was sent to whoever stayed away and that nobody has received yet."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding
from netra.web.tests.sanctions_scene import page, signed_in

pytestmark = pytest.mark.django_db


def test_it_says_what_was_sent_when_and_that_no_article_tells_of_a_letter_that_never_arrives():
    cast = Cast()
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    ref, dewi = proceeding.ref, cast.dewi
    act.delivery_miss(ref=ref, set_date=date(2024, 11, 13), by=dewi, at=at("2024-11-13"))
    client = signed_in(dewi)
    assert "belum dikirim" in page(client.get(f"/penanganan/{ref}/"))
    by_hand = page(client.get(f"/penanganan/{ref}/penyerahan/"))
    assert "IN_PERSON" in by_hand and "SENT" not in by_hand
    act.decision_send(ref=ref, sent_date=date(2024, 11, 14), by=dewi, at=at("2024-11-14"))
    shown = page(client.get(f"/penanganan/{ref}/"))
    assert "Keputusan dikirim, belum diterima" in shown
    assert "13 November 2024; dikirim 14 November 2024" in shown
    assert "Tidak ada pasal yang dibaca yang menyebut apa yang berlaku bila surat itu tidak pernah diterima." in shown
    by_post = page(client.get(f"/penanganan/{ref}/penyerahan/"))
    assert "SENT" in by_post and "meant_date" not in by_post
