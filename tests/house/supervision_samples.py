"""A visit of the supervisors to Kota Jambi, and one that the city paid to itself, by address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time

from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.registry.tests.builders import make_agency
from netra.supervision.entries import ChecklistEntry
from netra.supervision.models import Visit
from netra.supervision.operations import checklist_write, observation_record, visit_assign, visit_plan
from netra.supervision.tests.builders import CITY, OFFICE, QUESTIONS, a_suspicion, a_visit
from netra.trust.models import User
from tests.house.registry_samples import agency

Cast = Mapping[str, User]
AT = datetime(2018, 6, 1, 3, 0, tzinfo=UTC)
DAY = date(2018, 6, 1)


def _office(cast: Cast) -> None:
    agency(cast)
    if not Agency.objects.filter(code=OFFICE).exists():
        make_agency(OFFICE, name="Bawaslu Kota Jambi", kind=AgencyKind.ELECTION_SUPERVISOR, region_code="15.71")


def _planned(cast: Cast, name: str = "wayan", code: str = OFFICE) -> Visit:
    _office(cast)
    checklist_write(entry=ChecklistEntry(code, "FACILITY", QUESTIONS), by=cast[name], at=AT)
    entry = a_visit(agency_code=code, unit_code="", planned_date=DAY)
    return visit_plan(entry=entry, by=cast[name], at=AT)


def _seen(cast: Cast, name: str = "wayan", code: str = OFFICE) -> Visit:
    visit = _planned(cast, name, code)
    entry = a_suspicion(observed_date=DAY, observed_time=time(9, 30))
    observation_record(visit_ref=visit.ref, entry=entry, by=cast[name], at=AT)
    return visit


def a_plan(cast: Cast) -> dict[str, str]:
    """The supervisors will look at the city; the city does not know."""
    return {"ref": _planned(cast).ref}


def an_assignment(cast: Cast) -> dict[str, str]:
    """The letter has been issued."""
    visit = _planned(cast)
    visit_assign(visit_ref=visit.ref, officers=["Wayan (contoh), petugas"], by=cast["wayan"], at=AT)
    return {"ref": visit.ref}


def a_proof(cast: Cast) -> dict[str, str]:
    """The supervisors saw something and kept a photo."""
    return {"ref": _seen(cast).ref, "number": "1"}


def a_suspicion_of_the_city(cast: Cast) -> dict[str, str]:
    """The city saw something in its own house."""
    return {"ref": _seen(cast, "dewi", CITY).ref}


SUPERVISION_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "visit": a_plan,
    "visit_assign": a_plan,
    "visit_assignment": an_assignment,
    "visit_cancel": a_plan,
    "observation_record": a_plan,
    "observation_pass": a_suspicion_of_the_city,
    "observation_evidence": a_proof,
}
