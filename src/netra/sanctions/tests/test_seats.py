"""Who sits in a team or council: every seat by somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import TEAM, make_proceeding, open_story
from netra.sanctions.tests.test_council import COUNCIL, PHOTO

pytestmark = pytest.mark.django_db
NIP, OTHER_NIP = "197001011995031001", "197001011995031002"


@pytest.fixture
def cast() -> Cast:
    return Cast()


class WhenSomebodyIsNamedTwice:
    def it_refuses_him_on_a_team_by_nip_by_account_and_by_name(self, cast):
        ref = make_proceeding(cast).ref
        one, two, three = TEAM
        account = cast.dewi.pk
        for members in (
            (replace(one, nip=NIP), replace(two, nip=NIP), three),
            (replace(one, user_id=account), two, replace(three, user_id=account)),
            (one, two, replace(three, name="Drs. Ketua Tim (contoh), M.Si.")),
            (replace(one, nip=NIP), two, replace(three, name=one.name)),
        ):
            with pytest.raises(ActRefused, match="disebut pada dua kursi"):
                act.team_form(ref=ref, members=members, by=cast.rahmat, at=at("2024-10-31"))
        namesakes = (replace(one, nip=NIP), two, replace(three, name=one.name, nip=OTHER_NIP))
        act.team_form(ref=ref, members=namesakes, by=cast.rahmat, at=at("2024-10-31"))

    def it_refuses_him_on_a_council(self, cast):
        """PP 42/2004 Ps 18(1): a chair, a secretary and three others."""
        ref = open_story(cast, PHOTO, "ETHICS").ref
        alone = [replace(each, nip=NIP) for each in COUNCIL]
        with pytest.raises(ActRefused, match="disebut pada dua kursi"):
            act.council_form(ref=ref, members=alone, by=cast.rahmat, at=at("2024-08-01"))
