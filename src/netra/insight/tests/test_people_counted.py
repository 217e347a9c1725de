"""Whoever reads a case for one agency counts its own people: a figure of one is as good as a name.

Budi of the city was punished and Citra of the province cleared, in one case that both agencies see. `TwoAccused` tells
the story: one act is alleged of both, a second one of Citra alone.
"""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.tests.builders import CITY, PROVINCE
from netra.insight.officers import officer_tables
from netra.insight.tables import Cell
from netra.sanctions.tests.two_accused import TwoAccused, two_accused
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db

ON = date(2024, 12, 31)
OWN_ONLY = "Hanya orang yang boleh Anda baca"


@pytest.fixture
def story() -> TwoAccused:
    return two_accused(hers=PROVINCE)


def told(user: User, key: str) -> dict[str, tuple[Cell, ...]]:
    table = officer_tables(user, on=ON)[key]
    return {row.label: row.cells for row in table.rows}


def acts(user: User) -> int:
    """Over all phases and channels."""
    rows = officer_tables(user, on=ON)["bentuk"].rows
    return sum(int(row.cells[-1] or 0) for row in rows if row.label == "semua fase")


class WhenAnAgencyReadsItsStatistics:
    def test_the_sanction_of_the_others_is_not_counted(self, story):
        assert told(story.cast.dewi, "sanksi") == {"berat": (1,)}
        assert told(story.hers, "sanksi") == {}

    def test_the_recommendation_about_the_others_is_not_counted(self, story):
        ((_name, dewis),) = told(story.cast.dewi, "tindak-lanjut").items()
        ((_name, hers),) = told(story.hers, "tindak-lanjut").items()
        # Asked, sanctioned, cleared, waiting.
        assert (dewis[:4], hers[:4]) == ((1, 1, 0, 0), (1, 0, 1, 0))

    def test_an_act_that_is_alleged_of_the_others_alone_is_not_counted(self, story):
        assert (acts(story.cast.dewi), acts(story.hers)) == (1, 2)

    def test_the_page_says_who_is_counted(self, story):
        tables = officer_tables(story.hers, on=ON)
        assert [key for key, table in tables.items() if OWN_ONLY in table.note] == ["bentuk", "sanksi", "tindak-lanjut"]

    def test_the_auditor_of_one_agency_reads_as_it_does(self, story):
        auditor = grant(make_user("hana"), Role.AUDITOR, agency=CITY)
        for key in ("sanksi", "tindak-lanjut", "bentuk"):
            assert told(auditor, key) == told(story.cast.dewi, key)


class WhenWhoeverReadsOfEverybodyDoes:
    def test_everybody_is_counted_and_no_limit_is_spoken_of(self, story):
        for reader in (story.cast.wayan, story.cast.ani, story.cast.hasan):
            assert told(reader, "sanksi") == {"berat": (1,)}
            assert sum(int(cells[0] or 0) for cells in told(reader, "tindak-lanjut").values()) == 2
            assert acts(reader) == 2
            assert not any(OWN_ONLY in table.note for table in officer_tables(reader, on=ON).values())
