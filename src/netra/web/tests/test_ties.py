"""Ties on pages: kept by the personnel officer, and hinted at where somebody handles the case of his brother."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import PROVINCE, confirm_identity
from netra.registry.entries import TieEntry
from netra.registry.models import CivilServant, Tie
from netra.registry.operations import tie_record
from netra.registry.states import TieKind, TieSource
from netra.registry.tests import builders as make
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import TEAM, Story, deed, make_proceeding, recommend_story
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust
from netra.web.tests import registry_scene as office
from netra.web.tests.cases_scene import BUDI, Cast, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

BROTHERS = {"other_nip": make.ANI_NIP, "kind": "KINSHIP", "degree": "saudara kandung", "source": "HIMSELF"}


def two_people() -> CivilServant:
    """Budi and Ani, both of Kota Jambi."""
    make.make_agency()
    ani = make.make_person(make.ANI_NIP, "Ani (contoh)")
    make.make_position(ani)
    return office.budi()


def test_dewi_writes_down_what_budi_declares_ends_nothing_of_it_and_strikes_it():
    budi = two_people()
    dewi = office.dewi()
    own = f"/registri/pegawai/{budi.ref}/"
    assert f'href="{own}hubungan/"' in office.words(dewi.get(own))
    shown = office.words(dewi.post(f"{own}hubungan/catat/", BROTHERS, follow=True))
    assert "Hubungan tercatat." in shown and "saudara kandung" in shown
    assert "Dinyatakan sendiri oleh Budi (contoh)" in shown and ">Akhiri<" not in shown
    ani = CivilServant.objects.get(nip=make.ANI_NIP)
    assert "Budi (contoh)" in office.words(dewi.get(f"/registri/pegawai/{ani.ref}/hubungan/")).partition("<table")[2]
    strike = f"/registri/hubungan/{Tie.objects.get().ref}/coret/"
    assert dewi.post(strike, {"reason": ""}).status_code == 422
    shown = office.words(dewi.post(strike, {"reason": "Hanya senama."}, follow=True))
    assert "Hubungan dicoret." in shown and "Hanya senama." in shown


def test_dewi_ends_a_marriage_on_its_day():
    budi = two_people()
    wed = {**BROTHERS, "kind": "MARRIAGE", "degree": "suami istri", "start_date": "2010-05-01"}
    dewi = office.dewi()
    dewi.post(f"/registri/pegawai/{budi.ref}/hubungan/catat/", wed)
    told = {"until_date": "2017-03-01", "reason": "Putusan cerai 12/2017 (contoh)."}
    shown = office.words(dewi.post(f"/registri/hubungan/{Tie.objects.get().ref}/akhiri/", told, follow=True))
    assert "Hubungan berakhir." in shown and "1 Maret 2017" in shown


def test_whoever_only_reads_people_finds_no_ties():
    budi = two_people()
    wayan = office.client_of(make.make_wayan())
    assert "hubungan" not in office.words(wayan.get(f"/registri/pegawai/{budi.ref}/")).lower()
    assert wayan.get(f"/registri/pegawai/{budi.ref}/hubungan/").status_code == 403


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-31", 12))
    return Cast()


@pytest.fixture
def proceeding(cast: Cast) -> Proceeding:
    """The accused is known by his NIP, and Gita, who examines, is his sister; both serve in the city."""
    found = make_proceeding(cast)
    confirm_identity(cast, found.case, at("2024-10-31", 8))
    return found


def nip_of(proceeding: Proceeding) -> str:
    """By which the accused was confirmed."""
    return str(proceeding.case.parties.get().nip)


@pytest.fixture
def gita(proceeding: Proceeding) -> User:
    """The accused's sister by the register, with an account."""
    make.make_agency()
    make.make_person(make.ANI_NIP, "Gita Permata (contoh)")
    make.make_position(make.make_person(nip_of(proceeding)))
    kin = TieEntry(make.ANI_NIP, TieKind.KINSHIP, "saudara kandung", TieSource.SOMEBODY, declared_by="Sinta (contoh)")
    budi = CivilServant.objects.get(nip=nip_of(proceeding))
    tie_record(person_ref=budi.ref, entry=kin, by=make.SYSTEM, at=make.AT)
    return trust.make_user("gita", full_name="Gita Permata (contoh)")


def test_who_assigns_and_the_sister_herself_are_told_and_nobody_else(cast, proceeding, gita):
    trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
    own = f"/penanganan/{proceeding.ref}/"
    for reader, address in ((cast.dewi, own), (cast.dewi, f"{own}pemeriksa/"), (gita, own), (gita, f"{own}panggilan/")):
        shown = page(reader, address)
        assert "Hubungan tercatat" in shown and "saudara kandung" in shown, address
        assert "Dinyatakan oleh Sinta (contoh)" in shown and "dikenali dari nama saja" in shown
    assert "saudara kandung" not in page(cast.ani, own)
    # A hint bars nothing.
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-13"), place="Ruang", by=gita, at=at("2024-11-04"))


def test_who_gives_a_seat_to_another_is_told_who_sits_there(cast, proceeding, gita):
    seated = [*TEAM, act.NewMember("MEMBER", "OTHER", gita.full_name, "ADMINISTRATOR", "IV/b", nip=make.ANI_NIP)]
    act.team_form(ref=proceeding.ref, members=seated, by=cast.rahmat, at=at("2024-10-31"))
    shown = page(cast.rahmat, f"/penanganan/{proceeding.ref}/ganti-anggota/")
    assert "saudara kandung" in shown and "dikenali dari nama saja" not in shown


def test_a_handler_who_may_leave_the_case_is_shown_his_own_tie(cast, proceeding, gita):
    User.objects.filter(pk=cast.dewi.pk).update(full_name="Gita Permata (contoh)")
    dewi = User.objects.get(pk=cast.dewi.pk)
    address = f"/perkara/{proceeding.case.ref}/pengecualian/"
    assert "saudara kandung" in page(dewi, address)
    assert "saudara kandung" not in page(cast.rahmat, address)


def test_a_team_of_the_campaign_that_ended_is_told_with_its_days(cast, proceeding, gita):
    team = TieEntry(
        make.ANI_NIP,
        TieKind.CAMPAIGN_TEAM,
        "tim kampanye pasangan calon nomor 1",
        TieSource.DOCUMENT,
        date(2018, 2, 15),
        date(2018, 2, 24),
        document="SK 3/2018 (contoh), 15 Februari 2018",
        was_read=True,
    )
    budi = CivilServant.objects.get(nip=nip_of(proceeding))
    tie_record(person_ref=budi.ref, entry=team, by=make.SYSTEM, at=make.AT)
    trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
    shown = page(gita, f"/penanganan/{proceeding.ref}/")
    assert "24 Februari 2018" in shown and "SK 3/2018 (contoh)" in shown


def test_signed_in_without_a_role_nobody_reads_a_tie(gita):
    ref = Tie.objects.get().ref
    assert signed_in(gita).get(f"/registri/hubungan/{ref}/coret/").status_code == 403


CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
TWO = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, CITRA))


class WhenCitraOfTheProvinceIsAccusedInTheSameCase:
    """Ani of the city is Citra's sister; the city handles Budi alone and reads nothing of Citra."""

    @pytest.fixture
    def case(self, cast):
        found = recommend_story(cast, TWO)
        make.make_agency()
        make.make_position(make.make_person(make.ANI_NIP, "Ani (contoh)"))
        citra = make.make_person(found.parties.get(ordinal=2).nip, "Citra (contoh)")
        make.make_position(citra)
        kin = TieEntry(make.ANI_NIP, TieKind.KINSHIP, "saudara kandung", TieSource.HIMSELF)
        tie_record(person_ref=citra.ref, entry=kin, by=make.SYSTEM, at=make.AT)
        return found

    def test_who_assigns_in_the_city_is_not_told_that_citra_is_accused_too(self, cast, case):
        opened = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-31"))
        trust.grant(trust.make_user("ani-kota", full_name="Ani (contoh)"), Role.EXAMINER, matter=opened.ref)
        for address in (f"/penanganan/{opened.ref}/", f"/penanganan/{opened.ref}/pemeriksa/"):
            assert "Citra" not in page(cast.dewi, address), address

    def test_nor_is_a_handler_of_the_city_on_the_page_by_which_she_may_leave_the_case(self, cast, case):
        User.objects.filter(pk=cast.dewi.pk).update(full_name="Ani (contoh)")
        dewi = User.objects.get(pk=cast.dewi.pk)
        assert "Citra" not in page(dewi, f"/perkara/{case.ref}/pengecualian/")

    def test_the_supervisor_who_reads_of_both_is_told(self, cast, case):
        User.objects.filter(pk=cast.wayan.pk).update(full_name="Ani (contoh)")
        wayan = User.objects.get(pk=cast.wayan.pk)
        assert "Citra" in page(wayan, f"/perkara/{case.ref}/pengecualian/")

    def test_budi_who_is_accused_himself_is_told_of_nobody_beside_him(self, cast, case):
        make.make_position(make.make_person(case.parties.get(ordinal=1).nip))
        kin = TieEntry(make.ANI_NIP, TieKind.KINSHIP, "sepupu", TieSource.HIMSELF)
        budi = CivilServant.objects.get(nip=case.parties.get(ordinal=1).nip)
        citra = CivilServant.objects.get(nip=case.parties.get(ordinal=2).nip)
        tie_record(person_ref=budi.ref, entry=replace(kin, other_nip=citra.nip), by=make.SYSTEM, at=make.AT)
        User.objects.filter(pk=cast.wayan.pk).update(full_name=budi.name)
        wayan = User.objects.get(pk=cast.wayan.pk)
        assert "Citra" not in page(wayan, f"/perkara/{case.ref}/pengecualian/")
