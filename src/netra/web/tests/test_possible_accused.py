"""Whom of the register the written name of an accused may mean: proposed on the page, confirmed by an officer."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.models import Case
from netra.cases.tests.builders import BUDI, CITY
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.models import CivilServant, NameGap, NameGeneration
from netra.registry.names.rebuilding import rebuild_names
from netra.registry.operations import civil_servant_save, position_end, position_start
from netra.registry.states import Employment, Position
from netra.trust.actors import SystemActor
from netra.web.tests.cases_scene import Cast, at, make_case, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

ADDRESS = "terlapor/1/identitas"
NIP, OTHER_NIP = "198501012010011001", "197505152000032002"
BY = SystemActor("tests")


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 12))
    # A transactional test before this one may have emptied the tables, the first generation included.
    rebuild_names()
    return Cast()


@pytest.fixture
def case(cast: Cast) -> Case:
    """The report calls him Ramlan Sadewa, head of a division of the city."""
    return make_case(cast, parties=(BUDI.__class__(name="Pak H. Moh. Ramlan Sadewa", agency_code=CITY),))


@pytest.fixture
def ramlan(cast: Cast) -> CivilServant:
    return entered(NIP, "MUHAMMAD RAMLAN SADEWA, S.T. (contoh)")


def entered(nip: str, name: str) -> CivilServant:
    entry = CivilServantEntry(nip=nip, name=name, employment=Employment.PNS)
    person = civil_servant_save(entry=entry, agency_code=CITY, by=BY, at=at("2024-10-01"))
    post = PositionEntry(
        agency_code=CITY, title="Kepala Bidang (contoh)", start_date=date(2020, 1, 1), position=Position.ADMINISTRATOR
    )
    position_start(person_ref=person.ref, entry=post, by=BY, at=at("2024-10-01"))
    return person


def address(case: Case) -> str:
    return f"/perkara/{case.ref}/{ADDRESS}/"


class WhenTheNameIsWrittenInAnotherWay:
    def test_the_page_proposes_the_person_with_reasons(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        shown = page(cast.wayan, address(case))
        assert "Mungkin yang dimaksud" in shown
        assert "MUHAMMAD RAMLAN SADEWA" in shown
        assert "“Moh” ditulis “Muhammad”" in shown
        assert "dari 100)" in shown
        assert "Tidak ada yang cocok" in shown
        assert "•••• 1001" in shown
        assert NIP not in shown

    def test_nobody_is_chosen_beforehand(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        assert 'name="person" value="" checked' in page(cast.wayan, address(case))

    def test_choosing_alone_is_not_enough(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        response = signed_in(cast.wayan).post(address(case), {"person": ramlan.ref, "attribute": ""})
        assert response.status_code == 422
        assert f'value="{ramlan.ref}" checked' in response.content.decode()
        assert case.parties.get().nip == ""

    def test_with_a_second_attribute_the_officer_confirms(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        typed = {"person": ramlan.ref, "nip": "", "attribute": "UNIT", "same_person": "on"}
        response = signed_in(cast.wayan).post(address(case), typed)
        assert response.status_code == 302
        party = case.parties.get()
        assert (party.nip, party.name) == (NIP, ramlan.name)

    def test_another_number_beside_the_choice_is_refused(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        typed = {"person": ramlan.ref, "nip": OTHER_NIP, "attribute": "UNIT"}
        response = signed_in(cast.wayan).post(address(case), typed)
        assert response.status_code == 422
        assert "bukan NIP orang yang Anda pilih" in response.content.decode()
        assert case.parties.get().nip == ""


class WhenTheOfficerLooksForAnotherName:
    SEARCH = {"search": "1", "sought": "Galih Prakoso", "attribute": "PHOTO", "nip": "1985"}

    def test_the_button_shows_the_page_with_what_was_typed(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        entered(OTHER_NIP, "Galih Prakoso (contoh)")
        response = signed_in(cast.wayan).post(address(case), self.SEARCH)
        shown = response.content.decode()
        assert response.status_code == 200
        assert "Galih Prakoso (contoh)" in shown
        assert 'value="1985"' in shown
        assert '<option value="PHOTO" selected' in shown
        assert case.parties.get().nip == ""

    def test_a_script_gets_the_part_alone(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        entered(OTHER_NIP, "Galih Prakoso (contoh)")
        response = signed_in(cast.wayan).post(address(case), self.SEARCH, headers={"Netra-Part": "possible"})
        shown = response.content.decode()
        assert "Galih Prakoso (contoh)" in shown
        assert "<html" not in shown

    def test_nobody_is_an_answer_too(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        response = signed_in(cast.wayan).post(address(case), {"search": "1", "sought": "Yosafat Manurung"})
        assert "Tidak ada orang di register ini yang namanya cocok." in response.content.decode()

    def test_it_is_said_that_people_of_a_long_import_are_still_missing(
        self, cast: Cast, case: Case, ramlan: CivilServant
    ) -> None:
        NameGap.objects.create(first=1, last=7, people=7)
        response = signed_in(cast.wayan).post(address(case), self.SEARCH)
        assert "7 pegawai dari impor yang sedang berjalan belum dapat dicari" in response.content.decode()

    def test_maria_looks_for_nobody_here(self, cast: Cast, case: Case, ramlan: CivilServant) -> None:
        response = signed_in(cast.maria).post(address(case), self.SEARCH, headers={"Netra-Part": "possible"})
        assert response.status_code == 404


def test_whoever_left_is_shown_with_the_day(cast: Cast, case: Case, ramlan: CivilServant) -> None:
    position_end(person_ref=ramlan.ref, until_date=date(2024, 6, 1), by=BY, at=at("2024-10-02"))
    assert "tidak lagi menjabat sejak 1 Juni 2024" in page(cast.wayan, address(case))


def test_a_person_out_of_reach_cannot_be_chosen(cast: Cast, case: Case) -> None:
    """Nobody of Wayan's region: she never held a post there."""
    entry = CivilServantEntry(nip=OTHER_NIP, name="Ani (contoh)", employment=Employment.PNS)
    ani = civil_servant_save(entry=entry, agency_code="", by=BY, at=at("2024-10-01"))
    assert signed_in(cast.wayan).post(address(case), {"person": ani.ref, "attribute": "UNIT"}).status_code == 404


def test_where_the_index_was_never_made_the_page_says_so_and_takes_a_nip(cast: Cast, case: Case) -> None:
    NameGeneration.objects.all().delete()
    assert "netra names rebuild" in page(cast.wayan, address(case))
    response = signed_in(cast.wayan).post(address(case), {"nip": NIP, "attribute": "UNIT"})
    assert response.status_code == 302
