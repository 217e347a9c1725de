"""The house opens: accounts, roles, agencies, elections; then civil servants take their positions over the years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from netra.demo.cast import ADMINISTRATOR, CAST, PASSWORD, Member
from netra.demo.pace import WIB, moment
from netra.demo.people import spells
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.registry import operations as registry
from netra.registry.entries import AgencyEntry, AppointingAuthorityEntry, RetentionEntry, UnitEntry
from netra.registry.states import AgencyKind, Fate
from netra.trust import operations as trust
from netra.trust.models import User

OPENING = moment(date(2017, 1, 2), 8)


def open_house(world: World) -> None:
    """Everything that stands before the first tale begins."""
    administrator = _administrator()
    for member in CAST:
        world.users[member.username] = administrator if member is ADMINISTRATOR else _account(member, administrator)
    registry.elections_seed(by=administrator, at=OPENING)
    sheet = yaml_sheet("agencies.yaml")
    for row in sheet["agencies"]:
        registry.agency_save(entry=_agency(row), by=administrator, at=OPENING)
    for agency_code, units in sheet["units"].items():
        _units(agency_code, units, administrator)
    for row in sheet["retention"]:
        entry = RetentionEntry(**{**row, "fate": Fate(row["fate"])})
        registry.retention_set(entry=entry, by=administrator, at=OPENING)


def authorities(world: World) -> Tale:
    """Who appoints whom: those in office at the opening, then each change on its day."""
    rows = sorted(yaml_sheet("agencies.yaml")["authorities"], key=lambda row: row["start_date"])
    for row in rows:
        yield _day_or_opening(row["start_date"])
        registry.appointing_authority_set(
            entry=AppointingAuthorityEntry(**row),
            by=world.users[ADMINISTRATOR.username],
            at=_day_or_opening(row["start_date"]),
        )


def positions(world: World) -> Tale:
    """Civil servants begin in their positions, superiors before their subordinates of the same day."""
    refs: dict[str, str] = {}
    by = world.users[ADMINISTRATOR.username]
    registered = (each for each in spells() if each.nip)
    for servant in sorted(registered, key=lambda each: (max(each.start, OPENING.date()), bool(each.superior))):
        when = _day_or_opening(servant.start)
        yield when
        if servant.key not in refs:
            person = registry.civil_servant_save(entry=servant.entry(), agency_code=servant.agency, by=by, at=when)
            refs[servant.key] = person.ref
        registry.position_start(person_ref=refs[servant.key], entry=servant.spell(world.servants), by=by, at=when)


def _administrator() -> User:
    token = trust.first_admin_invite(at=OPENING)
    return trust.first_admin_create(
        token=token,
        username=ADMINISTRATOR.username,
        full_name=ADMINISTRATOR.full_name,
        password=PASSWORD,
        at=OPENING,
    )


def _account(member: Member, administrator: User) -> User:
    user, token = trust.user_create(username=member.username, full_name=member.full_name, by=administrator, at=OPENING)
    trust.password_set(token=token, new=PASSWORD, at=OPENING)
    if member.role is None:
        return user
    for place in member.places:
        trust.role_grant(
            username=member.username,
            role=member.role,
            region_code=place.region_code,
            agency_code=place.agency_code,
            unit_code=place.unit_code,
            valid_from=OPENING.date(),
            by=administrator,
            at=OPENING,
        )
    return user


def _agency(row: dict[str, Any]) -> AgencyEntry:
    return AgencyEntry(**{**row, "kind": AgencyKind(row["kind"])})


def _units(agency_code: str, rows: Iterable[tuple[str, str, str]], by: User) -> None:
    for code, name, parent in rows:
        registry.unit_save(entry=UnitEntry(agency_code, code, name, parent), by=by, at=OPENING)


def _day_or_opening(day: date) -> datetime:
    return max(OPENING, datetime.combine(day, time(7, 30), WIB))
