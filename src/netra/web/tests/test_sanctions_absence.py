"""The page of a decision that was sent to whoever stayed away and that nobody has received yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import (
    PARTISAN_2019,
    RULING,
    carry_to_decision,
    examine,
    make_proceeding,
    open_story,
)
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


def test_under_pp_53_it_says_the_day_on_which_it_holds_whether_or_not_it_arrives():
    """Set for Thursday 21 March 2019: the fifteenth day from it is 5 April (PP 53/2010 Ps 46)."""
    cast = Cast()
    proceeding = sent_in_2019(cast, imposed_by="OFFICIAL", signer_title="Kepala Dinas Tata Ruang")
    client = signed_in(cast.dewi)
    shown = page(client.get(f"/penanganan/{proceeding.ref}/"))
    assert "Hukuman berlaku pada 5 April 2019, hari ke-15 sejak hari yang ditentukan itu (PP 53/2010 Pasal 46)" in shown
    assert "juga bila surat itu tidak pernah diterima" in shown
    unread = "dari hari mana dihitung tanpa penerimaan, tidak disebut pasal yang dibaca"
    assert unread in shown
    # The page on which it is recorded as in force, and the one on which it is called final, say it too.
    assert unread in page(client.get(f"/penanganan/{proceeding.ref}/berlaku/"))
    client.post(f"/penanganan/{proceeding.ref}/berlaku/", {})
    final = page(client.get(f"/penanganan/{proceeding.ref}/tetap/"))
    assert unread in final


def test_what_the_authority_itself_imposed_under_pp_53_is_said_to_be_past_every_remedy():
    """PP 53/2010 Ps 33 b: nothing can be filed against a moderate penalty of the appointing authority."""
    cast = Cast()
    proceeding = sent_in_2019(cast)
    shown = page(signed_in(cast.dewi).get(f"/penanganan/{proceeding.ref}/"))
    assert "Terhadap hukuman ini tidak ada upaya administratif (PP 53/2010 Pasal 33–34)." in shown
    assert "tidak disebut pasal yang dibaca" not in shown


def sent_in_2019(cast, **imposed):
    proceeding = open_story(cast, PARTISAN_2019)
    examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
    ruling = replace(RULING, sanction_code="increment_delay_1y", decided_date=date(2019, 3, 19), **imposed)
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-19", 16))
    act.delivery_miss(ref=proceeding.ref, set_date=date(2019, 3, 21), by=cast.dewi, at=at("2019-03-21"))
    act.decision_send(ref=proceeding.ref, sent_date=date(2019, 3, 22), by=cast.dewi, at=at("2019-03-22"))
    return proceeding
