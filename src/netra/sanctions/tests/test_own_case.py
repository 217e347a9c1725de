"""Who is accused has an account of his own: with it he handles nothing of his own case, and nobody of his name does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at, carry_to_recommendation, make_case
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.offers import offers_to
from netra.sanctions.queries import follow_up_board
from netra.sanctions.tests.builders import RULING, TEAM, carry_to_decision, carry_to_report, make_proceeding
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.operations import user_rename
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


def call(user: User, name: str) -> None:
    """The account is his: its full name is this one."""
    with unlocked():
        User.objects.filter(pk=user.pk).update(full_name=name)
    user.full_name = name


class WhenBudiWorksWhereHisOwnCaseIsHandled:
    def it_is_not_he_who_decides_on_himself(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        call(cast.rahmat, "Drs. Budi (contoh), M.Si.")
        with pytest.raises(ActRefused) as refused:
            act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-11"))
        said = str(refused.value)
        assert said.startswith("Nama akun Anda, Drs. Budi (contoh), M.Si., sama dengan nama terlapor")
        assert "Mintalah rekan lain" in said and "Bila Anda hanya senama" in said
        assert not Decision.objects.exists()

    def it_is_not_he_who_hands_the_decision_over_to_himself(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding)
        call(cast.dewi, "Budi (contoh)")
        handover = act.Handover("IN_PERSON", date(2024, 11, 13), "BKPSDM")
        with pytest.raises(ActRefused, match="yang terlapor tidak menangani"):
            act.decision_deliver(ref=proceeding.ref, handover=handover, by=cast.dewi, at=at("2024-11-13"))

    def it_is_not_he_who_opens_it(self, cast):
        call(cast.dewi, "Budi (contoh)")
        with pytest.raises(ActRefused, match="yang terlapor tidak menangani"):
            make_proceeding(cast)

    def it_offers_him_nothing_and_says_why(self, cast):
        proceeding = make_proceeding(cast)
        call(cast.dewi, "Budi (contoh)")
        offered, withheld = offers_to(cast.dewi, proceeding, on=date(2024, 10, 31))
        assert not offered
        assert "yang terlapor tidak menangani" in withheld["sanctions.summons_issue"]

    def it_lets_a_namesake_work_under_a_name_that_tells_them_apart(self, cast):
        call(cast.dewi, "Budi Santoso BKPSDM (contoh)")
        assert make_proceeding(cast).state == "OPENED"


class WhenHisNameIsCorrected:
    def it_opens_him_nothing_of_his_own_case(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        admin = trust.grant(trust.make_user("adm"), Role.ADMINISTRATOR)
        why, moment = "Nama tengah ditambahkan.", at("2024-10-17", 8)
        user_rename(username="wayan", full_name="Budi Santoso (contoh)", reason=why, by=admin, at=moment)
        renamed = User.objects.get(pk=cast.wayan.pk)
        with pytest.raises(ActRefused, match="yang terlapor tidak menangani"):
            cases.case_start_preliminary(case_ref=case.ref, by=renamed, at=at("2024-10-17", 10))

    def it_holds_for_who_was_kept_from_the_case_and_signs_under_the_former_name(self, cast):
        proceeding = make_proceeding(cast)
        call(cast.putu, "Ketua Tim (contoh)")
        ref, moment = proceeding.case.ref, at("2024-10-30", 11)
        cases.handler_recuse(case_ref=ref, reason="Kerabat.", by=cast.putu, at=moment)
        admin = trust.grant(trust.make_user("adm"), Role.ADMINISTRATOR)
        user_rename(username="putu", full_name="Lain (contoh)", reason="Salah.", by=admin, at=moment)
        with pytest.raises(ActRefused, match="dikecualikan dari perkara ini"):
            act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))


class WhenBudiWorksForBawaslu:
    def it_is_not_he_who_studies_his_case_but_he_may_recuse_himself(self, cast):
        case = make_case(cast)
        call(cast.wayan, "Budi (contoh)")
        with pytest.raises(ActRefused, match="yang terlapor tidak menangani"):
            cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
        cases.handler_recuse(case_ref=case.ref, reason="Saya terlapor.", by=cast.wayan, at=at("2024-10-17", 11))
        assert case.recusals.get().user_id == cast.wayan.pk


class WhenTheBoardCountsWhatIsOwed:
    def it_leaves_out_what_is_owed_about_his_own_case(self, cast):
        make_proceeding(cast)
        day = date(2024, 12, 31)
        assert follow_up_board(cast.ani, on=day).totals.owed == 1
        call(cast.ani, "Dr. Budi (contoh)")
        board = follow_up_board(cast.ani, on=day)
        assert (board.rows, board.totals.owed, board.totals.authorities) == ([], 0, 0)

    def it_counts_the_others(self, cast):
        make_proceeding(cast)
        case = make_case(cast, parties=(replace(BUDI, name="Citra (contoh)"),))
        carry_to_recommendation(cast, case)
        call(cast.ani, "Dr. Budi (contoh)")
        assert follow_up_board(cast.ani, on=date(2024, 12, 31)).totals.owed == 1
