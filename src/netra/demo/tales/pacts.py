"""An integrity pact of the last weeks: two versions, a ceremony with its list, personal links, one refusal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from netra.demo.files import page
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.prevention.entries import Present
from netra.prevention.meeting_entries import File
from netra.prevention.models import Pact
from netra.prevention.operations import pact_letter, pact_open, pact_record, pact_refusal_record, pact_sign
from netra.prevention.pact_entries import PactEntry
from netra.prevention.personal_links import PersonalLink
from netra.registry.models import PositionSpell

CITY, CLERK = "JAMBI-KOTA", "dewi"
DAY = timedelta(days=1)
# Before any other tale of the day: several of them act for hours after they were given their turn.
EARLY = 5


def pacts(world: World) -> Iterator[Tale]:
    """One tale."""
    yield _pact(world, yaml_sheet("pacts.yaml"))


def _pact(world: World, sheet: dict[str, Any]) -> Tale:
    day = world.today - timedelta(days=sheet["days_ago"])
    yield moment(day, EARLY)
    first = _opened(world, sheet["first"], sheet["first"], day)
    yield moment(day + DAY, EARLY)
    _ceremony(world, first, sheet["first"]["ceremony"], day)
    second = sheet["second"]
    day += timedelta(days=second["days_later"])
    yield moment(day, EARLY)
    pact = _opened(world, sheet["first"], second, day, earlier=first.ref)
    yield moment(day + DAY, EARLY)
    _ceremony(world, pact, second["ceremony"], day)
    yield moment(day + 2 * DAY, EARLY)
    for spell in _people(second["links"]["unit"], day)[: second["links"]["count"]]:
        person = spell.civil_servant
        token = PersonalLink(pact.ref, person.ref).token
        at = moment(day + 2 * DAY, EARLY)
        pact_sign(token=token, digits=person.nip[-6:], at=at)
        pact_letter(pact_ref=pact.ref, person_ref=person.ref, by=world.users[CLERK], at=at)
    yield moment(day + 3 * DAY, EARLY)
    by, at = world.users[CLERK], moment(day + 3 * DAY, EARLY)
    for spell in _people(second["refuses"]["unit"], day)[:1]:
        told = {"nip": spell.civil_servant.nip, "reason": second["refuses"]["reason"]}
        pact_refusal_record(pact_ref=pact.ref, held_date=day, by=by, at=at, **told)


def _opened(world: World, base: dict[str, Any], row: dict[str, Any], day: date, *, earlier: str = "") -> Pact:
    entry = PactEntry(
        agency_code=CITY,
        title=base["title"],
        points=row["points"],
        legal_basis=base["legal_basis"],
        earlier_ref=earlier,
    )
    return pact_open(entry=entry, by=world.users[CLERK], at=moment(day, EARLY))


def _ceremony(world: World, pact: Pact, units: list[str], day: date) -> None:
    """Everybody of these units signed on that day; their list is entered on the next."""
    spells = [spell for unit in units for spell in _people(unit, day)]
    scan = File(page(["Daftar penanda tangan (contoh)", pact.title]), "daftar.pdf")
    present = [Present(line, spell.civil_servant.nip) for line, spell in enumerate(spells, start=2)]
    by, at = world.users[CLERK], moment(day + DAY, EARLY)
    pact_record(pact_ref=pact.ref, held_date=day, present=present, by=by, at=at, proof=scan)


def _people(unit: str, day: date) -> list[PositionSpell]:
    rows = PositionSpell.objects.on(day).filter(agency__code=CITY, unit__code=unit, is_primary=True)
    return list(rows.select_related("civil_servant").order_by("pk"))
