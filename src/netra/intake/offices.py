"""The office of the election supervisor for a region, as an agency with a letterhead."""

from __future__ import annotations

from netra.letters.queries import head_of
from netra.letters.render import Head
from netra.registry.models import Agency
from netra.registry.regions import Found, region_index
from netra.registry.states import AgencyKind


def office_agency(region_code: str) -> Agency | None:
    """The registered office of that region, if there is one."""
    return Agency.objects.filter(kind=AgencyKind.ELECTION_SUPERVISOR, region_code=region_code).order_by("code").first()


def office_name(region_code: str) -> str:
    """What the office is called: as registered, else by its region."""
    office = office_agency(region_code)
    return office.name if office else f"Bawaslu {_region_name(region_code)}"


def office_head(region_code: str) -> Head:
    """The letterhead of the office; a plain one where it is not registered yet."""
    office = office_agency(region_code)
    if office is None:
        return Head(name=office_name(region_code))
    return head_of(office.code)


def _region_name(region_code: str) -> str:
    found = region_index().named(region_code)
    return found.region.full_name if isinstance(found, Found) else region_code
