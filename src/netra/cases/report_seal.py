"""What of its report a case closes: the answer of this room to `intake.sealing`."""

from __future__ import annotations

from datetime import date

from netra.cases.models import Case
from netra.cases.papers import audits_place, is_sealed
from netra.cases.sealing import sealed_people
from netra.intake.sealing import OPEN, Seal, called
from netra.trust.access import Person
from netra.trust.models import User


def seal_of_report(user: Person, report_ref: str, on: date) -> Seal:
    """Closed as the case is: whole where nothing was proven, else whoever was cleared; to the auditor of its place
    nothing is.
    """
    case = Case.objects.filter(report_ref=report_ref).first()
    if case is None or (isinstance(user, User) and audits_place(user, case, on)):
        return OPEN
    if is_sealed(case):
        return Seal(since=case.ended_date)
    cleared = (called(each.name, each.nip) for each in sealed_people(case.ref))
    return Seal(cleared=frozenset().union(*cleared))
