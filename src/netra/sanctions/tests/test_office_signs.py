"""A decree that bears an office and no name is signed by whoever holds that office, so that one is asked about too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.registry.tests import builders as registry
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    carry_to_report,
    confirm_identity,
    make_proceeding,
)
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
EXAMINER_NIP, OFFICE = "197001011995031001", "Kepala Inspektorat"
BY_OFFICIAL = replace(RULING, imposed_by="OFFICIAL")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def decide(cast: Cast, proceeding: Proceeding, title: str, name: str = "") -> Decision:
    ruling = replace(BY_OFFICIAL, signer_title=title, signer_name=name)
    return act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


def signer() -> object:
    return (Letter.objects.get(kind="DECISION_SEVERE").data or {})["signer"]


class WhenTheOfficeIsThatOfTheAccused:
    @pytest.fixture
    @told_once
    def proceeding(self, cast: Cast) -> Proceeding:
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        return proceeding

    @pytest.mark.parametrize("title", [BUDI.position_title, "kepala bidang tata-ruang (contoh)"])
    def it_signs_no_penalty_of_its_own_holder(self, cast, proceeding, title):
        with pytest.raises(ActRefused) as refused:
            decide(cast, proceeding, title)
        said = str(refused.value)
        assert "adalah jabatan terlapor dalam perkara ini" in said and "isi juga namanya" in said
        assert not Decision.objects.exists()

    def it_may_be_signed_by_whoever_came_after_him_by_name(self, cast, proceeding):
        decide(cast, proceeding, BUDI.position_title, "Rani Wulandari (contoh)")
        assert signer() == {"name": "Rani Wulandari (contoh)", "position": BUDI.position_title}


class WhenTheOfficeIsThatOfAnExaminer:
    """PP 94/2021 Ps 27(4): what was found is reported to whoever decides."""

    @pytest.fixture
    @told_once
    def proceeding(self, cast: Cast) -> Proceeding:
        proceeding = make_proceeding(cast)
        ref = proceeding.ref
        confirm_identity(cast, proceeding.case, at("2024-10-31", 8))
        inspector = registry.make_person(EXAMINER_NIP, name=TEAM[2].name)
        registry.make_position(inspector, title=OFFICE)
        members = (*TEAM[:2], replace(TEAM[2], nip=EXAMINER_NIP))
        act.team_form(ref=ref, members=members, by=cast.rahmat, at=at("2024-10-31"))
        act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
        act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        findings = act.Findings(proven=True, analysis="Terbukti.", proposed_level="SEVERE")
        act.examination_report(ref=ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))
        return proceeding

    def it_decides_on_nothing_that_its_holder_found(self, cast, proceeding):
        with pytest.raises(ActRefused) as refused:
            decide(cast, proceeding, OFFICE)
        said = str(refused.value)
        assert f"jabatan {TEAM[2].name} menurut daftar pegawai" in said and "PP 94/2021 Pasal 27" in said

    def it_is_another_office_that_decides(self, cast, proceeding):
        decide(cast, proceeding, "Kepala Dinas Tata Ruang")
        assert signer() == {"position": "Kepala Dinas Tata Ruang"}
