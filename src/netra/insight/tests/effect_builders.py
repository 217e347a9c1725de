"""Kota Jambi before the election of 27 June 2018: a letter reached DISDIK, an outreach SMP-1, nothing SATPOL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netra.cases import operations as cases
from netra.cases.models import Act, Allegation, Case, Party
from netra.cases.tests.builders import BUDI, LIKE, OPENING
from netra.insight.effect.places import places_of
from netra.insight.effect.report import Findings
from netra.insight.tables import Cell, Table
from netra.prevention.models import Instrument
from netra.prevention.operations import attendance_record
from netra.prevention.tests import outreach_builders as outreach
from netra.prevention.tests.builders import City, at, determined, issued, listed
from netra.registry.models import CivilServant
from netra.trust.models import User

# The last month that is counted, and the day of asking.
MAY, ON = date(2018, 5, 1), date(2018, 6, 15)


class Story(City):
    """The circular of 30 November 2017 was read out to Citra on 4 December; Budi attended on 7 March 2018."""

    circular: Instrument

    def __init__(self) -> None:
        super().__init__()
        determined()
        self.circular = issued(self)
        self.read_out("2017-12-04", self.citra)
        held = outreach.outreach(self)
        outreach.scanned(self, held, self.budi)
        outreach.held(self, held)

    def read_out(self, day: str, *people: CivilServant) -> None:
        """The circular, at a roll call that is written down on the same day."""
        attendance_record(
            instrument_ref=self.circular.ref,
            held_date=date.fromisoformat(day),
            present=listed(*people),
            by=self.dewi,
            at=at(day, 12),
        )


def alleged(
    city: City, person: CivilServant | None, day: str, *, precision: str = "DAY", referred: bool = True
) -> Case:
    """An act of that day is alleged of somebody, or of somebody whose number is not confirmed."""
    told = replace(LIKE, act_date=date.fromisoformat(day), act_date_precision=precision)
    opening = replace(OPENING, received_date=date(2018, 6, 1), parties=(BUDI,), acts=(told,))
    case = cases.case_register(opening=opening, by=city.wayan, at=at("2018-06-01"))
    Case.objects.filter(pk=case.pk).update(referred=referred)
    parties = Party.objects.filter(case=case)
    if person is not None:
        parties.update(nip=person.nip, identified_by_attribute="BIRTH_DATE", identified_at=at("2018-06-02"))
    Allegation.objects.create(
        party=parties.get(),
        act=Act.objects.get(case=case),
        assessment={},
        assessed_at=at("2018-06-02"),
        category="DISCIPLINE",
        needs_review=False,
    )
    return case


def found(user: User, *, month: date = MAY, on: date = ON, code: str = "") -> Findings:
    """What somebody is told of the place of that code, or of his first."""
    places = places_of(user, on=on)
    place = next((each for each in places if each.code == code), places[0])
    return Findings(user, place, month, on)


def cells(table: Table, label: str) -> tuple[Cell, ...]:
    """The row of that label."""
    (row,) = (row for row in table.rows if row.label.startswith(label))
    return row.cells
