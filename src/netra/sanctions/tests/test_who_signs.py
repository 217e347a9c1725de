"""Nobody signs about himself, and what is signed bears the name of whoever holds the office on that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, CITY, Cast, at, carry_to_referral, invite, make_case
from netra.letters.models import Letter
from netra.registry.models import AppointingAuthority, CivilServant
from netra.registry.tests import builders as registry
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    WORE,
    carry_to_decision,
    confirm_identity,
    deliver,
    make_proceeding,
    open_story,
)
from netra.sanctions.tests.test_council import COUNCIL, PHOTO
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
HEAD, RANI = "Wali Kota Jambi (contoh)", "Rani Wulandari (contoh)"
PAPER = "Surat 800/77/BKPSDM/2024, 1 Oktober 2024"
GOVERNOR = act.Signing(title="Gubernur Jambi", name="Gubernur Jambi (contoh)", basis=PAPER)


@pytest.fixture
def cast() -> Cast:
    return Cast()


def signer(kind: str) -> object:
    return (Letter.objects.get(kind=kind).data or {})["signer"]


class WhenTheHeadIsAccusedHimself:
    """The acting mayor is a civil servant, and is reported. PP 94/2021 Ps 25: who stands higher decides."""

    @pytest.fixture
    def proceeding(self, cast: Cast) -> Proceeding:
        mayor = replace(BUDI, name=HEAD, position_title="Penjabat Wali Kota", position="JPT_PRATAMA", grade="IV/c")
        case = make_case(cast, parties=(mayor,))
        carry_to_referral(cast, case)
        confirm_identity(cast, case, at("2024-10-29", 8))
        return make_proceeding(cast, case)

    def _form(self, cast: Cast, proceeding: Proceeding, signing: act.Signing) -> None:
        act.team_form(ref=proceeding.ref, members=TEAM, signing=signing, by=cast.rahmat, at=at("2024-10-31"))

    @pytest.mark.parametrize("title", ["", "Wali Kota Jambi"])
    def it_is_not_he_who_forms_the_team_that_examines_him(self, cast, proceeding, title):
        with pytest.raises(ActRefused) as refused:
            self._form(cast, proceeding, act.Signing(title=title))
        said = str(refused.value)
        assert said.startswith(f"{HEAD}, pejabat menurut daftar, adalah terlapor")
        assert "PP 94/2021 Pasal 25" in said and "Isi jabatan dan nama atasannya" in said

    def it_is_whoever_stands_above_him_by_title_name_and_paper(self, cast, proceeding):
        self._form(cast, proceeding, GOVERNOR)
        assert signer("TEAM_DECREE") == {"name": "Gubernur Jambi (contoh)", "position": "Gubernur Jambi"}

    def it_is_a_namesake_where_the_register_has_another_nip_of_the_head(self, cast, proceeding):
        AppointingAuthority.objects.filter(agency__code=CITY).update(holder_nip="196501011990031001")
        self._form(cast, proceeding, act.Signing())
        assert signer("TEAM_DECREE") == {"name": HEAD, "position": "Wali Kota Jambi"}


def test_a_head_who_was_kept_from_the_case_signs_nothing_in_it(cast):
    proceeding = make_proceeding(cast)
    cast.rahmat.full_name = HEAD
    cast.rahmat.save()
    proceeding.case.recusals.create(
        user=cast.rahmat, reason="Kerabat.", recused_by=cast.rahmat.actor_ref, recused_at=at("2024-11-08")
    )
    other = grant(make_user("rini"), Role.APPOINTING_AUTHORITY, agency=CITY)
    with pytest.raises(ActRefused, match="dikecualikan dari perkara ini"):
        act.team_form(ref=proceeding.ref, members=TEAM, by=other, at=at("2024-11-11"))


class WhenAnotherHeadTookOfficeMeanwhile:
    """A paper is signed on its own day, by whoever holds the office then, whatever day it tells of."""

    NEW = "Wali Kota Baru (contoh)"

    def _succeed(self, title: str, name: str, day: date) -> None:
        former = AppointingAuthority.objects.get(office_title=title)
        former.until_date = day
        former.save()
        AppointingAuthority.objects.create(
            agency=former.agency, office_title=title, holder_name=name, superior_title="Gubernur Jambi", start_date=day
        )

    def it_is_the_new_one_who_signs_the_record_of_a_delivery_before_his_time(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding)
        self._succeed("Wali Kota Jambi", self.NEW, date(2024, 11, 15))
        handover = act.Handover("IN_PERSON", date(2024, 11, 13), "BKPSDM")
        act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at("2024-11-18"))
        assert signer("DELIVERY_RECORD") == {"name": self.NEW, "position": "Wali Kota Jambi"}

    @pytest.mark.parametrize(
        ("file", "penalty", "kind"),
        [
            (act.objection_file, "demotion_12m", "OBJECTION_RECEIPT"),
            (act.appeal_file, "honourable_dismissal", "APPEAL_RECEIPT"),
        ],
    )
    def it_is_the_new_one_who_signs_the_receipt_of_what_was_filed_before(self, cast, file, penalty, kind):
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding, replace(RULING, sanction_code=penalty))
        deliver(cast, proceeding, "2024-11-13")
        self._succeed("Wali Kota Jambi", self.NEW, date(2024, 11, 25))
        file(ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="B.", by=cast.dewi, at=at("2024-11-28"))
        assert signer(kind) == {"name": self.NEW, "position": "Wali Kota Jambi"}

    def it_is_the_former_one_who_signs_an_invitation_to_a_day_after_his_time(self, cast):
        case = make_case(cast)
        cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
        self._succeed("Ketua Bawaslu Kota Jambi", "Ketua Baru (contoh)", date(2024, 10, 19))
        invite(cast, case, on="2024-10-18", to="2024-10-19")
        former = {"name": "Ketua Bawaslu Kota Jambi (contoh)", "position": "Ketua Bawaslu Kota Jambi"}
        assert signer("CLARIFICATION_INVITATION") == former


class WhenAnOfficialImposedThePenalty:
    """PP 79/2021 Ps 3(3), 9; PP 53/2010 Ps 35(1), 37: the objection goes to his superior, who decides on it."""

    OFFICIAL = "Kepala Dinas Tata Ruang"

    @pytest.fixture
    def proceeding(self, cast: Cast) -> Proceeding:
        made = make_proceeding(cast)
        ruling = replace(RULING, imposed_by="OFFICIAL", signer_title=self.OFFICIAL, signer_name="Tono (contoh)")
        carry_to_decision(cast, made, ruling)
        deliver(cast, made, "2024-11-13")
        return made

    def _object(self, cast: Cast, proceeding: Proceeding) -> None:
        filed = date(2024, 11, 20)
        act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="B.", by=cast.dewi, at=at("2024-11-20"))

    @pytest.mark.parametrize(
        "own",
        [
            act.Signing(title=OFFICIAL, name="Xaverius (contoh)"),
            act.Signing(title=f"Plt. {OFFICIAL}", name="Xaverius (contoh)", basis=PAPER),
            act.Signing(title="Asisten Sekretaris Daerah", name="Tono (contoh)"),
        ],
    )
    def it_is_not_he_who_answers_nor_turns_away_the_objection_against_it(self, cast, proceeding, own):
        late = {"filed_date": date(2024, 12, 9), "signing": own, "by": cast.rahmat, "at": at("2024-12-10")}
        with pytest.raises(ActRefused, match=r"diputus oleh atasannya, .* Pasal 3 ayat \(3\)"):
            act.objection_reject(ref=proceeding.ref, **late)
        self._object(cast, proceeding)
        answer = act.Answer("UPHELD", date(2024, 11, 25), "Tetap.")
        with pytest.raises(ActRefused, match=r"diputus oleh atasannya, .* Pasal 3 ayat \(3\)"):
            act.objection_decide(ref=proceeding.ref, answer=answer, signing=own, by=cast.rahmat, at=at("2024-11-25"))

    @pytest.mark.parametrize("title", ["", "Sekretaris Daerah"])
    def it_is_his_superior_by_name(self, cast, proceeding, title):
        self._object(cast, proceeding)
        answer, above = act.Answer("UPHELD", date(2024, 11, 25), "Tetap."), act.Signing(title=title, name=RANI)
        act.objection_decide(ref=proceeding.ref, answer=answer, signing=above, by=cast.rahmat, at=at("2024-11-25"))
        assert signer("OBJECTION_DECISION") == {"name": RANI, "position": title or f"Atasan {self.OFFICIAL}"}


class WhenSomebodyExaminedWithoutATeam:
    """PP 94/2021 Ps 27(4): he reports what he found to whoever decides, also where he acts for the head meanwhile."""

    def _decide(self, cast: Cast, proceeding: Proceeding, name: str) -> None:
        found = act.Findings(proven=True, analysis="Terbukti.", proposed_level="MODERATE")
        act.examination_report(ref=proceeding.ref, findings=found, by=cast.dewi, at=at("2024-11-07"))
        ruling = replace(RULING, sanction_code="increment_delay_1y", deviation_reason="Ringan.", signer_basis=PAPER)
        ruling = replace(ruling, signer_title="Plt. Wali Kota Jambi", signer_name=name)
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))

    def it_is_not_the_assigned_examiner_who_signs(self, cast):
        gita = make_user("gita", full_name="Gita Permata (contoh)")
        proceeding = open_story(cast, WORE)
        act.examiner_assign(ref=proceeding.ref, username="gita", by=cast.dewi, at=at("2024-10-31"))
        act.summons_issue(
            ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01")
        )
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=gita, at=at("2024-11-06", 15))
        with pytest.raises(ActRefused, match=r"Gita Permata .* memeriksa dalam penanganan ini"):
            self._decide(cast, proceeding, gita.full_name)
        assert not Letter.objects.filter(kind="DECISION_MODERATE").exists()

    @pytest.mark.parametrize("moved", [True, False])
    def it_is_the_superior_who_examined_only_while_he_is_the_direct_one(self, cast, moved):
        proceeding = open_story(cast, WORE)
        proceeding.party.refresh_from_db()
        budi = registry.make_person(proceeding.party.nip)
        registry.make_person("197001011995031001", name="Sita Atasan (contoh)")
        registry.make_person("197001011995031002", name="Atasan Baru (contoh)")
        post = registry.make_position(budi, superior_nip="197001011995031001")
        act.summons_issue(
            ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01")
        )
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        if moved:
            post.direct_superior = CivilServant.objects.get(name="Atasan Baru (contoh)")
            post.save()
            with pytest.raises(ActRefused, match=r"Sita Atasan .* memeriksa dalam penanganan ini"):
                self._decide(cast, proceeding, "Sita Atasan (contoh)")
        else:
            self._decide(cast, proceeding, "Sita Atasan (contoh)")
            assert Letter.objects.filter(kind="DECISION_MODERATE").exists()


class WhenAMemberOfTheTeamActsForTheHead:
    def _form(self, cast: Cast, name: str, members: tuple[act.NewMember, ...] = TEAM) -> None:
        signing = act.Signing(title="Plt. Wali Kota Jambi", name=name, basis=PAPER)
        ref = make_proceeding(cast).ref
        act.team_form(ref=ref, members=members, signing=signing, by=cast.rahmat, at=at("2024-10-31"))

    def it_is_not_he_who_forms_his_own_team(self, cast):
        """PP 94/2021 Ps 29(5), 27(4): the authority forms it, and is told what it found."""
        with pytest.raises(ActRefused, match=r"Anggota Tim .* duduk dalam tim atau majelis .* Pasal 27"):
            self._form(cast, TEAM[2].name)
        assert not Letter.objects.filter(kind="TEAM_DECREE").exists()

    def it_may_be_the_direct_superior_of_whom_every_team_consists(self, cast):
        """Ps 29(3), 27(3): he is part of the team, and may decide himself."""
        self._form(cast, TEAM[0].name)
        assert signer("TEAM_DECREE") == {"name": TEAM[0].name, "position": "Plt. Wali Kota Jambi"}

    def it_is_not_he_who_forms_his_own_council(self, cast):
        proceeding = open_story(cast, PHOTO, "ETHICS")
        paper = "Surat 800/51/BKPSDM/2024, 1 Juli 2024"
        signing = act.Signing(title="Plt. Wali Kota Jambi", name=COUNCIL[2].name, basis=paper)
        with pytest.raises(ActRefused, match="duduk dalam tim atau majelis"):
            act.council_form(ref=proceeding.ref, members=COUNCIL, signing=signing, by=cast.rahmat, at=at("2024-08-01"))
