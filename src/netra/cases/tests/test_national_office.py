"""A report about an official of a ministry goes its whole way at Bawaslu RI; no office of a region sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases import queries
from netra.cases.access import visible_to
from netra.cases.models import Case, Deadline
from netra.cases.tests.builders import BUDI, LIKE, OPENING, Cast, at, day
from netra.intake.models import Report
from netra.intake.operations import report_check
from netra.intake.tests import builders as intake
from netra.letters.models import Letter
from netra.registry.models import Agency, AppointingAuthority
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
NATION, RI, MINISTRY = "00", "BAWASLU-RI", "KEMENTERIAN-CONTOH"
BAGAS = replace(BUDI, name="Bagas (contoh)", position_title="Direktur (contoh)", agency_code=MINISTRY)


def make_nation() -> tuple[User, User]:
    """Bawaslu RI and a ministry; Banyu receives and studies there, Citra sits in its plenary."""
    for code, name, kind, title in (
        (RI, "Badan Pengawas Pemilihan Umum", "ELECTION_SUPERVISOR", "Ketua Bawaslu"),
        (MINISTRY, "Kementerian Contoh", "CENTRAL", "Menteri Contoh"),
    ):
        agency = Agency.objects.create(
            code=code, name=name, kind=kind, region_code=NATION, province_code=NATION, city="Jakarta"
        )
        AppointingAuthority.objects.create(
            agency=agency, office_title=title, holder_name=f"{title} (contoh)", start_date=date(2014, 1, 1)
        )
    banyu = trust.grant(trust.make_user("banyu"), Role.INTAKE_OFFICER, region=NATION)
    return banyu, trust.grant(trust.make_user("citra"), Role.PLENARY_MEMBER, region=NATION)


def reported(banyu: User) -> Report:
    """The report, without a region, found complete."""
    report = intake.a_report(reporter=intake.SARI, region_code=NATION)
    return report_check(report_ref=report.ref, missing=(), by=banyu, at=at("2024-10-18", 10))


def registered(banyu: User, report: Report) -> Case:
    opening = replace(
        OPENING,
        region_code=NATION,
        handling_agency_code=RI,
        agency_code=MINISTRY,
        received_date=day("2024-10-18"),
        parties=(BAGAS,),
        acts=(LIKE,),
    )
    return act.case_register(opening=opening, report_ref=report.ref, by=banyu, at=at("2024-10-18", 11))


def carried(case: Case, banyu: User, citra: User) -> None:
    """Studied, decided and referred, as a case of a city is."""
    ref = case.ref
    act.case_start_preliminary(case_ref=ref, by=banyu, at=at("2024-10-19"))
    act.case_start_study(case_ref=ref, by=banyu, at=at("2024-10-20"))
    act.allegation_assess(case_ref=ref, party=1, act=1, by=banyu, at=at("2024-10-20"))
    act.allegation_confirm(case_ref=ref, party=1, act=1, reason="Terlihat pada bukti.", by=banyu, at=at("2024-10-20"))
    act.case_finish_study(
        case_ref=ref,
        proposal="Diteruskan kepada BKN.",
        facts="Fakta.",
        analysis="Analisis.",
        by=banyu,
        at=at("2024-10-21"),
    )
    act.plenary_decide(
        case_ref=ref,
        outcome="TO_REFER",
        held_date=day("2024-10-22"),
        members=5,
        reason="Terbukti awal.",
        by=citra,
        at=at("2024-10-22"),
    )
    act.case_refer(case_ref=ref, by=banyu, at=at("2024-10-23"))


class WhenAnOfficialOfAMinistryIsReported:
    def test_it_is_registered_referred_and_recommended_and_the_city_never_sees_it(self):
        cast, (banyu, citra) = Cast(), make_nation()
        case = registered(banyu, reported(banyu))
        assert (case.region_code, case.province_code) == (NATION, NATION)
        carried(case, banyu, citra)
        nip, by_what = "197803042003121004", "POSITION"
        act.party_identify(case_ref=case.ref, ordinal=1, nip=nip, attribute=by_what, by=banyu, at=at("2024-10-24"))
        advice = act.Advice(1, "DISCIPLINE", "MODERATE", "PP 94/2021 Pasal 5 huruf n", "Cukup.", 14, "WORKING_DAY")
        act.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-25"))

        assert Case.objects.get().state == "RECOMMENDED"
        sees = [user.username for user in (banyu, citra, cast.ani) if visible_to(user, on=day("2024-10-26")).exists()]
        assert sees == ["banyu", "citra", "ani"]
        for stranger in (cast.wayan, cast.putu, cast.maria, cast.dewi):
            assert not visible_to(stranger, on=day("2024-10-26")).exists()

    def test_its_letters_bear_its_own_head_and_number(self):
        Cast()
        banyu, citra = make_nation()
        carried(registered(banyu, reported(banyu)), banyu, citra)
        referral = Letter.objects.get(kind="REFERRAL")
        assert referral.agency_code == RI
        assert "BAWASLU-RI" in referral.number and referral.number.startswith("002/")

    def test_its_referral_cites_the_article_of_the_national_office(self):
        """UU 1/2015 and UU 10/2016 name no duty of Bawaslu to refer; Pasal 22B i lets it follow reports up."""
        Cast()
        banyu, citra = make_nation()
        case = registered(banyu, reported(banyu))
        carried(case, banyu, citra)
        assert "Pasal 22B huruf i" in trail.history(case.chain)[-1].citation

    def test_what_is_due_stands_on_the_board_of_the_nation_alone(self):
        Cast()
        banyu, _citra = make_nation()
        registered(banyu, reported(banyu))
        assert set(Deadline.objects.values_list("region_code", "province_code")) == {(NATION, NATION)}

    def test_its_list_takes_as_few_queries_as_that_of_a_province(self, django_assert_num_queries):
        Cast()
        banyu, _citra = make_nation()
        case = registered(banyu, reported(banyu))
        visible_to(banyu, on=day("2024-10-26"))
        # The cases of the page, and which of them are about somebody of her own name.
        with django_assert_num_queries(2):
            page = queries.case_page(banyu, on=day("2024-10-26"), narrow=queries.CaseFilter())
            assert [each.ref for each in page.cases] == [case.ref]


def test_an_officer_of_a_city_registers_nothing_for_the_nation():
    cast = Cast()
    make_nation()
    with pytest.raises(NotAllowed):
        act.case_register(opening=replace(OPENING, region_code=NATION), by=cast.wayan, at=at("2024-10-18"))


def test_the_national_office_registers_nothing_for_a_city():
    Cast()
    banyu, _citra = make_nation()
    with pytest.raises(NotAllowed):
        act.case_register(opening=OPENING, by=banyu, at=at("2024-10-18"))
