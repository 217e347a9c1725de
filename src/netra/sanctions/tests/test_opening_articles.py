"""On what a proceeding that may still be opened would rest: by who is accused and of what, not always PP 94/2021."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import BUDI, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.queries import opening_articles
from netra.sanctions.tests.builders import Story, deed, open_story, recommend_story
from netra.sanctions.tests.test_council import PHOTO
from netra.sanctions.tests.test_terms_owed import JOINING

pytestmark = pytest.mark.django_db

LIKING = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)))
PNS_DISCIPLINE, ETHICS = "PP 94/2021 Pasal 26 ayat (1)", "PP 42/2004 Pasal 15 dan 17"
OF_THE_AGENCY = "PP 49/2018 Pasal 52 (peraturan disiplin instansi)"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def by(story: Story, *employments: str) -> Story:
    people = (replace(BUDI, employment=each, name=f"Orang {each} (contoh)") for each in employments)
    return replace(story, people=tuple(people))


def articles(cast, case, on=date(2024, 10, 29)):
    return [str(source) for source in opening_articles(case, case.parties.all(), on=on)]


@pytest.mark.parametrize(
    ("story", "employment", "expected"),
    [
        (LIKING, "PNS", PNS_DISCIPLINE),
        (LIKING, "CPNS", PNS_DISCIPLINE),  # PP 94/2021 Ps 43
        (LIKING, "PPPK", OF_THE_AGENCY),  # PP 49/2018 Ps 52: the rules of the own agency
        (PHOTO, "PNS", ETHICS),
        (PHOTO, "PPPK", "PP 49/2018 Pasal 52 (peraturan instansi)"),
        (JOINING, "PNS", "UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)"),
        (JOINING, "CPNS", "PP 11/2017 Pasal 37 ayat (2) huruf f"),
        (JOINING, "PPPK", "PP 49/2018 Pasal 53 ayat (3) huruf c"),
    ],
)
def test_the_article_follows_the_employment_and_the_route(cast, story, employment, expected):
    assert articles(cast, recommend_story(cast, by(story, employment))) == [expected]


def test_two_people_of_two_employments_have_an_article_each(cast):
    assert articles(cast, recommend_story(cast, by(LIKING, "PNS", "PPPK"))) == [PNS_DISCIPLINE, OF_THE_AGENCY]


def test_where_discipline_was_opened_only_ethics_is_left(cast):
    assert articles(cast, open_story(cast, LIKING).case) == [ETHICS]


def test_where_everything_was_opened_nothing_is_cited(cast):
    case = open_story(cast, LIKING).case
    act.proceeding_open(case_ref=case.ref, party=1, route="ETHICS", by=cast.dewi, at=at("2024-10-30", 11))
    assert articles(cast, case) == []
