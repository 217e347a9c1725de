"""Letters that prevent: the three of Kota Jambi in 2017 with their numbers, and one circular that runs today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from netra.demo.files import page
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.prevention.entries import InstrumentEntry, Original, Present, QuestionEntry, TargetLine
from netra.prevention.models import Instrument
from netra.prevention.operations import (
    attendance_record,
    instrument_acknowledge,
    instrument_draft,
    instrument_issue,
    instrument_open,
    instrument_remind,
)
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.prevention.queries import audience
from netra.prevention.states import InstrumentKind
from netra.registry.models import CivilServant

NOT_CARRIED = "Isi naskah aslinya tidak dimuat dalam demo; nomor dan tanggalnya dari tesis tentang Kota Jambi 2018."

END_DERIVED = "Batas berlakunya tidak disebut tesis: diturunkan dari hari pemungutan suara, 27 Juni 2018."


def letters_of_2017(world: World) -> Iterator[Tale]:
    """One tale per letter of the sheet."""
    for row in yaml_sheet("prevention.yaml")["instruments"]:
        yield _signed_outside(world, row)


def running_letters(world: World) -> Iterator[Tale]:
    """One tale per letter of the last weeks: the city's circular and instruction, the appeal of the supervisor."""
    for row in yaml_sheet("prevention.yaml")["current"]:
        yield _running(world, row)


def _running(world: World, row: dict[str, Any]) -> Tale:
    """Links opened, some understood where there were questions; lists from roll calls; some have not answered yet."""
    begin = world.today - timedelta(days=row["days_ago"])
    yield moment(begin, 8)
    entry = InstrumentEntry(
        kind=InstrumentKind(row["kind"]),
        agency_code=row["agency"],
        subject=row["subject"],
        points=row["points"],
        legal_basis=row["basis"],
        valid_from=begin,
        targets=[TargetLine(row.get("target", row["agency"]))],
        questions=[QuestionEntry(**each) for each in row.get("questions", ())],
        asked=1 if "questions" in row else 0,
    )
    instrument = _issued(world, entry, row["by"], begin)
    yield from _readers(instrument, begin)
    later = [(days_ago, _roll_call, units) for days_ago, units in row["apel"].items()]
    later += [(days_ago, _remind, units) for days_ago, units in row.get("ingatkan", {}).items()]
    for days_ago, act, units in sorted(later, key=itemgetter(0), reverse=True):
        day = world.today - timedelta(days=days_ago)
        yield moment(day, 10)
        act(world, instrument, day, units)


def _signed_outside(world: World, row: dict[str, Any]) -> Tale:
    yield moment(row["date"], 8)
    scan = page([row["subject"], f"Nomor {row['number']}", "(contoh pindaian)", NOT_CARRIED])
    entry = InstrumentEntry(
        kind=InstrumentKind(row["kind"]),
        agency_code=row["agency"],
        subject=row["subject"],
        points=[NOT_CARRIED, END_DERIVED],
        valid_from=row["date"],
        valid_until=row["until"],
        targets=[TargetLine(row["target"])],
        original=Original(row["number"], row["date"], scan, "pindaian.pdf"),
    )
    instrument = _issued(world, entry, row["by"], row["date"])
    for day, units in row["apel"].items():
        yield moment(day, 10)
        _roll_call(world, instrument, day, units)


def _issued(world: World, entry: InstrumentEntry, by: str, day: date) -> Instrument:
    draft = instrument_draft(entry=entry, by=world.users[by], at=moment(day, 8))
    return instrument_issue(instrument_ref=draft.ref, by=world.users[by], at=moment(day, 9))


def _roll_call(world: World, instrument: Instrument, day: date, units: list[str]) -> None:
    """Everybody of these units was there; Dewi of the personnel agency writes them down."""
    spells = audience(instrument, day).filter(agency__code="JAMBI-KOTA", unit__code__in=units)
    nips = spells.order_by("pk").values_list("civil_servant__nip", flat=True)
    present = [Present(line, nip) for line, nip in enumerate(nips, start=2)]
    attendance_record(
        instrument_ref=instrument.ref,
        held_date=day,
        present=present,
        by=world.users["dewi"],
        at=moment(day, 10),
    )


def _remind(world: World, instrument: Instrument, day: date, units: list[str]) -> None:
    """Dewi writes to the heads of these units, with one click each."""
    for unit in units:
        instrument_remind(
            instrument_ref=instrument.ref,
            agency_code="JAMBI-KOTA",
            unit_code=unit,
            by=world.users["dewi"],
            at=moment(day, 10),
        )


def _readers(instrument: Instrument, begin: date) -> Tale:
    """Of those who are left, every third answers rightly, every third wrongly, and every third does nothing."""
    day = begin + timedelta(days=1)
    yield moment(day, 7)
    spells = audience(instrument, day).select_related("civil_servant").order_by("pk")
    for number, spell in enumerate(spells):
        if number % 3 != 2:
            _read(instrument, spell.civil_servant, day, right=number % 3 == 0)


def _read(instrument: Instrument, person: CivilServant, day: date, *, right: bool) -> None:
    token, digits, at = PersonalLink(instrument.ref, person.ref).token, person.nip[-DIGITS:], moment(day, 7)
    reading = instrument_open(token=token, digits=digits, at=at)
    choices = {each.ordinal: each.right if right else (each.right + 1) % 3 for each in reading.questions}
    instrument_acknowledge(token=token, digits=digits, choices=choices, at=at)
