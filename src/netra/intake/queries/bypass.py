"""Which agencies a report is kept from, and which ones may be meant where the reporter wrote them in other words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netra.intake.models import AlsoBypassed, Report, ReportedPerson
from netra.registry import queries as registry
from netra.registry.models import Agency


def bypassed(report_ref: str) -> tuple[str, ...]:
    """The codes of the agencies that must not see this report, in the order in which they were named."""
    first = Report.objects.filter(ref=report_ref).values_list("bypass_agency_code", flat=True)
    further = AlsoBypassed.objects.filter(report__ref=report_ref).order_by("pk").values_list("agency_code", flat=True)
    return tuple(code for code in (*first, *further) if code)


def bypass_is_open(report_ref: str) -> bool:
    """Whether an officer must still say which agencies this report is kept from."""
    return Report.objects.filter(ref=report_ref, bypass_open=True).exists()


def agencies_meant(persons: Iterable[ReportedPerson], *, on: date) -> list[Agency]:
    """Agencies that the persons' may be, for an officer to choose from; nothing is decided by it."""
    listed = list(persons)
    superiors = [person for person in listed if person.is_superior] or listed
    found: dict[str, Agency] = {}
    for text in dict.fromkeys(person.agency_code or person.agency_text for person in superiors):
        found |= {agency.code: agency for agency in registry.agencies_like(text, on=on)}
    return list(found.values())
