"""An integrity pact of Kota Jambi before the election of 27 June 2018."""

from __future__ import annotations

from typing import Any

from netra.prevention.models import Pact
from netra.prevention.operations import pact_open
from netra.prevention.pact_entries import PactEntry
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import CITY, City, at
from netra.registry.models import CivilServant
from netra.trust.tests.told_once import told_once

OPENED_AT = at("2018-01-15")


def a_text(**over: Any) -> PactEntry:
    """For everybody in the city."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "title": "Ikrar netralitas dalam pemilihan 27 Juni 2018",
        "points": ["Saya menjaga netralitas.", "Saya tidak mengajak orang lain memihak."],
        "legal_basis": ["UU 5/2014 Pasal 2 huruf f"],
    }
    return PactEntry(**{**fields, **over})


@told_once
def opened(city: City, **over: Any) -> Pact:
    """A pact that can be signed from 15 January 2018."""
    return pact_open(entry=a_text(**over), by=city.dewi, at=OPENED_AT)


def link(pact: Pact, person: CivilServant) -> dict[str, str]:
    """The personal link of somebody, with the digits that only they know."""
    return {"token": PersonalLink(pact.ref, person.ref).token, "digits": person.nip[-6:]}
