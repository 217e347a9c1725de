"""Which office would get a report if it were sent now, told before anybody sends it."""

from __future__ import annotations

from datetime import date

from netra.intake.contest import with_agencies
from netra.intake.offices import Office, office_at
from netra.intake.routing import route, serving_office
from netra.intake.states import Kind
from netra.intake.submission import Submission


def serving(submission: Submission, *, on: date) -> Office:
    """The office that the submission would go to on that day, and whether anybody works for it here."""
    if submission.kind != Kind.SUPERIOR_PRESSURE:
        return serving_office(submission.region_code, on=on)
    persons = with_agencies(submission.persons)
    way = route(region_code=submission.region_code, kind=submission.kind, persons=persons, on=on)
    return office_at(way.handler_region_code, on=on)
