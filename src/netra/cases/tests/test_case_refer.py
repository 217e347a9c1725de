"""Penerusan: to the body of that day; from then on the agency of the accused may know, unless it is about its boss."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netra.cases import offers
from netra.cases import operations as act
from netra.cases.models import Case, Referral
from netra.cases.tests.builders import (
    BKN,
    BUDI,
    CITY,
    KASN,
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    day,
    make_case,
)
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.registry.models import Agency
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

BY_PROVINCE = [
    (
        "REGIONAL",
        "2024-10-17",
        "UU 1/2015 jo. UU 8/2015 Pasal 28 ayat (1) huruf e",
        "Pasal 28 ayat (1) huruf e Undang-Undang Nomor 1 Tahun 2015 sebagaimana telah diubah dengan "
        "Undang-Undang Nomor 8 Tahun 2015",
    ),
    ("GENERAL", "2024-01-08", "UU 7/2017 Pasal 99 huruf d", "Pasal 99 huruf d Undang-Undang Nomor 7 Tahun 2017"),
]


def to_refer(cast: Cast, **over: Any) -> Case:
    case = make_case(cast, **over)
    carry_to_plenary(cast, case)
    return decide(cast, case)


def decide(cast: Cast, case: Case) -> Case:
    """The plenary of Saturday 19 October 2024 has it referred."""
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=day("2024-10-19"),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


class WhenAnActCameAfterThePlenary:
    """What the study never treated goes to nobody before an officer has decided on it, with a reason."""

    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    @told_once
    def case(self, cast):
        case = to_refer(cast)
        late = replace(LIKE, narrative="Hadir di rapat (contoh).")
        act.act_add(case_ref=case.ref, act=late, by=cast.wayan, at=at("2024-10-20"))
        return case

    def it_is_not_referred_while_it_is_only_proposed(self, cast, case):
        act.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at("2024-10-20", 10))
        with pytest.raises(act.ActRefused, match="1 dugaan baru berupa usulan perangkat lunak"):
            act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
        assert not Referral.objects.exists()

    def it_stands_in_no_referral_while_nobody_is_suspected_of_it(self, cast, case):
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
        paper = str(Letter.objects.get(kind="REFERRAL").data)
        assert LIKE.narrative in paper and "rapat" not in paper


def test_who_was_cleared_in_the_study_is_not_handed_on_by_name():
    cast = Cast()
    case = make_case(cast, parties=(BUDI, replace(BUDI, name="Tono (contoh)")))
    carry_to_plenary(cast, case)
    act.allegation_change(
        case_ref=case.ref,
        party=2,
        act=1,
        reading=None,
        reason="Tono tidak berada di sana.",
        by=cast.wayan,
        at=at("2024-10-18", 15),
    )
    decide(cast, case)
    act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
    paper = Letter.objects.get(kind="REFERRAL").data or {}
    assert [each["name"] for each in paper["reported"]] == ["Budi (contoh)"]
    assert "Tono" not in str(paper)


class WhenTheCaseIsReferred:
    def it_has_a_numbered_letter_and_one_event(self):
        cast = Cast()
        case = to_refer(cast)
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
        case.refresh_from_db()
        assert (case.state, case.referred) == ("REFERRED", True)
        letter = Letter.objects.get(ref=Referral.objects.get().letter_ref)
        assert (letter.kind, letter.status, letter.agency_code) == ("REFERRAL", "FINAL", "BAWASLU-15.71")
        told = trail.history(case.chain)[-1]
        assert dict(told.payload) == {"case": case.ref, "body": "BKN", "letter": letter.ref}
        assert told.citation == "UU 10/2016 Pasal 30 huruf e"

    @pytest.mark.parametrize(
        ("on", "body", "addressee"),
        [
            ("2024-09-03", KASN, "Ketua Komisi Aparatur Sipil Negara"),
            ("2024-09-04", BKN, "Kepala Badan Kepegawaian Negara"),
        ],
    )
    def it_goes_to_the_body_of_that_day(self, on, body, addressee):
        """KASN's last day was 3 September 2024; SE MenPANRB 4/2024 gave the task to BKN from the 4th."""
        cast = Cast()
        case = make_case(cast, on="2024-09-02", received_date=day("2024-09-02"), acts=())
        Case.objects.filter(pk=case.pk).update(state="TO_REFER")
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at(on))
        assert Referral.objects.get().body_code == body
        assert says(pdf(Referral.objects.get().letter_ref), addressee)

    def it_cites_the_law_of_its_own_election(self):
        cast = Cast()
        case = make_case(cast, election_kind="GENERAL", on="2024-01-08", received_date=day("2024-01-08"), acts=())
        Case.objects.filter(pk=case.pk).update(state="TO_REFER")
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-01-10"))
        assert trail.history(case.chain)[-1].citation == "UU 7/2017 Pasal 103 huruf d"

    @pytest.mark.parametrize(("kind", "on", "cited", "printed"), BY_PROVINCE)
    def it_cites_the_article_of_a_province_where_the_province_refers(self, kind, on, cited, printed):
        """UU 10/2016 Ps 30 speaks of the supervisor of a regency or city alone; Ps 28 of the province."""
        cast = Cast()
        Agency.objects.create(
            code="BAWASLU-15", name="Bawaslu Provinsi Jambi", kind="ELECTION_SUPERVISOR", region_code="15", city="Jambi"
        )
        case = make_case(
            cast,
            election_kind=kind,
            on=on,
            received_date=day(on),
            acts=(),
            handling_agency_code="BAWASLU-15",
        )
        Case.objects.filter(pk=case.pk).update(state="TO_REFER")
        nina = trust.grant(trust.make_user("nina"), Role.INTAKE_OFFICER, region="15")
        shown = offers.article("cases.case_refer", Case.objects.get(pk=case.pk), on=day(on))
        act.case_refer(case_ref=case.ref, by=nina, at=at(on))
        assert trail.history(case.chain)[-1].citation == str(shown) == cited
        assert says(pdf(Referral.objects.get().letter_ref), printed)

    def it_copies_the_appointing_authority(self):
        cast = Cast()
        carry_to_referral(cast, make_case(cast))
        referral = Letter.objects.get(kind="REFERRAL").data or {}
        # The files go to whom it is referred to; from the agency of a copy the same files may be withheld.
        assert referral["copies"] == ["Wali Kota Jambi (tanpa lampiran)"]

    def it_copies_nobody_whom_the_report_goes_past(self):
        cast = Cast()
        carry_to_referral(cast, make_case(cast, bypass_agency_code=CITY))
        letter = Letter.objects.get(kind="REFERRAL")
        assert not (letter.data or {}).get("copies")
        assert not says(pdf(letter.ref), "Wali Kota")

    def it_happens_once(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(act.WrongState, match="Diteruskan"):
            act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-22"))
        assert Letter.objects.filter(kind="REFERRAL").count() == 1

    def it_needs_the_plenary_first(self):
        cast = Cast()
        with pytest.raises(act.WrongState):
            act.case_refer(case_ref=make_case(cast).ref, by=cast.wayan, at=at("2024-10-18"))

    def it_is_not_for_the_plenary_member_alone(self):
        cast = Cast()
        case = to_refer(cast)
        with pytest.raises(NotAllowed):
            act.case_refer(case_ref=case.ref, by=cast.putu, at=at("2024-10-21"))


def test_a_village_head_is_no_business_of_the_body_that_oversees_civil_servants():
    """What he did is a crime and nothing else here: it is handed over, and no letter calls him «Pegawai ASN»."""
    cast = Cast()
    head = replace(BUDI, employment="VILLAGE_HEAD", position="UNKNOWN", position_title="Kepala Desa Contoh")
    case = to_refer(cast, parties=(head,), acts=(replace(LIKE, conduct="village_head_partisan_decision"),))
    assert "cases.case_refer" not in [
        offer.act for offer in offers.steps_offered(cast.wayan, case, on=day("2024-10-21"))
    ]
    with pytest.raises(act.ActRefused, match=r"Serahkan dugaan pidananya.*kepala desa"):
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
    assert not Letter.objects.filter(kind="REFERRAL").exists()


def test_a_village_head_beside_a_civil_servant_does_not_stop_the_referral():
    cast = Cast()
    head = replace(BUDI, name="Kades (contoh)", employment="VILLAGE_HEAD", position="UNKNOWN")
    case = to_refer(cast, parties=(BUDI, head))
    act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
    assert Referral.objects.get().case == case
