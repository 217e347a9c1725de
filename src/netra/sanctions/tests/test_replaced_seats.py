"""A seat of a team or council is given to another: by whom, composed how, and who stands in which paper.

No article that was read speaks of it but where the direct superior is involved (PP 94/2021 Ps 29(6)); the rest follows
from who forms a team (Ps 29(5)) or a council (PP 42/2004 Ps 17(2)), and composition is asked about as a whole again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.examined import who_examined
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.offers import offers_to
from netra.sanctions.seats import seated_now, seated_on
from netra.sanctions.tests.builders import HEARING, TEAM, examine_alone, make_proceeding, open_story
from netra.sanctions.tests.test_council import COUNCIL, PHOTO, VERDICT, call, hear
from netra.sanctions.tests.test_told_rows import found_after
from netra.trust.access import NotAllowed
from netra.trust.models import Event
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

NEW_CHAIR = act.NewMember("MEMBER", "HIGHER_SUPERIOR", "Ketua Baru (contoh)", "JPT_PRATAMA", "IV/c")
SPARE = act.NewMember("MEMBER", "OTHER", "Pengganti (contoh)", "ADMINISTRATOR", "IV/a")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def team(cast: Cast) -> Proceeding:
    """Formed on 31 October 2024, and Budi called on 1 November for the 6th."""
    proceeding = make_proceeding(cast)
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    return proceeding


@pytest.fixture
@told_once
def council(cast: Cast) -> Proceeding:
    """Formed on 1 August 2024, and Budi called for the 6th."""
    proceeding = open_story(cast, PHOTO, "ETHICS")
    act.council_form(ref=proceeding.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-08-01"))
    call(cast, proceeding)
    return proceeding


def give(cast: Cast, proceeding: Proceeding, role: str, to: act.NewMember, on: str, **over: Any) -> Proceeding:
    """The seat of that role, the first of it, goes to somebody else on that day."""
    seat = next(each for each in seated_now(fresh(proceeding)) if each.role == role)
    arguments = {"reason": "Meninggal dunia.", "by": cast.rahmat, "at": at(on), **over}
    return act.seat_replace(ref=proceeding.ref, seat=seat.pk, successor=to, **arguments)


def fresh(proceeding: Proceeding) -> Proceeding:
    return Proceeding.objects.get(pk=proceeding.pk)


def names(proceeding: Proceeding, day: date) -> list[str]:
    return [each.name for each in seated_on(fresh(proceeding), day)]


def paper(kind: str) -> dict[str, Any]:
    return Letter.objects.filter(kind=kind).latest("pk").data or {}


class WhenTheChairOfATeamDies:
    def it_names_another_by_a_decree_of_its_day_and_keeps_who_sat_before(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04")
        assert names(team, date(2024, 11, 3)) == [each.name for each in TEAM]
        assert names(team, date(2024, 11, 4)) == ["Ketua Baru (contoh)", TEAM[1].name, TEAM[2].name]
        decree = paper("TEAM_CHANGE")
        assert [each["name"] for each in decree["members"]] == ["Ketua Baru (contoh)", TEAM[1].name, TEAM[2].name]
        assert decree["members"][0]["role"] == "Ketua"
        number = Letter.objects.get(kind="TEAM_DECREE").number
        assert number in decree["changed"]
        assert any(
            "Ketua Tim (contoh), Ketua Tim Pemeriksa, perlu diganti: Meninggal dunia" in each
            for each in decree["considering"]
        )
        printed = pdf(Letter.objects.get(kind="TEAM_CHANGE").ref)
        assert says(printed, "Perubahan Susunan Tim Pemeriksa")
        assert says(printed, "Yang dilakukan dan didengar dengan susunan sebelumnya tetap berlaku")

    def it_tells_the_trail_which_seat_by_which_decree_and_names_nobody(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04")
        event = Event.objects.get(verb="sanctions.seat_replace")
        assert '"seat": "CHAIR"' in event.payload or '"seat":"CHAIR"' in event.payload
        assert "2024-11-04" in event.payload
        assert "contoh" not in event.payload
        assert event.citation.startswith("PP 94/2021 Pasal 29 ayat (3) dan (5)")

    def it_names_in_later_papers_the_members_of_their_own_day(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-07")
        act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-08"))
        record = paper("EXAMINATION_RECORD")
        assert record["examiners"][0]["name"] == TEAM[0].name
        assert "terakhir diubah" not in record["mandate"]
        findings = act.Findings(proven=True, analysis="Terbukti.", proposed_level="SEVERE")
        act.examination_report(ref=team.ref, findings=findings, by=cast.dewi, at=at("2024-11-11"))
        report = paper("EXAMINATION_REPORT")
        assert report["signer"]["name"] == "Ketua Baru (contoh)"
        assert report["examiners"][0]["name"] == "Ketua Baru (contoh)"
        change = Letter.objects.get(kind="TEAM_CHANGE").number
        assert f"terakhir diubah dengan Keputusan Wali Kota Jambi Nomor {change}" in report["mandate"]

    def it_is_done_for_the_personnel_officer_too_but_for_nobody_else(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04", by=cast.dewi)
        with pytest.raises(NotAllowed):
            give(cast, team, "SECRETARY", SPARE, "2024-11-04", by=cast.wayan)


class WhenAMemberBecomesChair:
    """One decree says both seats: who becomes chair, and who takes the seat that he leaves."""

    FILLING = act.NewMember("", "PERSONNEL", "Pengisi (contoh)", "ADMINISTRATOR", "IV/a")

    def promote(self, cast: Cast, proceeding: Proceeding, filling: act.NewMember | None) -> Proceeding:
        member = next(each for each in seated_now(fresh(proceeding)) if each.role == "SECRETARY")
        to = act.NewMember("", member.element, member.name, member.position, member.grade)
        return give(cast, proceeding, "CHAIR", to, "2024-11-04", filling=filling)

    def it_takes_one_decree_for_both_seats(self, cast, team):
        secretary = next(each for each in TEAM if each.role == "SECRETARY")
        element = replace(self.FILLING, element=next(each for each in TEAM if each.role == "CHAIR").element)
        self.promote(cast, team, element)
        now = {each.role: each.name for each in seated_now(fresh(team))}
        assert (now["CHAIR"], now["SECRETARY"]) == (secretary.name, "Pengisi (contoh)")
        assert Letter.objects.filter(kind="TEAM_CHANGE").count() == 1
        considering = " ".join(paper("TEAM_CHANGE")["considering"])
        assert f"penggantinya {secretary.name}" in considering and "penggantinya Pengisi (contoh)" in considering
        told = Event.objects.filter(verb="sanctions.seat_replace").order_by("seq").values_list("payload", flat=True)
        assert ['"seat":"CHAIR"' in each for each in told] == [True, False]
        assert found_after() == []
        assert names(team, date(2024, 11, 3)) == [each.name for each in TEAM]

    def it_is_asked_who_takes_the_seat_that_he_leaves(self, cast, team):
        with pytest.raises(ActRefused, match="Sebutkan pula siapa yang mengisi kursinya"):
            self.promote(cast, team, None)

    def it_fills_no_second_seat_where_nobody_moves(self, cast, team):
        with pytest.raises(ActRefused, match="tidak ada kursi kedua"):
            give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04", filling=self.FILLING)
        assert not Letter.objects.filter(kind="TEAM_CHANGE").exists()


class WhenTheCompositionWouldBreak:
    def it_refuses_a_team_without_the_element_that_the_law_asks_for(self, cast, team):
        """PP 94/2021 Ps 29(3): direct superior, supervision, personnel."""
        with pytest.raises(ActRefused, match="Tim belum memuat unsur kepegawaian"):
            give(cast, team, "SECRETARY", SPARE, "2024-11-04")
        assert TeamMember.objects.count() == 3

    def it_notes_what_is_known_from_a_secondary_source_and_refuses_it_not(self, cast, team):
        """PerBKN 6/2022: nobody lower than the examinee; Budi is an administrator of IV/a."""
        lower = replace(SPARE, element="OVERSIGHT", position="PELAKSANA", grade="II/a")
        give(cast, team, "MEMBER", lower, "2024-11-04")
        note = TeamMember.objects.get(name=SPARE.name).composition_note
        assert "PerBKN 6/2022" in note

    def it_refuses_a_council_member_lower_in_post_and_rank(self, cast, council):
        """PP 42/2004 Ps 18(3)."""
        lower = replace(SPARE, position="PELAKSANA", grade="II/a")
        with pytest.raises(ActRefused, match="lebih rendah jabatan dan pangkatnya"):
            give(cast, council, "MEMBER", lower, "2024-08-05")

    def it_refuses_somebody_who_sits_there_already_is_accused_or_was_kept_from_it(self, cast, team):
        for name, why in (
            (TEAM[1].name, "siapa yang mengisi kursinya"),
            (TEAM[0].name, "menduduki kursi itu sendiri"),
            (BUDI.name, "adalah terlapor atau dikecualikan"),
        ):
            with pytest.raises(ActRefused, match=why):
                give(cast, team, "CHAIR", replace(NEW_CHAIR, name=name), "2024-11-04")

    def it_asks_for_a_reason(self, cast, team):
        with pytest.raises(ActRefused, match="Tuliskan mengapa"):
            give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04", reason=" ")


class WhenACouncilMemberMoves:
    def it_decides_by_its_members_of_that_day_and_keeps_what_was_heard(self, cast, council):
        hear(cast, council)
        give(cast, council, "SECRETARY", SPARE, "2024-08-07", reason="Pindah tugas.")
        act.council_decide(ref=council.ref, verdict=VERDICT, by=cast.dewi, at=at("2024-08-08"))
        decision = paper("COUNCIL_DECISION")
        assert [each["name"] for each in decision["members"]][:2] == [COUNCIL[0].name, SPARE.name]
        assert decision["defence"] == "Saya tidak tahu ia akan mencalonkan diri."
        assert "terakhir diubah dengan" in decision["mandate"]
        assert Event.objects.get(verb="sanctions.seat_replace").citation.startswith("PP 42/2004 Pasal 17 ayat (2)")

    def it_has_nothing_to_replace_once_it_decided(self, cast, council):
        hear(cast, council)
        act.council_decide(ref=council.ref, verdict=VERDICT, by=cast.dewi, at=at("2024-08-08"))
        with pytest.raises(WrongState, match="sudah selesai"):
            give(cast, council, "SECRETARY", SPARE, "2024-08-09")


class WhenThereIsNoTeam:
    def it_says_that_one_is_to_be_formed_first(self, cast):
        proceeding = examine_alone(cast)
        with pytest.raises(WrongState, match="Belum ada tim"):
            act.seat_replace(
                ref=proceeding.ref, seat=1, successor=SPARE, reason="Pindah.", by=cast.rahmat, at=at("2024-11-07")
            )


class WhenSomebodySeatedIsAccusedOrKeptAwayLater:
    def accuse(self, cast: Cast, proceeding: Proceeding, name: str) -> None:
        party = cases.NewParty(name=name)
        cases.party_add(case_ref=proceeding.case.ref, party=party, by=cast.wayan, at=at("2024-11-02"))

    def it_refuses_what_the_team_does_and_says_to_replace_him(self, cast, team):
        self.accuse(cast, team, "Ketua Tim (contoh)")
        with pytest.raises(ActRefused, match=r"Ketua Tim \(contoh\) \(Ketua\) duduk dalam tim.*Ganti anggota"):
            act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-05", reason="Menjadi terlapor.")
        act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        assert paper("EXAMINATION_RECORD")["examiners"][0]["name"] == "Ketua Baru (contoh)"

    def it_offers_nothing_in_its_name_but_the_replacement(self, cast, team):
        self.accuse(cast, team, "Anggota Tim (contoh)")
        offered, withheld = offers_to(cast.dewi, fresh(team), on=date(2024, 11, 6))
        assert "sanctions.seat_replace" in {each.act for each in offered}
        assert "sanctions.examination_record" not in {each.act for each in offered}
        assert "Anggota Tim (contoh)" in withheld["sanctions.examination_record"]

    def it_holds_for_a_council_and_an_account_that_was_kept_from_the_case(self, cast, council):
        cast.putu.full_name = COUNCIL[0].name
        cast.putu.save()
        cases.handler_recuse(case_ref=council.case.ref, reason="Kerabat.", by=cast.putu, at=at("2024-08-03"))
        with pytest.raises(ActRefused, match="duduk dalam tim atau majelis ini"):
            act.council_hear(
                ref=council.ref,
                held_date=date(2024, 8, 6),
                defended=True,
                defence="Tidak.",
                by=cast.dewi,
                at=at("2024-08-06"),
            )


class WhenItWasHeldWhileOneSatThereWhoHadBeenKeptAway:
    def it_is_no_examination_by_a_lawful_team_even_once_he_was_replaced(self, cast, team):
        cast.putu.full_name = TEAM[0].name
        cast.putu.save()
        cases.handler_recuse(case_ref=team.case.ref, reason="Kerabat.", by=cast.putu, at=at("2024-11-05"))
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-07", reason="Dikecualikan.")
        with pytest.raises(ActRefused, match="masih duduk pada 6 November 2024, padahal sudah menjadi terlapor"):
            act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-08"))
        later = replace(HEARING, held_date=date(2024, 11, 8))
        act.examination_record(ref=team.ref, hearing=later, by=cast.dewi, at=at("2024-11-08", 15))

    @pytest.mark.parametrize(("accused", "held"), [("2024-11-05", False), ("2024-11-07", True)])
    def it_is_none_either_while_one_was_accused_already(self, cast, team, accused, held):
        """Since when somebody is accused the trail knows; what was held before that day stands."""
        member = cases.NewParty(name=TEAM[0].name)
        cases.party_add(case_ref=team.case.ref, party=member, by=cast.wayan, at=at(accused, 8))
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-07", reason="Terlapor.")
        if held:
            act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-08"))
            return
        with pytest.raises(ActRefused, match="masih duduk pada 6 November 2024, padahal sudah menjadi terlapor"):
            act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-08"))


class WhenHeLeftBeforeAnybodyWasExamined:
    def it_counts_him_among_no_examiners_so_that_he_may_sign_what_is_decided(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04")
        act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        assert TEAM[0].name not in {each.name for each in who_examined(fresh(team), on=date(2024, 11, 7))}

    def it_counts_him_where_he_left_afterwards(self, cast, team):
        act.examination_record(ref=team.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-07")
        assert TEAM[0].name in {each.name for each in who_examined(fresh(team), on=date(2024, 11, 8))}


class WhenTheTrailIsChecked:
    def it_finds_each_seat_as_it_was_told(self, cast, team):
        give(cast, team, "CHAIR", NEW_CHAIR, "2024-11-04")
        assert found_after() == []
        moved = "UPDATE sanctions_teammember SET seated_date = '2024-11-01' WHERE seated_date IS NOT NULL"
        (found,) = found_after(moved)
        assert "anggota pengganti" in found
        assert "hari duduk" in found
