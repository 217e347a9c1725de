"""Budi died while Citra is still studied: no invitation, no link and no referral goes out about him any more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.letters import awaited
from netra.cases.links import link_of
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, invite, make_case
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.trust.errors import NotFound
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db

GONE = r"Terlapor T1 bukan lagi pegawai sejak 18 Oktober 2024 \(meninggal dunia\)"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def case(cast: Cast) -> Case:
    """Both are accused of the same act, and the study has begun."""
    found = make_case(cast)
    wayan: dict[str, Any] = {"case_ref": found.ref, "by": cast.wayan}
    citra = cases.NewParty(name="Citra (contoh)", employment="PNS", agency_code="JAMBI-KOTA")
    cases.party_add(**wayan, party=citra, at=at("2024-10-17", 9))
    cases.case_start_preliminary(**wayan, at=at("2024-10-17", 10))
    cases.case_start_study(**wayan, at=at("2024-10-18"))
    for party in (1, 2):
        cases.allegation_assess(**wayan, party=party, act=1, at=at("2024-10-18", 10))
        cases.allegation_confirm(**wayan, party=party, act=1, reason="Dibaca.", at=at("2024-10-18", 11))
    return found


def dies(cast: Cast, case: Case, *, on: str = "2024-10-18", hour: int = 15) -> None:
    gone = act.Departure(kind="DIED", left_date=date(2024, 10, 18), document="474.3/9/Capil, 18 Oktober 2024")
    act.servant_left(case_ref=case.ref, party=1, departure=gone, by=cast.wayan, at=at(on, hour))


def link(cast: Cast, case: Case, party: int, *, hour: int) -> str:
    return cases.answer_link_issue(
        case_ref=case.ref, party=party, until=at("2024-10-30"), by=cast.wayan, at=at("2024-10-18", hour)
    )


def test_he_is_not_invited_to_explain_himself(cast, case):
    dies(cast, case, hour=12)
    with pytest.raises(cases.ActRefused, match=GONE):
        invite(cast, case, "ACCUSED")
    assert invite(cast, case, "WITNESS", name="Joko (contoh)").ordinal == 1


def test_nobody_waits_for_him_who_was_invited_before(cast, case):
    invite(cast, case, "ACCUSED")
    assert len(awaited(case, at("2024-10-18", 16))) == 1
    dies(cast, case)
    assert awaited(case, at("2024-10-18", 16)) == []


def test_his_link_ends_and_he_gets_no_other(cast, case):
    secret = link(cast, case, 1, hour=12)
    dies(cast, case)
    assert link_of(case.parties.get(ordinal=1), at=at("2024-10-18", 16)) is None
    with pytest.raises(NotFound):
        cases.answer_give(secret=secret, text="Saya anaknya.", at=at("2024-10-19"))
    with pytest.raises(cases.ActRefused, match=GONE):
        link(cast, case, 1, hour=16)
    assert link(cast, case, 2, hour=16)
    assert verify_database().problems == []


def test_the_referral_tells_of_her_alone(cast, case):
    words = {"proposal": "Teruskan.", "facts": "Fakta.", "analysis": "Unsur."}
    cases.case_finish_study(case_ref=case.ref, **words, by=cast.wayan, at=at("2024-10-18", 13))
    cases.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=date(2024, 10, 19),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    dies(cast, case, on="2024-10-20")
    cases.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
    paper = pdf(Letter.objects.get(kind="REFERRAL").ref)
    assert says(paper, "Citra (contoh)")
    assert not says(paper, case.parties.get(ordinal=1).name)
