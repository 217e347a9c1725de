"""A direct superior who is accused in the same case has no part in it: the next above has (PP 94/2021 Ps 29(6)).

The article speaks of teams; of whoever examines alone, or releases from duty, it is derived.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.registry.tests import builders as registry
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import HEARING, TEAM, WORE, open_story
from netra.trust.tests import builders as trust
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
# As `confirm_identity` found the second accused.
SITA_NIP, HIGHER_NIP = "198001012005011101", "196501011990031001"
SITA, HIGHER = "Sita Atasan (contoh)", "Asisten Sekda (contoh)"
BOSS = replace(BUDI, name=SITA, position="JPT_PRATAMA", grade="IV/c")
BOTH = replace(WORE, people=(BUDI, BOSS))
ALONE = act.Findings(proven=True, analysis="Terbukti.", proposed_level="MODERATE")


@pytest.fixture
def cast() -> Cast:
    return Cast()


def below_sita(proceeding: Proceeding, *, above: bool) -> Proceeding:
    """The registry knows Sita as Budi's direct superior, and perhaps who stands above her."""
    sita = registry.make_person(SITA_NIP, name=SITA)
    if above:
        registry.make_person(HIGHER_NIP, name=HIGHER)
        registry.make_position(sita, title="Kepala Dinas", superior_nip=HIGHER_NIP)
    proceeding.party.refresh_from_db()
    registry.make_position(registry.make_person(proceeding.party.nip), superior_nip=SITA_NIP)
    return proceeding


@told_once
def summon(cast: Cast, proceeding: Proceeding) -> None:
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))


def data(kind: str) -> dict[str, Any]:
    return Letter.objects.get(kind=kind).data or {}


class WhenSheWouldExamineAlone:
    def it_is_done_by_whoever_stands_above_her(self, cast):
        proceeding = below_sita(open_story(cast, BOTH), above=True)
        summon(cast, proceeding)
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        act.examination_report(ref=proceeding.ref, findings=ALONE, by=cast.dewi, at=at("2024-11-07"))
        assert data("SUMMONS_1")["signer"]["name"] == HIGHER
        assert [each["name"] for each in data("EXAMINATION_RECORD")["examiners"]] == [HIGHER]
        assert data("EXAMINATION_REPORT")["signer"]["nip"] == HIGHER_NIP

    def it_is_refused_where_the_registry_knows_nobody_above_her(self, cast):
        proceeding = below_sita(open_story(cast, BOTH), above=False)
        with pytest.raises(ActRefused) as refused:
            summon(cast, proceeding)
        said = str(refused.value)
        assert said.startswith("Atasan langsung Budi (contoh) adalah terlapor atau dikecualikan")
        assert "PP 94/2021 Pasal 29 ayat (6)" in said and "bentuk tim pemeriksa" in said
        assert not Letter.objects.filter(kind="SUMMONS_1").exists()

    def it_is_left_to_her_while_she_is_not_involved(self, cast):
        proceeding = below_sita(open_story(cast, WORE), above=True)
        summon(cast, proceeding)
        assert data("SUMMONS_1")["signer"]["name"] == SITA

    def it_is_not_left_to_her_once_she_was_kept_from_the_case(self, cast):
        proceeding = below_sita(open_story(cast, WORE), above=True)
        account = trust.make_user("sita", full_name=SITA)
        told = {"reason": "Kerabat.", "recused_by": account.actor_ref, "recused_at": at("2024-10-31")}
        proceeding.case.recusals.create(user=account, **told)
        summon(cast, proceeding)
        assert data("SUMMONS_1")["signer"]["name"] == HIGHER


class WhenBudiIsReleasedFromDuty:
    def _examined(self, cast: Cast, *, above: bool) -> Proceeding:
        severe = replace(BOTH, level="SEVERE")
        proceeding = below_sita(open_story(cast, severe), above=above)
        members = (replace(TEAM[0], element="HIGHER_SUPERIOR"), *TEAM[1:])
        act.team_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=at("2024-10-31"))
        summon(cast, proceeding)
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        return proceeding

    def _release(self, cast: Cast, proceeding: Proceeding, **typed: str) -> None:
        signing = act.Signing(**typed)
        act.duty_release(ref=proceeding.ref, reason="Lancar.", signing=signing, by=cast.rahmat, at=at("2024-11-07"))

    def it_is_not_she_who_signs(self, cast):
        self._release(cast, self._examined(cast, above=True))
        assert data("DUTY_RELEASE")["signer"]["name"] == HIGHER

    def it_is_a_named_higher_superior_where_the_registry_knows_none(self, cast):
        proceeding = self._examined(cast, above=False)
        with pytest.raises(ActRefused, match="yang menggantikannya ialah atasan yang lebih tinggi"):
            self._release(cast, proceeding)
        with pytest.raises(ActRefused, match="yang menggantikannya ialah atasan yang lebih tinggi"):
            self._release(cast, proceeding, title="Kepala Dinas")
        with pytest.raises(ActRefused, match="adalah terlapor"):
            self._release(cast, proceeding, title="Kepala Dinas", name=SITA)
        self._release(cast, proceeding, title="Asisten Sekretaris Daerah", name=HIGHER)
        assert data("DUTY_RELEASE")["signer"] == {"name": HIGHER, "position": "Asisten Sekretaris Daerah"}
