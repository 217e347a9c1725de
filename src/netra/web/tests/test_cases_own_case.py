"""Somebody opens the page of a case in which he may be accused himself."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, carry_to_plenary, confirm_identity, make_case
from netra.sanctions.tests.builders import make_proceeding
from netra.sanctions.tests.test_own_case import call
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.operations import user_rename
from netra.trust.tests import builders as trust
from netra.web.tests.cases_scene import the_clock_shows
from netra.web.tests.sanctions_scene import address, page, signed_in

pytestmark = pytest.mark.django_db
WHY = "yang terlapor tidak menangani dan tidak membaca perkaranya sendiri"


@pytest.fixture
def cast() -> Cast:
    return Cast()


class WhenBudiOpensThePageOfHisOwnCase:
    def it_offers_nothing_but_to_be_kept_from_it_and_says_why_once(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Drs. Budi (contoh)")
        door = signed_in(cast.wayan)
        shown = page(door.get(f"/perkara/{case.ref}/"))
        assert shown.count(WHY) == 1
        for act_name in ("kajian-awal", "terlapor/tambah", "perpanjang", "penilaian"):
            assert f"/perkara/{case.ref}/{act_name}" not in shown
        assert f"/perkara/{case.ref}/pengecualian/" in shown
        assert WHY in page(door.get(f"/perkara/{case.ref}/kajian-awal/"))
        assert "Kecualikan" in page(door.get(f"/perkara/{case.ref}/pengecualian/"))

    def it_tells_him_of_no_witness_no_act_and_no_trail(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        secrets = [case.title, case.report_ref, *(each.place for each in case.acts.all())]
        shown = page(signed_in(cast.wayan).get(f"/perkara/{case.ref}/"))
        assert not [each for each in secrets if each and each in shown]
        assert "Jejak" not in shown and "Tenggat" not in shown
        assert "disampaikan kepada terlapor sendiri" in shown

    @pytest.mark.parametrize("rest", ["kajian-awal/", "terlapor/tambah/", "penyebab/"])
    def it_opens_him_no_page_beneath_it(self, cast, rest):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        door = signed_in(cast.wayan)
        assert door.get(f"/perkara/{case.ref}/{rest}").status_code in {403, 404}
        assert door.post(f"/perkara/{case.ref}/{rest}", {}).status_code in {403, 404}

    def it_opens_him_nothing_more_once_his_name_was_corrected(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        admin = trust.grant(trust.make_user("adm"), Role.ADMINISTRATOR)
        why, moment = "Nama tengah ditambahkan.", at("2024-10-17", 8)
        user_rename(username="wayan", full_name="Budi Santoso (contoh)", reason=why, by=admin, at=moment)
        renamed = User.objects.get(pk=cast.wayan.pk)
        assert WHY in page(signed_in(renamed).get(f"/perkara/{case.ref}/"))


class WhenHisCaseStandsInHisLists:
    def it_is_there_without_its_contents_and_in_no_list_that_tells_of_its_state(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        door = signed_in(cast.wayan)
        listed = page(door.get("/perkara/"))
        assert case.ref in listed and case.title not in listed
        assert "isinya tidak terbuka bagi Anda" in listed
        assert case.ref not in page(door.get("/perkara/", {"state": Case.objects.get().state}))
        assert case.ref not in page(door.get("/"))

    def it_is_found_by_its_number_and_by_nobodys_nip(self, cast):
        """Whether Citra is accused beside him, or he by his own NIP, a search would tell him."""
        case = make_case(cast)
        confirm_identity(cast, case, at("2024-10-18"))
        nip = case.parties.get().nip
        assert case.ref in found_by(cast.wayan, nip)
        call(cast.wayan, "Budi (contoh)")
        assert case.ref not in found_by(cast.wayan, nip)
        assert case.ref in found_by(cast.wayan, case.ref)

    def it_waits_on_no_desk_of_his_to_be_erased(self, cast, monkeypatch):
        """That its day of erasure came says that it ended unproven, and who asked for it."""
        case = make_case(cast)
        carry_to_plenary(cast, case)
        cases.plenary_decide(
            case_ref=case.ref,
            outcome="NOT_PROVEN",
            held_date=date(2024, 10, 24),
            members=3,
            reason="Tidak cukup.",
            by=cast.putu,
            at=at("2024-10-24"),
        )
        the_clock_shows(monkeypatch, at("2026-10-26"))
        assert case.ref in page(signed_in(cast.wayan).get("/"))
        call(cast.wayan, "Budi (contoh)")
        assert case.ref not in page(signed_in(cast.wayan).get("/"))


def found_by(user: User, text: str) -> str:
    """The list of cases after this search."""
    return page(signed_in(user).post("/perkara/cari/", {"text": text}, follow=True))


class WhenHeWorksForTheAgencyThatHandlesHim:
    def it_opens_him_no_page_of_his_proceeding_and_no_term_on_the_board(self, cast):
        proceeding = make_proceeding(cast)
        call(cast.dewi, "Budi (contoh)")
        door = signed_in(cast.dewi)
        answer = door.get(address(proceeding))
        assert answer.status_code == 403 and WHY in page(answer)
        board = page(door.get(f"/tindak-lanjut/{proceeding.agency_code}/"))
        assert proceeding.case.ref not in board
        assert "tidak ditampilkan" in board
