"""The oversight bodies come with the release."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from netra.registry.models import Agency
from netra.registry.operations import bodies_seed
from netra.registry.queries import agencies
from netra.trust.actors import SystemActor

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_kasn_is_gone_on_the_day_of_the_handover_and_bkn_stays():
    bodies_seed(by=SystemActor("setup"), at=AT)
    assert [row.code for row in agencies(on=date(2024, 9, 3), kind="OVERSIGHT")] == ["BKN", "KASN"]
    assert [row.code for row in agencies(on=date(2024, 9, 4), kind="OVERSIGHT")] == ["BKN"]


def test_seeding_again_keeps_what_an_office_wrote():
    bodies_seed(by=SystemActor("setup"), at=AT)
    Agency.objects.filter(code="BKN").update(address="Jalan Contoh 1")
    assert bodies_seed(by=SystemActor("setup"), at=AT) == []
    assert Agency.objects.get(code="BKN").address == "Jalan Contoh 1"
