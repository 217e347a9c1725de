"""Whoever releases a reporter's file to the agency looks at it first, from the same page."""

from __future__ import annotations

import pytest

from netra.cases.tests.builders import make_report, register
from netra.trust import evidence, trail
from netra.web.tests.cases_scene import Cast, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

PICTURE = b"\x89PNG\r\n\x1a\n" + b"tangkapan layar" * 20


def test_every_file_can_be_opened_before_it_is_released(monkeypatch):
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    cast = Cast()
    report = make_report(cast)
    chain = f"report:{report.ref}"
    item = evidence.receive(
        content=PICTURE, original_name="KTP-Sari.png", by=cast.wayan, at=at("2024-10-18", 9), chain=chain
    )
    case = register(cast, report)

    shown = page(cast.wayan, f"/perkara/{case.ref}/bukti/buka/")
    address = f"/perkara/{case.ref}/bukti/{item.ref}/"
    assert shown.index(f'href="{address}"') < shown.index('name="released"')
    assert "KTP-Sari" not in shown, "the name a file came with may tell who sent it"
    assert signed_in(cast.wayan).get(address).content == PICTURE
    assert any(event.verb == "trust.evidence_read" for event in (*trail.history(case.chain), *trail.history(chain)))
