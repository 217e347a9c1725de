"""What is said at a roll call before, during and after the election of 27 June 2018 in Kota Jambi."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netra.law.dated import Verification
from netra.prevention.tests.builders import determined
from netra.prevention.weekly_text import as_kept, kept, weekly_text
from netra.registry.models import Election, ElectionStage

pytestmark = pytest.mark.django_db
JAMBI = "15.71"
# Discipline, joining a party, and the code of ethics with the letter that spells it out.
IN_FORCE_IN_2018 = {
    "PP 53/2010",
    "UU 5/2014",
    "PP 11/2017",
    "PP 37/2004",
    "PP 42/2004",
    "Surat MenPANRB B/71/M.SM.00.00/2017",
}


@pytest.fixture
def election():
    stage = determined(region=JAMBI)
    for name, first, after in (
        ("CAMPAIGN", date(2018, 2, 15), date(2018, 6, 24)),
        ("QUIET_DAYS", date(2018, 6, 24), date(2018, 6, 27)),
    ):
        ElectionStage.objects.create(
            election=stage.election,
            stage=name,
            start_date=first,
            until_date=after,
            source_instrument="Jadwal KPU Pemilihan 2018",
            verification="SECONDARY",
        )
    return stage.election


def said(day: date) -> str:
    return " ".join(line.says for line in weekly_text(JAMBI, day))


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2018, 2, 11), "calon belum ditetapkan"),
        (date(2018, 2, 12), "calon sudah ditetapkan"),
        (date(2018, 3, 5), "hari ini masa kampanye"),
        (date(2018, 6, 23), "hari ini masa kampanye"),
        (date(2018, 6, 24), "hari ini masa tenang"),
        (date(2018, 6, 27), "hari ini hari pemungutan suara"),
        (date(2018, 7, 2), "hari ini sesudah pemungutan suara"),
        (date(2018, 8, 6), "tidak ada pemilihan yang sedang berjalan"),
    ],
)
def test_the_text_says_where_the_election_stands_on_its_day(election, day, phase):
    assert phase in said(day)


def test_the_principle_is_cited_from_the_law_of_the_day(election):
    # UU 20/2023 replaced UU 5/2014 on 31 October 2023.
    before, after = weekly_text(JAMBI, date(2018, 3, 5))[0], weekly_text(JAMBI, date(2024, 3, 4))[0]
    assert [str(each.instrument) for each in (*before.sources, *after.sources)] == ["UU 5/2014", "UU 20/2023"]


def test_the_rule_of_the_week_changes_and_is_one_in_force(election):
    rules = set()
    for week in range(8):
        lines = weekly_text(JAMBI, date(2018, 3, 5) + timedelta(weeks=week))
        (rule,) = [line for line in lines if line.says.startswith("Jangan:")]
        assert {each.instrument for each in rule.sources} <= IN_FORCE_IN_2018
        assert all(each.article for each in rule.sources)
        rules.add(rule.says)
    assert len(rules) > 4
    same_week = {said(date(2018, 3, 5) + timedelta(days=day)) for day in range(7)}
    assert len(same_week) == 1


def test_heads_of_regions_hear_of_the_ban_from_six_months_before_the_determination(election):
    # UU 10/2016 Ps 71 (2): six months before 12 February 2018 is 12 August 2017.
    lines = [line for line in weekly_text(JAMBI, date(2018, 3, 5)) if line.says.startswith("Larangan penggantian")]
    assert "sejak 12 Agustus 2017" in lines[0].says
    assert lines[0].sources[0].article == "Pasal 71 ayat (2) dan (4)"


def test_marks_are_kept_as_they_are(election):
    lines = weekly_text(JAMBI, date(2018, 3, 5))
    assert as_kept(kept(lines)) == lines
    assert lines[1].sources[0].verification is Verification.SECONDARY


def test_without_a_determination_no_rule_is_told(election):
    ElectionStage.objects.filter(stage="DETERMINATION").delete()
    text = said(date(2018, 2, 1))
    assert "belum tercatat" in text
    assert "Jangan:" not in text


def test_elsewhere_the_election_of_another_region_is_not_told(election):
    Election.objects.update(region_code="53")
    assert "tidak ada pemilihan" in said(date(2018, 3, 5))
