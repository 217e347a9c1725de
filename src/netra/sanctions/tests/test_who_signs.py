"""Nobody signs about himself, and what is signed bears the name of whoever holds the office on that day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, CITY, Cast, at, carry_to_recommendation, make_case
from netra.letters.models import Letter
from netra.registry.models import AppointingAuthority
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import TEAM, confirm_identity, make_proceeding
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
        carry_to_recommendation(cast, case)
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
