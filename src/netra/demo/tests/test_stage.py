"""Tales are played in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from netra.demo.files import page, picture
from netra.demo.pace import Pace, Told, after_working_days, before_working_days, moment
from netra.demo.stage import in_turn, play
from netra.trust.evidence.media import media_type


def days(*numbers: int) -> list[datetime]:
    return [moment(date(2026, 11, number)) for number in numbers]


def a_tale(told: list[str], name: str, *numbers: int) -> Iterator[datetime]:
    for when in days(*numbers):
        yield when
        told.append(f"{name}{when.day}")


class WhenTalesArePlayed:
    def it_lets_whoever_comes_first_act_first(self) -> None:
        told: list[str] = []
        list(in_turn([a_tale(told, "a", 2, 9), a_tale(told, "b", 3, 4)]))
        assert told == ["a2", "b3", "b4", "a9"]

    def it_stops_at_the_moment_of_loading(self) -> None:
        told: list[str] = []
        play([a_tale(told, "a", 2, 9), a_tale(told, "b", 3)], until=days(5)[0], progress=lambda when: None)
        assert told == ["a2", "b3"]

    def it_goes_on_with_the_others_when_one_has_been_told(self) -> None:
        def short() -> Iterator[datetime]:
            yield days(2)[0]
            raise Told

        told: list[str] = []
        list(in_turn([short(), a_tale(told, "b", 3)]))
        assert told == ["b3"]


class WhenDaysAreCounted:
    def it_skips_the_weekend_and_counts_back_to_where_it_began(self) -> None:
        # Friday 20 November 2026 and the Monday after it.
        assert after_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)
        assert before_working_days(date(2026, 11, 23), 1) == date(2026, 11, 20)

    def it_holds_the_last_act_back_to_the_working_day_before(self) -> None:
        pace = Pace(moment(date(2026, 10, 1)), name="x", today=date(2026, 11, 23), until="END", last=1)
        # One day before Monday 23 November is a Sunday.
        assert pace.next("END", working=1).date() == date(2026, 11, 20)

    def it_never_goes_back(self) -> None:
        pace = Pace(moment(date(2026, 11, 20), 16), name="x", today=date(2026, 11, 23))
        first = pace.next()
        assert pace.at(moment(date(2026, 11, 1))) > first

    def it_ends_where_the_story_says(self) -> None:
        pace = Pace(moment(date(2026, 11, 20)), name="x", today=date(2026, 11, 23), until="END")
        pace.reached("BEFORE")
        with pytest.raises(Told):
            pace.reached("END")


class WhenAFileIsDrawn:
    def it_is_what_its_bytes_say(self) -> None:
        assert media_type(picture("a")) == "image/png"
        assert media_type(page(("Catatan (contoh)",))) == "application/pdf"

    def it_is_the_same_for_the_same_name_and_differs_for_another(self) -> None:
        assert picture("a") == picture("a")
        assert picture("a") != picture("b")
