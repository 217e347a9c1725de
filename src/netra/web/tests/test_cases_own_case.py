"""Somebody opens the page of a case in which he may be accused himself."""

from __future__ import annotations

import pytest

from netra.cases.tests.builders import Cast, at, make_case
from netra.sanctions.tests.test_own_case import call
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.operations import user_rename
from netra.trust.tests import builders as trust
from netra.web.tests.sanctions_scene import page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


class WhenBudiOpensThePageOfHisOwnCase:
    def it_offers_nothing_but_to_be_kept_from_it_and_says_why_once(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Drs. Budi (contoh)")
        door = signed_in(cast.wayan)
        shown = page(door.get(f"/perkara/{case.ref}/"))
        assert shown.count("yang terlapor tidak menangani") == 1
        for act_name in ("kajian-awal", "terlapor/tambah", "perpanjang", "penilaian"):
            assert f"/perkara/{case.ref}/{act_name}" not in shown
        assert "Kecualikan penangan" in shown
        assert "yang terlapor tidak menangani" in page(door.get(f"/perkara/{case.ref}/kajian-awal/"))

    def it_opens_him_nothing_more_once_his_name_was_corrected(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        admin = trust.grant(trust.make_user("adm"), Role.ADMINISTRATOR)
        why, moment = "Nama tengah ditambahkan.", at("2024-10-17", 8)
        user_rename(username="wayan", full_name="Budi Santoso (contoh)", reason=why, by=admin, at=moment)
        renamed = User.objects.get(pk=cast.wayan.pk)
        assert "yang terlapor tidak menangani" in page(signed_in(renamed).get(f"/perkara/{case.ref}/"))
