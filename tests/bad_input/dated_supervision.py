"""The days that people type in the room `supervision`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from netra.supervision import operations as supervision
from netra.supervision.models import Visit
from netra.supervision.tests.builders import SEEN_AT, Town, a_look, a_visit, planned, questions
from tests.bad_input.dated import DAY_BEFORE_2014, Field
from tests.bad_input.stories import Stage


@dataclass(frozen=True, slots=True)
class Watched:
    """The town with a visit that was planned on 1 March 2018 for 14 March."""

    town: Town
    visit: Visit


def in_the_town() -> Stage:
    town = Town()
    questions(town.wayan)
    return cast(Stage, Watched(town, planned(town)))


def plan(stage: Stage, day: date) -> object:
    town = cast(Watched, stage).town
    return supervision.visit_plan(entry=a_visit(planned_date=day), by=town.wayan, at=SEEN_AT)


def look(stage: Stage, day: date) -> object:
    told = cast(Watched, stage)
    entry = a_look(observed_date=day)
    return supervision.observation_record(visit_ref=told.visit.ref, entry=entry, by=told.town.wayan, at=SEEN_AT)


SUPERVISION = {
    "supervision.VisitEntry.planned_date": Field(
        in_the_town,
        plan,
        DAY_BEFORE_2014,
        "lebih awal daripada tahun 2014",
        date(2020, 3, 20),
        "lebih dari dua tahun",
        date(2018, 3, 28),
    ),
    "supervision.ObservationEntry.observed_date": Field(
        in_the_town,
        look,
        date(2018, 2, 28),
        "lebih awal daripada rencana",
        date(2018, 3, 15),
        "belum tiba",
        date(2018, 3, 14),
    ),
}
