"""Outreach: act g of Kota Jambi in 2018, and of the last weeks one with its test, one moved, one called off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from netra.demo.files import page, picture
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.prevention.entries import Present, QuestionEntry, TargetLine
from netra.prevention.meeting_entries import File
from netra.prevention.models import Outreach
from netra.prevention.operations import (
    outreach_answer,
    outreach_attend,
    outreach_attendance_record,
    outreach_cancel,
    outreach_certify,
    outreach_code_open,
    outreach_file_add,
    outreach_hold,
    outreach_plan,
    outreach_postpone,
    outreach_test_set,
)
from netra.prevention.outreach_entries import OutreachEntry, RuleQuestion, SpeakerEntry
from netra.prevention.outreach_states import FileKind
from netra.prevention.personal_links import DIGITS, PersonalLink
from netra.registry.models import CivilServant, PositionSpell

CITY, CLERK = "JAMBI-KOTA", "dewi"
WEEK = timedelta(days=7)
# A place without a network: the list of act g comes in three days later.
LIST_LATER = timedelta(days=3)


def outreaches(world: World) -> Iterator[Tale]:
    """One tale per outreach of the sheet."""
    sheet = yaml_sheet("outreach.yaml")
    yield _act_g(world, sheet["act_g"])
    yield _running(world, sheet["running"])
    yield _coming(world, sheet["coming"])
    yield _cancelled(world, sheet["cancelled"])


def _planned(world: World, row: dict[str, Any], day: date, *, at: datetime) -> Outreach:
    speakers = [SpeakerEntry(*row["speaker"])] if "speaker" in row else []
    entry = OutreachEntry(
        agency_code=CITY,
        title=row["title"],
        place=row["place"],
        planned_date=day,
        aims=row["aims"],
        targets=[TargetLine(CITY)],
        speakers=speakers,
    )
    return outreach_plan(entry=entry, by=world.users[CLERK], at=at)


def _act_g(world: World, row: dict[str, Any]) -> Tale:
    day: date = row["date"]
    yield moment(day - WEEK, 9)
    found = _planned(world, row, day, at=moment(day - WEEK, 9))
    by = world.users[CLERK]
    yield moment(day, 14)
    outreach_hold(outreach_ref=found.ref, held_date=day, by=by, at=moment(day, 14))
    paper = File(page([row["title"], "(contoh materi)"]), "materi.pdf")
    _add(world, found, FileKind.MATERIAL, "Paparan narasumber (contoh)", paper, at=moment(day, 14))
    photo = File(picture(row["title"]), "foto.png")
    _add(world, found, FileKind.PHOTO, "Suasana Ruang Pola (contoh)", photo, at=moment(day, 14))
    yield moment(day + LIST_LATER, 10)
    people = _serving(day).filter(unit__code__in=row["units"])
    present = [Present(line, spell.civil_servant.nip) for line, spell in enumerate(people, start=2)]
    outreach_attendance_record(outreach_ref=found.ref, present=present, by=by, at=moment(day + LIST_LATER, 10))


def _running(world: World, row: dict[str, Any]) -> Tale:
    """Some know little before; most know more after."""
    day = world.today - timedelta(days=row["days_ago"])
    by = world.users[CLERK]
    yield moment(day - WEEK, 9)
    found = _planned(world, row, day, at=moment(day - WEEK, 9))
    items = [RuleQuestion(QuestionEntry(**_without_rule(each)), each["rule"]) for each in row["questions"]]
    outreach_test_set(outreach_ref=found.ref, items=items, asked=len(items), by=by, at=moment(day - WEEK, 9))
    people = [spell.civil_servant for spell in _serving(day)[: row["present"]]]
    yield moment(day - timedelta(days=1), 9)
    for number, person in enumerate(people):
        _answer(found, person, right=number % 2, at=moment(day - timedelta(days=1), 9))
    yield moment(day, 9)
    _link, secret = outreach_code_open(outreach_ref=found.ref, by=by, at=moment(day, 9))
    for person in people:
        outreach_attend(secret=secret, nip=person.nip, at=moment(day, 9))
    yield moment(day, 13)
    outreach_hold(outreach_ref=found.ref, held_date=day, by=by, at=moment(day, 13))
    for number, person in enumerate(people):
        _answer(found, person, right=len(items) - (number % 3 == 0), at=moment(day, 13))
    outreach_certify(outreach_ref=found.ref, by=by, at=moment(day, 14))


def _coming(world: World, row: dict[str, Any]) -> Tale:
    first, moved = (world.today + timedelta(days=row[name]) for name in ("moved_from_days_ahead", "days_ahead"))
    begin = world.today - WEEK
    yield moment(begin, 9)
    found = _planned(world, row, first, at=moment(begin, 9))
    yield moment(begin + timedelta(days=2), 9)
    told = {"reason": row["reason"], "by": world.users[CLERK], "at": moment(begin + timedelta(days=2), 9)}
    outreach_postpone(outreach_ref=found.ref, to_date=moved, **told)


def _cancelled(world: World, row: dict[str, Any]) -> Tale:
    day = world.today - timedelta(days=row["days_ago"])
    yield moment(day - WEEK, 9)
    found = _planned(world, row, day, at=moment(day - WEEK, 9))
    yield moment(day, 8)
    outreach_cancel(outreach_ref=found.ref, reason=row["reason"], by=world.users[CLERK], at=moment(day, 8))


def _serving(day: date) -> Any:
    spells = PositionSpell.objects.on(day).filter(agency__code=CITY, is_primary=True)
    return spells.select_related("civil_servant").order_by("pk")


def _add(world: World, found: Outreach, kind: FileKind, title: str, file: File, *, at: datetime) -> None:
    outreach_file_add(outreach_ref=found.ref, kind=kind, title=title, file=file, by=world.users[CLERK], at=at)


def _answer(found: Outreach, person: CivilServant, *, right: int, at: datetime) -> None:
    """The first so many questions rightly, the others wrongly."""
    questions = found.questions.order_by("ordinal")
    choices = {each.ordinal: each.right if place < right else 0 for place, each in enumerate(questions)}
    token = PersonalLink(found.ref, person.ref).token
    outreach_answer(token=token, digits=person.nip[-DIGITS:], choices=choices, at=at)


def _without_rule(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != "rule"}
