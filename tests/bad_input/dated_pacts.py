"""The days that people type about integrity pacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from netra.prevention import operations as prevention
from netra.prevention.models import Pact
from netra.prevention.tests.builders import City, at, listed
from netra.prevention.tests.pact_builders import opened
from tests.bad_input.dated import Field
from tests.bad_input.stories import Stage

NOW = at("2018-01-19")
TOO_EARLY, TOO_LATE, GOOD = date(2018, 1, 14), date(2018, 1, 20), date(2018, 1, 16)


@dataclass(frozen=True, slots=True)
class Asked:
    """The city, and its pact open since 15 January 2018; today is Friday the 19th."""

    city: City
    pact: Pact


def with_a_pact() -> Stage:
    city = City()
    return cast(Stage, Asked(city, opened(city)))


def enter_a_list(stage: Stage, day: date) -> object:
    told = cast(Asked, stage)
    return prevention.pact_record(
        pact_ref=told.pact.ref, held_date=day, present=listed(told.city.budi), by=told.city.dewi, at=NOW
    )


def enter_a_refusal(stage: Stage, day: date) -> object:
    told = cast(Asked, stage)
    return prevention.pact_refusal_record(
        pact_ref=told.pact.ref,
        nip=told.city.budi.nip,
        held_date=day,
        reason="Ingin membaca dahulu.",
        by=told.city.dewi,
        at=NOW,
    )


PACTS = {
    "prevention.pact_record.held_date": Field(
        with_a_pact, enter_a_list, TOO_EARLY, "belum dibuka", TOO_LATE, "belum tiba", GOOD
    ),
    "prevention.pact_refusal_record.held_date": Field(
        with_a_pact, enter_a_refusal, TOO_EARLY, "belum dibuka", TOO_LATE, "belum tiba", GOOD
    ),
}
