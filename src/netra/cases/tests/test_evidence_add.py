"""Evidence that an officer adds to a case."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.papers import evidence_for
from netra.cases.tests.builders import Cast, at, day, make_case
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceRefused, open_original

pytestmark = pytest.mark.django_db

PICTURE = b"\x89PNG\r\n\x1a\n" + b"tangkapan layar" * 20


def test_a_file_added_by_an_officer_comes_back_bit_by_bit():
    cast = Cast()
    case = make_case(cast)
    item = act.evidence_add(case_ref=case.ref, content=PICTURE, name="layar.png", by=cast.wayan, at=at("2024-10-18"))
    assert [each.ref for each in evidence_for(cast.wayan, case, on=day("2024-10-21"))] == [item.ref]
    assert open_original(item.ref, by=cast.wayan, at=at("2024-10-18"), chain=case.chain) == PICTURE


def test_an_empty_file_is_refused_and_nothing_is_kept():
    cast = Cast()
    case = make_case(cast)
    with pytest.raises(EvidenceRefused):
        act.evidence_add(case_ref=case.ref, content=b"", name="kosong.pdf", by=cast.wayan, at=at("2024-10-18"))
    assert evidence_for(cast.wayan, case, on=day("2024-10-21")) == []


def test_maria_cannot_add_to_a_case_she_must_not_see():
    cast = Cast()
    case = make_case(cast)
    with pytest.raises(NotFound):
        act.evidence_add(case_ref=case.ref, content=PICTURE, name="layar.png", by=cast.maria, at=at("2024-10-18"))
