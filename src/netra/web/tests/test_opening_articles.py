"""The page of a case cites for the opening of a proceeding what binds that person, beside the act and on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import BUDI, Cast, at
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.web.tests.cases_scene import the_clock_shows
from netra.web.tests.sanctions_scene import page, signed_in

pytestmark = pytest.mark.django_db

OF_PNS, OF_THE_AGENCY = "PP 94/2021 Pasal 26 ayat (1)", "PP 49/2018 Pasal 52 (peraturan disiplin instansi)"


@pytest.mark.parametrize(("employment", "cited"), [("PNS", OF_PNS), ("PPPK", OF_THE_AGENCY)])
def test_the_article_is_that_of_the_person(monkeypatch, employment, cited):
    the_clock_shows(monkeypatch, at("2024-10-29", 12))
    cast = Cast()
    person = replace(BUDI, employment=employment)
    story = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(person,))
    case = recommend_story(cast, story)
    shown = page(signed_in(cast.dewi).get(f"/perkara/{case.ref}/"))
    assert cited in shown.partition('id="berikut"')[2].partition("</section>")[0]
    assert shown.count(cited) == 2
    assert (OF_PNS in shown) is (employment == "PNS")
