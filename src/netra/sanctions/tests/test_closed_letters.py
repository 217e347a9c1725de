"""What the supervisor who referred a case reads of its proceedings: what is copied to him, on every route alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases.models import Case
from netra.cases.papers import letters_for
from netra.cases.tests.builders import Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import TEAM, make_proceeding
from netra.sanctions.tests.test_council import COUNCIL

pytestmark = pytest.mark.django_db

ON = date(2024, 11, 30)
MEETING: dict[str, Any] = {"meeting_at": at("2024-11-06"), "place": "Ruang 7"}


@pytest.fixture
def cast() -> Cast:
    return Cast()


def called_by_a_team(cast: Cast) -> Case:
    proceeding = make_proceeding(cast)
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=proceeding.ref, **MEETING, by=cast.dewi, at=at("2024-11-01"))
    return proceeding.case


def called_by_a_council(cast: Cast) -> Case:
    proceeding = make_proceeding(cast, route="ETHICS")
    act.council_form(ref=proceeding.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-10-31"))
    act.council_summon(ref=proceeding.ref, **MEETING, by=cast.dewi, at=at("2024-11-01"))
    return proceeding.case


@pytest.mark.parametrize(
    ("story", "decree", "call"),
    [(called_by_a_team, "TEAM_DECREE", "SUMMONS_1"), (called_by_a_council, "COUNCIL_DECREE", "COUNCIL_SUMMONS")],
)
def test_he_reads_who_examines_and_not_the_call_to_the_accused(cast, story, decree, call):
    case = story(cast)
    read = {letter.kind for letter in letters_for(cast.wayan, case, on=ON)}
    assert decree in read and call not in read
    copied = (Letter.objects.get(kind=decree).data or {})["copies"]
    assert any("Bawaslu" in each for each in copied), "what he reads is copied to him"
    assert "copies" not in (Letter.objects.get(kind=call).data or {})
    assert call in {letter.kind for letter in letters_for(cast.dewi, case, on=ON)}
