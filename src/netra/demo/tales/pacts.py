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


def pacts(world: World) -> Iterator[Tale]:
    """One tale."""
    yield _pact(world, yaml_sheet("pacts.yaml"))


def _pact(world: World, sheet: dict[str, Any]) -> Tale:
    day = world.today - timedelta(days=sheet["days_ago"])
    yield moment(day, 9)
    first = _opened(world, sheet["first"], sheet["first"], day)
    yield moment(day + DAY, 10)
    _ceremony(world, first, sheet["first"]["ceremony"], day)
    second = sheet["second"]
    day += timedelta(days=second["days_later"])
    yield moment(day, 9)
    pact = _opened(world, sheet["first"], second, day, earlier=first.ref)
    yield moment(day + DAY, 10)
    signed = _ceremony(world, pact, second["ceremony"], day)
    yield moment(day + 2 * DAY, 20)
    for spell in _people(second["links"]["unit"], day)[: second["links"]["count"]]:
        person = spell.civil_servant
        token = PersonalLink(pact.ref, person.ref).token
        pact_sign(token=token, digits=person.nip[-6:], at=moment(day + 2 * DAY, 20))
    yield moment(day + 3 * DAY, 11)
    by, at = world.users[CLERK], moment(day + 3 * DAY, 11)
    for spell in _people(second["refuses"]["unit"], day)[:1]:
        told = {"nip": spell.civil_servant.nip, "reason": second["refuses"]["reason"]}
        pact_refusal_record(pact_ref=pact.ref, held_date=day, by=by, at=at, **told)
    pact_letter(pact_ref=pact.ref, person_ref=signed[0].civil_servant.ref, by=by, at=at)


def _opened(world: World, base: dict[str, Any], row: dict[str, Any], day: date, *, earlier: str = "") -> Pact:
    entry = PactEntry(
        agency_code=CITY,
        title=base["title"],
        points=row["points"],
        legal_basis=base["legal_basis"],
        earlier_ref=earlier,
    )
    return pact_open(entry=entry, by=world.users[CLERK], at=moment(day, 9))


def _ceremony(world: World, pact: Pact, units: list[str], day: date) -> list[PositionSpell]:
    """Everybody of these units signed on that day; their list is entered on the next."""
    spells = [spell for unit in units for spell in _people(unit, day)]
    scan = File(page(["Daftar penanda tangan (contoh)", pact.title]), "daftar.pdf")
    present = [Present(line, spell.civil_servant.nip) for line, spell in enumerate(spells, start=2)]
    by, at = world.users[CLERK], moment(day + DAY, 10)
    pact_record(pact_ref=pact.ref, held_date=day, present=present, by=by, at=at, proof=scan)
    return spells


def _people(unit: str, day: date) -> list[PositionSpell]:
    rows = PositionSpell.objects.on(day).filter(agency__code=CITY, unit__code=unit, is_primary=True)
    return list(rows.select_related("civil_servant").order_by("pk"))
