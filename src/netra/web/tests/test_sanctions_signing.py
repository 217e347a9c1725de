"""Who signs a decree is asked on its page: another than the head of the register with title, name and paper."""

from __future__ import annotations

import pytest

from netra.cases.tests.builders import Cast
from netra.letters.models import Letter
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding
from netra.web.tests.sanctions_scene import address, page, signed_in
from netra.web.tests.test_sanctions_acts import HANDOVER, TEAM

pytestmark = pytest.mark.django_db
TITLE, RANI = "Plt. Wali Kota Jambi", "Rani Wulandari (contoh)"
BASIS = "Surat 800/77/BKPSDM/2024, 1 Oktober 2024"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def test_a_team_is_formed_by_whoever_acts_for_the_mayor(cast):
    proceeding = make_proceeding(cast)
    client, path = signed_in(cast.rahmat), address(proceeding, "tim/")
    acting = {**TEAM, "signer_title": TITLE, "signer_basis": BASIS}
    missing = page(client.post(path, acting))
    assert "Isi nama yang menandatangani sebagai «Plt. Wali Kota Jambi»" in missing
    grown = page(client.post(path, {**acting, "signer_name": RANI, "add_rows": "1"}))
    assert RANI in grown and TITLE in grown
    told = page(client.post(path, {**acting, "signer_name": RANI}, follow=True))
    assert "Tim pemeriksa dibentuk." in told
    data = Letter.objects.get(kind="TEAM_DECREE").data or {}
    assert (data["authority_title"], data["signer"]) == (TITLE, {"name": RANI, "position": TITLE})


def test_so_is_the_record_of_the_delivery(cast):
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    acting = {**HANDOVER, "signer_title": TITLE, "signer_name": RANI, "signer_basis": BASIS}
    told = signed_in(cast.dewi).post(address(proceeding, "penyerahan/"), acting, follow=True)
    assert "Penyerahan dicatat." in page(told)
    assert (Letter.objects.get(kind="DELIVERY_RECORD").data or {})["signer"] == {"name": RANI, "position": TITLE}
