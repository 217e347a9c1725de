"""Who sees a case, before and after its referral, written down by hand: one row per person, one column per case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.access import case_for, visible_to
from netra.cases.models import Case
from netra.cases.queries import CaseFilter, case_page
from netra.cases.tests.builders import (
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_recommendation,
    carry_to_referral,
    carry_to_study,
    confirm_identity,
    day,
    make_case,
)
from netra.trust.acts import ACTS, Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db


def test_who_may_open_pages_of_cases_at_all():
    """Custodians and administrators hold no case; the auditor reads."""
    assert ACTS["cases.case_view"].roles == set(Role) - {Role.IDENTITY_CUSTODIAN, Role.ADMINISTRATOR, Role.UNIT_HEAD}


ON = day("2024-11-01")

# Y sees it, - is told that there is no such case.
TABLE = """
                studied  referred  past  recommended  handled  not-proven  declined  closed
wayan           Y        Y         Y     Y            Y        Y           Y         Y
putu            Y        Y         Y     Y            Y        Y           Y         Y
sinta           Y        Y         Y     Y            Y        Y           Y         Y
komang          -        -         -     -            -        -           -         -
maria           -        -         -     -            -        -           -         -
ani             -        Y         Y     Y            Y        -           Y         Y
dewi            -        Y         -     Y            Y        -           -         Y
rahmat          -        Y         -     Y            Y        -           -         Y
tuti            -        -         -     -            -        -           -         -
eko             -        -         -     -            Y        -           -         -
hasan           Y        Y         Y     Y            Y        Y           Y         Y
indra           Y        Y         Y     Y            Y        Y           Y         Y
intan           Y        Y         Y     Y            Y        Y           Y         Y
ismail          -        -         -     -            -        -           -         -
irma            -        Y         -     Y            Y        -           -         Y
ilham           -        -         -     -            -        -           -         -
lestari         -        -         -     -            -        -           -         -
ketut           -        -         -     -            -        -           -         -
nobody          -        -         -     -            -        -           -         -
"""
CASES, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
# Hasan audits the whole country; these a city, a province, the province of Maria, and two agencies.
AUDITORS = {
    "indra": ("15.71", ""),
    "intan": ("15", ""),
    "ismail": ("53", ""),
    "irma": ("", CITY),
    "ilham": ("", PROVINCE),
}


class Everybody(Cast):
    """The cast and those around it: province, neighbour, governor's staff, auditors, examiner, custodian, nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.sinta = trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        self.komang = trust.grant(trust.make_user("komang"), Role.INTAKE_OFFICER, region="15.05")
        self.tuti = trust.grant(trust.make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
        self.eko = trust.make_user("eko")
        for name, (region, agency) in AUDITORS.items():
            setattr(self, name, trust.grant(trust.make_user(name), Role.AUDITOR, region=region, agency=agency))
        self.ketut = trust.ketut()
        self.nobody = trust.make_user("nobody")

    def case(self, name: str) -> Case:
        case = make_case(self, bypass_agency_code=CITY if name == "past" else "")
        getattr(self, "_" + name.replace("-", "_"))(case)
        return Case.objects.get(pk=case.pk)

    def _studied(self, case: Case) -> None:
        carry_to_study(self, case)

    def _referred(self, case: Case) -> None:
        carry_to_referral(self, case)

    _past = _referred

    def _recommended(self, case: Case) -> None:
        carry_to_recommendation(self, case)

    def _handled(self, case: Case) -> None:
        carry_to_recommendation(self, case)
        act.enter_proceeding(Case.objects.get(pk=case.pk), at=at("2024-11-01"))
        trust.grant(self.eko, Role.EXAMINER, matter=case.ref)

    def _not_proven(self, case: Case) -> None:
        act.case_start_preliminary(case_ref=case.ref, by=self.wayan, at=at("2024-10-17", 10))
        Case.objects.filter(pk=case.pk).update(state="PLENARY")
        act.plenary_decide(
            case_ref=case.ref,
            outcome="NOT_PROVEN",
            held_date=day("2024-10-19"),
            members=3,
            reason="Unsur tidak terpenuhi.",
            by=self.putu,
            at=at("2024-10-19"),
        )

    def _declined(self, case: Case) -> None:
        carry_to_referral(self, case)
        act.case_decline(case_ref=case.ref, reason="Akun palsu.", by=self.ani, at=at("2024-10-28"))

    def _closed(self, case: Case) -> None:
        carry_to_recommendation(self, case)
        handled = Case.objects.get(pk=case.pk)
        act.enter_proceeding(handled, at=at("2024-11-01"))
        act.case_close(case=handled, outcome="Semua penanganan selesai", proven=True, by=self.dewi, at=at("2024-11-01"))


@pytest.mark.parametrize("name", CASES)
def test_who_sees_the_case(name):
    people = Everybody()
    case = people.case(name)
    column = CASES.index(name)
    expected = {who: marks[column] for who, *marks in ROWS}
    seen = {
        who: "Y" if visible_to(getattr(people, who), on=ON).filter(pk=case.pk).exists() else "-" for who in expected
    }
    assert seen == expected


def test_a_stranger_is_told_the_same_as_for_a_case_that_is_not_there():
    cast = Cast()
    case = make_case(cast)
    with pytest.raises(NotFound) as hidden:
        case_for(cast.maria, case.ref, on=ON)
    with pytest.raises(NotFound) as absent:
        case_for(cast.maria, "PKR-2024-NONE", on=ON)
    assert str(hidden.value).replace(case.ref, "X") == str(absent.value).replace("PKR-2024-NONE", "X")


def test_a_grant_that_has_ended_shows_nothing_any_more():
    cast = Cast()
    case = make_case(cast)
    former = trust.grant(trust.make_user("gede"), Role.INTAKE_OFFICER, region="15.71", until=day("2024-11-01"))
    assert visible_to(former, on=day("2024-10-31")).filter(pk=case.pk).exists()
    assert not visible_to(User.objects.get(pk=former.pk), on=day("2024-11-01")).exists()


def test_two_roles_see_together_what_each_sees_alone():
    """An officer of the neighbouring regency who also serves the city's personnel agency."""
    cast = Cast()
    both = trust.grant(trust.make_user("made"), Role.INTAKE_OFFICER, region="15.05")
    trust.grant(both, Role.PERSONNEL_OFFICER, agency=CITY)
    studied, referred = make_case(cast), make_case(cast)
    carry_to_referral(cast, referred)
    assert [case.ref for case in visible_to(both, on=ON)] == [referred.ref]
    assert studied.state == "REGISTERED"


def test_an_officer_of_the_bypassed_agency_sees_nothing_even_with_another_agency_beside_it():
    cast = Cast()
    both = trust.grant(trust.make_user("made"), Role.PERSONNEL_OFFICER, agency=CITY)
    trust.grant(both, Role.PERSONNEL_OFFICER, agency=PROVINCE)
    case = make_case(cast, bypass_agency_code=CITY)
    carry_to_referral(cast, case)
    advice = replace(
        act.Advice(1, "DISCIPLINE", "SEVERE", "PP 94/2021 Pasal 14 huruf i", "Alasan.", 14, "WORKING_DAY"),
        agency_code=PROVINCE,
    )
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28"))
    assert not visible_to(both, on=ON).exists()


@pytest.mark.parametrize("who", ["dewi", "rahmat", "maria", "lestari"])
def test_the_list_and_its_search_show_no_more_than_the_case_itself(who):
    cast = Cast()
    case = make_case(cast)
    act.party_identify(
        case_ref=case.ref,
        ordinal=1,
        nip="198001012005011001",
        attribute="UNIT",
        by=cast.wayan,
        at=at("2024-10-17"),
    )
    for text in ("", case.ref, "198001012005011001"):
        assert not case_page(getattr(cast, who), on=ON, narrow=CaseFilter(text=text)).cases
