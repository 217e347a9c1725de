"""The office of the election supervisor for a region, as an agency with a letterhead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from netra.letters.queries import head_of
from netra.letters.render import Head
from netra.registry.models import Agency
from netra.registry.models.agencies import name_before
from netra.registry.queries import agency_name
from netra.registry.regions import NATION, Found, region_index
from netra.registry.states import AgencyKind
from netra.trust.acts import Role
from netra.trust.asked_again import AskedAgain
from netra.trust.queries import regions_held


def office_agency(region_code: str) -> Agency | None:
    """The registered office of that region, if there is one."""
    return Agency.objects.filter(kind=AgencyKind.ELECTION_SUPERVISOR, region_code=region_code).order_by("code").first()


def office_code(region_code: str) -> str:
    """The code of that office; "" where none is registered."""
    office = office_agency(region_code)
    return office.code if office else ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its region; it is served where it is registered here, or an officer was given its region.

    The national office is served by an officer alone: it is registered wherever a letter names it, and what comes to it
    comes from the whole country.
    """

    region_code: str
    name: str
    is_served: bool


_REGISTERED = AskedAgain(
    lambda regions, end: (
        Agency.objects.filter(kind=AgencyKind.ELECTION_SUPERVISOR, region_code__among=regions)
        .order_by("-code")
        .values_list("region_code", name_before(end))
    )
)


def offices(region_codes: Collection[str], *, on: date) -> dict[str, Office]:
    """The offices of these regions on that day, in two queries at most."""
    registered = dict(_REGISTERED(regions=region_codes, end=on + timedelta(days=1)))
    others = [code for code in region_codes if code not in registered or code == NATION]
    held = regions_held(Role.INTAKE_OFFICER, others, on=on) if others else frozenset()
    served = {*registered} - {NATION} | held
    return {code: Office(code, registered.get(code) or _plain_name(code), code in served) for code in region_codes}


def office_at(region_code: str, *, on: date) -> Office:
    """The office of one region."""
    return offices((region_code,), on=on)[region_code]


def office_name(region_code: str, *, on: date) -> str:
    """What the office was called on that day: as registered, else by its region."""
    office = office_agency(region_code)
    return agency_name(office.code, on) if office else _plain_name(region_code)


def office_head(region_code: str, *, on: date) -> Head:
    """The letterhead of the office on that day; a plain one where it is not registered yet."""
    office = office_agency(region_code)
    if office is None:
        return Head(name=_plain_name(region_code))
    return head_of(office.code, on=on)


def _plain_name(region_code: str) -> str:
    if region_code == NATION:
        return "Bawaslu RI"
    found = region_index().named(region_code)
    return f"Bawaslu {found.region.full_name if isinstance(found, Found) else region_code}"
