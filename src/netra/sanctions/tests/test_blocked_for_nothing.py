"""Nobody's personnel data stay blocked once nothing is awaited of him: no board and no page would tell of the block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Case
from netra.cases.operations import ActRefused, Meeting, NewParty, allegation_change
from netra.cases.tests.builders import BUDI, Cast, at, carry_to_recommendation, make_case
from netra.sanctions import operations as act

pytestmark = pytest.mark.django_db
PAPER = "474.3/12/Capil, 18 November 2024"
PAIR = (BUDI, replace(BUDI, name="Tono (contoh)"))


def blocked(cast: Cast, parties: Sequence[NewParty] = (BUDI,)) -> Case:
    """Recommended on 28 October 2024 and due on 15 November; nothing came, so Ani blocks his data on the 18th."""
    case = make_case(cast, parties=tuple(parties))
    carry_to_recommendation(cast, case)
    act.data_block(case_ref=case.ref, party=1, reason="Belum ditindaklanjuti.", by=cast.ani, at=at("2024-11-18"))
    return case


def unblock(cast: Cast, case: Case) -> None:
    act.data_unblock(case_ref=case.ref, party=1, reason="Tidak ada lagi.", by=cast.ani, at=at("2024-11-20"))


def leave(cast: Cast, case: Case) -> Case:
    gone = act.Departure(kind="DIED", left_date=date(2024, 11, 18), document=PAPER)
    return act.servant_left(case_ref=case.ref, party=1, departure=gone, by=cast.dewi, at=at("2024-11-21"))


def drop(cast: Cast, case: Case) -> str:
    allegation_change(
        case_ref=case.ref,
        party=1,
        act=1,
        reading=None,
        reason="Bukan akunnya.",
        meeting=Meeting(date(2024, 11, 20), 3),
        by=cast.putu,
        at=at("2024-11-21"),
    )
    case.refresh_from_db()
    return str(case.state)


def test_his_death_is_written_down_once_his_data_are_open_again():
    cast = Cast()
    case = blocked(cast)
    with pytest.raises(ActRefused, match="T1 masih diblokir"):
        leave(cast, case)
    unblock(cast, case)
    assert leave(cast, case).state == "LAPSED"


def test_also_where_another_is_accused_and_the_case_goes_on():
    cast = Cast()
    case = blocked(cast, parties=PAIR)
    with pytest.raises(ActRefused, match="T1 masih diblokir"):
        leave(cast, case)
    unblock(cast, case)
    assert leave(cast, case).state == "RECOMMENDED"


def test_what_was_alleged_of_him_is_dropped_once_they_are():
    cast = Cast()
    case = blocked(cast)
    with pytest.raises(ActRefused, match="T1 masih diblokir"):
        drop(cast, case)
    unblock(cast, case)
    assert drop(cast, case) == "NOT_PROVEN"
