"""Who examines works at the agency or holds no role, and does not decide on what he found (PP 94/2021 Ps 27, 29)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Party
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import CITY, PROVINCE, Cast, at
from netra.registry.models import AppointingAuthority
from netra.registry.states import Position
from netra.registry.tests import builders as registry
from netra.sanctions import operations as act
from netra.sanctions.models import ExaminationReport, Proceeding
from netra.sanctions.queries import deciders_among, examiners_of, proceeding_file
from netra.sanctions.superior import superior_of
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    carry_to_report,
    make_proceeding,
    open_story,
)
from netra.sanctions.tests.test_council import COUNCIL, PHOTO
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

MORNING = at("2024-10-31")
SUPERIOR_NIP = "197001011995031001"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def gita() -> User:
    return trust.make_user("gita", full_name="Gita Permata (contoh)")


def assign(proceeding: Proceeding, by: User, username: str = "gita") -> None:
    act.examiner_assign(ref=proceeding.ref, username=username, by=by, at=MORNING)


def let_in(proceeding: Proceeding) -> bool:
    return bool(examiners_of(proceeding, on=MORNING.date()))


def deciders(proceeding: Proceeding, day: str) -> frozenset[int]:
    on = date.fromisoformat(day)
    return deciders_among(examiners_of(proceeding, on=on), proceeding, on=on)


def clear(proceeding: Proceeding, by: User) -> None:
    act.proceeding_stop(ref=proceeding.ref, reason="Tidak terbukti.", by=by, at=at("2024-11-11"))


def direct_superior(proceeding: Proceeding, name: str) -> None:
    """The registry knows him as Budi's direct superior."""
    registry.make_person(SUPERIOR_NIP, name=name)
    registry.make_position(registry.make_person(proceeding.party.nip), superior_nip=SUPERIOR_NIP)


def renamed(user: User, former: str) -> None:
    """His account bore that name until it was corrected."""
    with unlocked():
        User.objects.filter(pk=user.pk).update(former_names=former)


class WhenSomebodyIsLetIn:
    @pytest.mark.parametrize("role", [Role.PERSONNEL_OFFICER, Role.AUDITOR])
    def it_is_who_works_at_the_agency_that_handles_the_case(self, cast, gita, role):
        proceeding = make_proceeding(cast)
        trust.grant(gita, role, agency=CITY)
        assign(proceeding, cast.dewi)
        assert let_in(proceeding)

    def it_is_the_head_of_a_unit_of_that_agency(self, cast, gita):
        proceeding = make_proceeding(cast)
        trust.grant(gita, Role.UNIT_HEAD, agency=CITY, unit="BKPSDM")
        assign(proceeding, cast.dewi)
        assert let_in(proceeding)

    def it_is_who_examines_elsewhere_too(self, cast, gita):
        proceeding = make_proceeding(cast)
        trust.grant(gita, Role.EXAMINER, matter="PNG-2024-LAIN")
        assign(proceeding, cast.dewi)
        assert let_in(proceeding)

    def it_is_who_held_another_role_once(self, cast, gita):
        proceeding = make_proceeding(cast)
        trust.grant(gita, Role.INTAKE_OFFICER, region="15.71", until=MORNING.date())
        assign(proceeding, cast.dewi)
        assert let_in(proceeding)


class WhenSomebodyIsKeptOut:
    @pytest.mark.parametrize(
        ("who", "role"),
        [
            ("wayan", "Petugas penerima laporan"),
            ("putu", "Anggota pleno"),
            ("ani", "Analis pengawasan"),
            ("lestari", "Administrator"),
            ("hasan", "Auditor"),
        ],
    )
    def it_is_who_reports_oversees_or_keeps_the_accounts(self, cast, who, role):
        """Ps 27(1), 29(3): the direct superior, or a team of him, of supervision and of personnel of the agency."""
        proceeding = make_proceeding(cast)
        with pytest.raises(ActRefused) as refused:
            assign(proceeding, cast.dewi, who)
        said = str(refused.value)
        assert role in said and "PP 94/2021 Pasal 27 ayat (1) dan Pasal 29 ayat (3)" in said
        assert "Pilih" in said and not let_in(proceeding)

    def it_is_the_custodian_of_identities(self, cast):
        trust.ketut()
        with pytest.raises(ActRefused, match="Penjaga identitas"):
            assign(make_proceeding(cast), cast.dewi, "ketut")

    def it_is_an_analyst_though_his_role_was_given_for_the_agency(self, cast, gita):
        trust.grant(gita, Role.OVERSIGHT_ANALYST, agency=CITY)
        with pytest.raises(ActRefused, match="Analis pengawasan"):
            assign(make_proceeding(cast), cast.dewi)

    def it_is_who_works_at_another_agency_unless_he_was_named_in_the_team(self, cast, gita):
        """Ps 29(4): another official may be designated, and the decree that forms the team designates him."""
        proceeding = make_proceeding(cast)
        trust.grant(gita, Role.PERSONNEL_OFFICER, agency=PROVINCE)
        with pytest.raises(ActRefused, match="bukan instansi yang memeriksa"):
            assign(proceeding, cast.dewi)
        members = (*TEAM, act.NewMember("MEMBER", "OTHER", "Gita Permata, S.H. (contoh)", "ADMINISTRATOR", "IV/b"))
        named = (*members[:3], replace(members[3], name=gita.full_name))
        act.team_form(ref=proceeding.ref, members=named, by=cast.rahmat, at=MORNING)
        assign(proceeding, cast.dewi)
        assert let_in(proceeding)

    def it_is_who_decides_afterwards(self, cast):
        """Ps 27(4): what was found is reported to whoever decides; nobody reports to himself."""
        proceeding = make_proceeding(cast)
        with pytest.raises(ActRefused, match=r"PP 94/2021 Pasal 27 ayat \(3\)–\(4\)"):
            assign(proceeding, cast.dewi, "rahmat")

    def it_is_who_the_registry_knows_as_the_authority(self, cast):
        trust.make_user("walikota", full_name="Wali Kota Jambi (contoh)")
        with pytest.raises(ActRefused, match="yang memutus"):
            assign(make_proceeding(cast), cast.dewi, "walikota")

    def it_is_he_too_once_the_name_of_his_account_was_corrected(self, cast):
        renamed(trust.make_user("walikota", full_name="Wali Kota (contoh)"), "Wali Kota Jambi (contoh)")
        with pytest.raises(ActRefused, match=r"^Wali Kota \(contoh\) ialah yang memutus"):
            assign(make_proceeding(cast), cast.dewi, "walikota")

    def it_cites_the_regulation_that_governs_the_proceeding(self, cast):
        """PP 53/2010 Ps 24(3): the superior imposes what is his to impose, else he reports up."""
        proceeding = make_proceeding(cast)
        Proceeding.objects.filter(pk=proceeding.pk).update(regime="DISC-53")
        with pytest.raises(ActRefused, match=r"PP 53/2010 Pasal 24 ayat \(3\)"):
            assign(proceeding, cast.dewi, "rahmat")
        with pytest.raises(ActRefused, match=r"PP 53/2010 Pasal 24 ayat \(1\) dan Pasal 25 ayat \(2\)"):
            assign(proceeding, cast.dewi, "wayan")


class WhenTheAuthorityIsTheDirectSuperior:
    def it_examines_and_decides(self, cast):
        """Ps 27(1) makes him examine and 27(3) makes him impose, as the mayor the secretary of his city."""
        proceeding = make_proceeding(cast)
        direct_superior(proceeding, cast.rahmat.full_name)
        assign(proceeding, cast.dewi, "rahmat")
        assert let_in(proceeding)
        carry_to_report(cast, proceeding)
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-11"))

    def it_sits_in_the_team_as_such(self, cast):
        """Ps 29(3): the direct superior is part of every team."""
        proceeding = make_proceeding(cast)
        mayor = replace(TEAM[0], name="Wali Kota Jambi (contoh)", user_id=cast.rahmat.pk)
        act.team_form(ref=proceeding.ref, members=(mayor, *TEAM[1:]), by=cast.rahmat, at=MORNING)
        assert proceeding.team.count() == 3

    def it_is_not_made_so_by_a_seat_where_the_registry_knows_another(self, cast):
        proceeding = make_proceeding(cast)
        direct_superior(proceeding, "Kepala Dinas (contoh)")
        mayor = replace(TEAM[0], name="Wali Kota Jambi (contoh)", user_id=cast.rahmat.pk)
        with pytest.raises(ActRefused, match="yang memutus"):
            act.team_form(ref=proceeding.ref, members=(mayor, *TEAM[1:]), by=cast.rahmat, at=MORNING)


class WhenTheSecretaryOfTheCityIsExamined:
    """The mayor is elected and has no NIP, so nobody in the registry can have him as superior; he stands above all the
    same, imposing even what is light (PP 53/2010 Ps 20(1) a 1, PP 94/2021 Ps 18(3) a)."""

    @pytest.fixture
    def proceeding(self, cast) -> Proceeding:
        found = make_proceeding(cast)
        post = {"agency_code": CITY, "title": "Sekretaris Daerah", "position": Position.REGIONAL_SECRETARY}
        registry.make_position(registry.make_person(found.party.nip), **post)
        return found

    @pytest.fixture
    def mayor(self) -> User:
        return trust.make_user("walikota", full_name="Wali Kota Jambi (contoh)")

    def it_is_by_the_mayor_whom_the_registry_knows_in_his_office_on_that_day(self, cast, proceeding, mayor):
        assign(proceeding, cast.dewi, "walikota")
        assert let_in(proceeding)
        said = superior_of(proceeding, MORNING.date())
        assert said == {"name": "Wali Kota Jambi (contoh)", "position": "Wali Kota Jambi"}

    def it_is_by_the_mayor_too_where_only_the_case_says_that_he_is_the_secretary(self, cast, mayor):
        found = make_proceeding(cast)
        with unlocked():
            Party.objects.update(position="REGIONAL_SECRETARY")
        assign(found, cast.dewi, "walikota")
        assert let_in(found)

    def it_is_by_nobody_here_where_another_agency_handles_it(self, cast, mayor):
        found = make_proceeding(cast)
        with unlocked():
            Party.objects.update(position="REGIONAL_SECRETARY", agency_code="TIDAK-DIKENAL")
        assert "name" not in superior_of(Proceeding.objects.get(pk=found.pk), MORNING.date())

    def it_is_by_nobody_else_who_holds_the_role(self, cast, proceeding):
        with pytest.raises(ActRefused, match="yang memutus"):
            assign(proceeding, cast.dewi, "rahmat")

    def it_is_not_by_who_held_the_office_before(self, cast, proceeding, mayor):
        with unlocked():
            AppointingAuthority.objects.filter(agency__code=CITY).update(holder_name="Wali Kota yang lain (contoh)")
        trust.grant(mayor, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused, match="yang memutus"):
            assign(proceeding, cast.dewi, "walikota")

    def it_is_by_the_superior_whom_the_registry_names_before_the_office(self, cast, mayor):
        proceeding = make_proceeding(cast)
        registry.make_person(SUPERIOR_NIP, name="Atasan Lain (contoh)")
        post = {"agency_code": CITY, "position": Position.REGIONAL_SECRETARY, "superior_nip": SUPERIOR_NIP}
        registry.make_position(registry.make_person(proceeding.party.nip), **post)
        with pytest.raises(ActRefused, match="yang memutus"):
            assign(proceeding, cast.dewi, "walikota")


class WhenATeamOrCouncilIsFormed:
    def it_takes_the_inspectorate_for_supervision_though_it_audits_a_whole_region(self, cast, gita):
        """Ps 29(3): one member stands for supervision, and that is whom the auditor of a province works for."""
        trust.grant(gita, Role.AUDITOR, region="15")
        members = (TEAM[0], TEAM[1], replace(TEAM[2], name=gita.full_name, user_id=gita.pk))
        proceeding = make_proceeding(cast)
        act.team_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=MORNING)
        assert proceeding.team.count() == 3

    @pytest.mark.parametrize("with_account", [True, False])
    def it_takes_a_namesake_of_the_authority_by_his_nip(self, cast, with_account):
        namesake = trust.make_user("senama", full_name="Wali Kota Jambi (contoh)")
        seat = replace(
            TEAM[2], name=namesake.full_name, nip=SUPERIOR_NIP, user_id=namesake.pk if with_account else None
        )
        proceeding = make_proceeding(cast)
        with unlocked():
            AppointingAuthority.objects.filter(agency__code=CITY).update(holder_nip="196001011985031001")
        act.team_form(ref=proceeding.ref, members=(*TEAM[:2], seat), by=cast.rahmat, at=MORNING)
        assert proceeding.team.count() == 3

    @pytest.mark.parametrize("name", ["Wali Kota Jambi (contoh)", "Dr. H. Wali Kota Jambi (contoh)"])
    def it_has_no_member_who_decides_afterwards(self, cast, name):
        members = (TEAM[0], TEAM[1], replace(TEAM[2], name=name))
        with pytest.raises(ActRefused, match="yang memutus"):
            act.team_form(ref=make_proceeding(cast).ref, members=members, by=cast.rahmat, at=MORNING)

    def it_has_no_member_of_another_side_by_account(self, cast):
        members = (TEAM[0], TEAM[1], replace(TEAM[2], user_id=cast.wayan.pk))
        with pytest.raises(ActRefused, match="Petugas penerima laporan"):
            act.team_form(ref=make_proceeding(cast).ref, members=members, by=cast.rahmat, at=MORNING)

    def it_sends_what_the_council_found_to_somebody_else(self, cast):
        """PP 42/2004 Ps 20: the council hands its decision to the official who may sanction."""
        ref = open_story(cast, PHOTO, "ETHICS").ref
        members = (replace(COUNCIL[0], name="Wali Kota Jambi (contoh)"), *COUNCIL[1:])
        with pytest.raises(ActRefused, match="PP 42/2004 Pasal 20"):
            act.council_form(ref=ref, members=members, by=cast.rahmat, at=at("2024-08-01"))


class WhenWhoExaminedIsToDecide:
    """He came to the authority's place later, or was let in before this was asked."""

    def it_refuses_him_and_lets_another_decide(self, cast, gita):
        proceeding = make_proceeding(cast)
        assign(proceeding, cast.dewi)
        carry_to_report(cast, proceeding)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused) as refused:
            act.decision_make(ref=proceeding.ref, ruling=RULING, by=gita, at=at("2024-11-11"))
        assert "memeriksa" in str(refused.value) and "PP 94/2021 Pasal 27 ayat (3)–(4)" in str(refused.value)
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-11"))

    def it_refuses_a_member_of_the_team_by_his_account(self, cast, gita):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        with unlocked():
            proceeding.team.filter(element="OVERSIGHT").update(user=gita)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused, match="memeriksa"):
            act.decision_make(ref=proceeding.ref, ruling=RULING, by=gita, at=at("2024-11-11"))

    def it_refuses_a_member_whom_the_decree_names_without_an_account(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        member = trust.make_user("anggota", full_name=TEAM[2].name)
        trust.grant(member, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused, match="memeriksa"):
            act.decision_make(ref=proceeding.ref, ruling=RULING, by=member, at=at("2024-11-11"))

    def it_refuses_who_was_let_go_on_the_day_of_the_examination(self, cast, gita):
        proceeding = make_proceeding(cast)
        assign(proceeding, cast.dewi)
        carry_to_report(cast, proceeding)
        with unlocked():
            RoleGrant.objects.filter(user=gita).update(valid_until=HEARING.held_date)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused, match="memeriksa"):
            act.decision_make(ref=proceeding.ref, ruling=RULING, by=gita, at=at("2024-11-11"))

    @pytest.mark.parametrize("imposed_by", ["APPOINTING_AUTHORITY", "OFFICIAL"])
    def it_refuses_his_signature_whoever_writes_the_decree_down(self, cast, imposed_by):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        title = "Plh. Wali Kota Jambi" if imposed_by == "APPOINTING_AUTHORITY" else "Kepala Dinas Tata Ruang"
        signed = replace(
            RULING,
            imposed_by=imposed_by,
            signer_title=title,
            signer_name=TEAM[2].name,
            signer_basis="821/17/BKPSDM, 4 November 2024",
        )
        with pytest.raises(ActRefused, match="Pilih penanda tangan lain"):
            act.decision_make(ref=proceeding.ref, ruling=signed, by=cast.rahmat, at=at("2024-11-11"))

    def it_lets_him_decide_who_was_let_go_before_anybody_was_examined(self, cast, gita):
        proceeding = make_proceeding(cast)
        assign(proceeding, cast.dewi)
        act.examiner_release(
            ref=proceeding.ref, username="gita", reason="Pindah tugas.", by=cast.dewi, at=at("2024-11-01")
        )
        carry_to_report(cast, proceeding)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=gita, at=at("2024-11-11"))

    def it_refuses_him_to_clear_somebody(self, cast, gita):
        proceeding = make_proceeding(cast)
        assign(proceeding, cast.dewi)
        carry_to_report(cast, proceeding)
        with unlocked():
            ExaminationReport.objects.update(proven=False)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        with pytest.raises(ActRefused, match="memeriksa"):
            clear(proceeding, gita)
        clear(proceeding, cast.rahmat)


class WhenWhoExaminedOpensThePage:
    """The page offers nothing that the operation refuses to this very reader for who he is."""

    def it_offers_him_no_decision_and_says_why_and_to_another_it_does(self, cast, gita):
        proceeding = make_proceeding(cast)
        assign(proceeding, cast.dewi)
        carry_to_report(cast, proceeding)
        trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
        shown = proceeding_file(gita, proceeding.ref, on=date(2024, 11, 11))
        assert not shown.offers_act("sanctions.decision_make")
        assert "PP 94/2021 Pasal 27 ayat (3)–(4)" in shown.withheld["sanctions.decision_make"]
        other = proceeding_file(cast.rahmat, proceeding.ref, on=date(2024, 11, 11))
        assert other.offers_act("sanctions.decision_make") and not other.withheld

    def it_offers_it_to_the_direct_superior_who_examined(self, cast):
        proceeding = make_proceeding(cast)
        direct_superior(proceeding, cast.rahmat.full_name)
        assign(proceeding, cast.dewi, "rahmat")
        carry_to_report(cast, proceeding)
        assert proceeding_file(cast.rahmat, proceeding.ref, on=date(2024, 11, 11)).offers_act("sanctions.decision_make")


class WhenWhoDecidesWasLetInBeforeThisWasAsked:
    def it_is_said_while_ending_the_assignment_still_frees_him(self, cast, gita):
        proceeding = make_proceeding(cast)
        trust.grant(cast.rahmat, Role.EXAMINER, matter=proceeding.ref)
        trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
        assert deciders(proceeding, "2024-10-31") == {cast.rahmat.pk}
        act.examiner_release(
            ref=proceeding.ref, username="rahmat", reason="Pindah tugas.", by=cast.dewi, at=at("2024-11-01")
        )
        assert not deciders(proceeding, "2024-11-02")
        carry_to_report(cast, proceeding)
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-11"))

    def it_is_said_no_more_once_somebody_was_examined(self, cast):
        proceeding = make_proceeding(cast)
        trust.grant(cast.rahmat, Role.EXAMINER, matter=proceeding.ref)
        carry_to_report(cast, proceeding)
        proceeding.refresh_from_db()
        assert not deciders(proceeding, "2024-11-11")
