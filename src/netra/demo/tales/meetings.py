"""Meetings and consultations: those of Kota Jambi in early 2018, and a routine of the last months with its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from netra.demo.files import page
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale, in_turn
from netra.demo.world import World
from netra.prevention.entries import Present
from netra.prevention.meeting_entries import (
    AnswerEntry,
    ConsultationEntry,
    File,
    ItemEntry,
    MeetingEntry,
    MinutesEntry,
    Outsider,
    SeriesEntry,
)
from netra.prevention.models import Meeting, MeetingSeries
from netra.prevention.operations import (
    action_item_assign,
    action_item_drop,
    action_item_finish,
    consultation_answer,
    consultation_ask,
    meeting_attendance_record,
    meeting_hold,
    meeting_invite,
    meeting_plan,
    meeting_series_end,
    meeting_series_start,
    minutes_adopt,
    minutes_draft,
)
from netra.prevention.recurring import nth_weekday
from netra.registry.models import PositionSpell

CITY, CLERK = "JAMBI-KOTA", "dewi"
AHEAD, NEXT_DAY = timedelta(days=7), timedelta(days=1)
EXAMPLE = "Notulen contoh: apa yang dibicarakan pada rapat rutin ini rekaan."
GUEST = Outsider(1, "Utusan pengawas pemilu (contoh)", "Bawaslu Kota Jambi")


def meetings(world: World) -> Iterator[Tale]:
    """One tale per meeting, consultation and series of the sheet."""
    sheet = yaml_sheet("meetings.yaml")
    for row in sheet["meetings"]:
        yield _meeting(world, row)
    for row in sheet["consultations"]:
        yield _consultation(world, row)
    yield _series_of_2018(world, sheet["series_2018"])
    yield _running(world, sheet["running"])


def _meeting(world: World, row: dict[str, Any]) -> Tale:
    day: date = row["date"]
    yield moment(day - AHEAD, 9)
    meeting = _planned(world, row, day, moment(day - AHEAD, 9))
    yield moment(day, 13)
    _hold(world, meeting, day, row["units"])
    yield moment(day + NEXT_DAY, 9)
    tasks = [(each, _assign(world, meeting, each, each["due"], day)) for each in row["tasks"]]
    # With a paper, so that Netra numbers no letter that Kota Jambi never wrote.
    paper = File(page([row["title"], "(contoh naskah)", row["minutes"]]), "notulen.pdf")
    _minute(world, meeting, day + NEXT_DAY, MinutesEntry(row["minutes"], row["decisions"], document=paper))
    yield from in_turn([_closed(world, item, told) for told, item in tasks])
    if "correction" in row:
        told = row["correction"]
        yield moment(told["date"], 9)
        entry = MinutesEntry(row["minutes"], told["decisions"], told["reason"], paper)
        _minute(world, meeting, told["date"], entry)


def _planned(
    world: World, row: dict[str, Any], day: date, at: datetime, series: MeetingSeries | None = None
) -> Meeting:
    entry = MeetingEntry(
        agency_code=CITY,
        title=row["title"],
        place=row["place"],
        planned_date=day,
        agenda=row.get("agenda", ["Perkembangan pengawasan netralitas (contoh)"]),
        parties=row["parties"],
        series_ref=series.ref if series else "",
    )
    return meeting_plan(entry=entry, by=world.users[CLERK], at=at)


def _hold(world: World, meeting: Meeting, day: date, units: list[str], guests: tuple[Outsider, ...] = ()) -> None:
    """It took place; everybody of these units was there, and whoever else is named."""
    by, at = world.users[CLERK], moment(day, 13)
    meeting_hold(meeting_ref=meeting.ref, held_date=day, by=by, at=at)
    spells = PositionSpell.objects.on(day).filter(agency__code=CITY, unit__code__in=units, is_primary=True)
    nips = spells.order_by("pk").values_list("civil_servant__nip", flat=True)
    present = [Present(line, nip) for line, nip in enumerate(nips, start=2)]
    if present or guests:
        meeting_attendance_record(meeting_ref=meeting.ref, present=present, outsiders=guests, by=by, at=at)


def _minute(world: World, meeting: Meeting, day: date, told: MinutesEntry) -> None:
    by, at = world.users[CLERK], moment(day, 9)
    minutes_draft(meeting_ref=meeting.ref, entry=told, by=by, at=at)
    minutes_adopt(meeting_ref=meeting.ref, by=by, at=at)


def _assign(world: World, meeting: Meeting, told: dict[str, Any], due: date, day: date) -> str:
    entry = ItemEntry(told["task"], told["agency"], told["office"], due)
    item = action_item_assign(meeting_ref=meeting.ref, entry=entry, by=world.users[CLERK], at=moment(day + NEXT_DAY, 9))
    return item.ref


def _closed(world: World, item_ref: str, told: dict[str, Any]) -> Tale:
    """A task that was done, or that nobody has to do any more; another stays open."""
    if "done" in told:
        yield moment(told["done"], 14)
        proof = File(page([told["task"], "(contoh bukti)"]), "bukti.pdf")
        by, at = world.users[told["by"]], moment(told["done"], 14)
        action_item_finish(item_ref=item_ref, note=told["note"], by=by, at=at, proof=proof)
    elif "dropped" in told:
        yield moment(told["dropped"], 14)
        by, at = world.users[told["by"]], moment(told["dropped"], 14)
        action_item_drop(item_ref=item_ref, reason=told["note"], by=by, at=at)


def _consultation(world: World, row: dict[str, Any]) -> Tale:
    day: date = row.get("date") or world.today - timedelta(days=row["days_ago"])
    yield moment(day, 11)
    entry = ConsultationEntry(
        agency_code=CITY,
        body=row["body"],
        subject=row["subject"],
        question=row["question"],
        asked_date=day,
        place=row.get("place", ""),
    )
    asked = consultation_ask(entry=entry, by=world.users[CLERK], at=moment(day, 11))
    if "answer" in row:
        yield moment(row["answered"], 14)
        paper = File(page([row["subject"], row["answer"], "(contoh naskah)"]), "jawaban.pdf")
        answer = AnswerEntry(row["answer"], row["answered"], row["answered_by"], paper)
        by, at = world.users[CLERK], moment(row["answered"], 14)
        consultation_answer(consultation_ref=asked.ref, entry=answer, by=by, at=at)


def _series(world: World, row: dict[str, Any], start: date, *, at: datetime) -> MeetingSeries:
    entry = SeriesEntry(
        agency_code=CITY,
        title=row["title"],
        place=row["place"],
        week=row["week"],
        weekday=row["weekday"],
        start_date=start,
        parties=row["parties"],
    )
    return meeting_series_start(entry=entry, by=world.users[CLERK], at=at)


def _series_of_2018(world: World, row: dict[str, Any]) -> Tale:
    yield moment(row["start"], 8)
    series = _series(world, row, row["start"], at=moment(row["start"], 8))
    for day in row["held"]:
        yield moment(day - AHEAD, 9)
        meeting = _planned(world, row, day, moment(day - AHEAD, 9), series)
        yield moment(day, 13)
        _hold(world, meeting, day, ["BKPSDM"], (GUEST,))
        yield moment(day + NEXT_DAY, 9)
        paper = File(page([row["title"], EXAMPLE]), "notulen.pdf")
        _minute(world, meeting, day + NEXT_DAY, MinutesEntry(EXAMPLE, document=paper))
    yield moment(row["until"], 9)
    by, at = world.users[CLERK], moment(row["until"], 9)
    meeting_series_end(series_ref=series.ref, until_date=row["until"], reason=row["reason"], by=by, at=at)


def _running(world: World, row: dict[str, Any]) -> Tale:
    """One meeting a month until today, one month without; each plans the next. That of last month gave tasks."""
    counts = [count for count in range(row["months"], -3, -1) if count != row["without"]]
    days = [nth_weekday(_month_before(world.today, count), row["week"], row["weekday"]) for count in counts]
    begin = moment(days[0] - timedelta(days=30), 8)
    yield begin
    series = _series(world, row, days[0].replace(day=1), at=begin)
    planned = _planned(world, row, days[0], begin, series)
    for count, day, following in zip(counts, days, days[1:], strict=False):
        yield moment(day, 13)
        _hold(world, planned, day, ["BKPSDM"], (GUEST,))
        meeting, planned = planned, _planned(world, row, following, moment(day, 15), series)
        meeting_invite(meeting_ref=planned.ref, by=world.users[CLERK], at=moment(day, 15))
        if count == 1:
            yield from _with_tasks(world, meeting, day, row["tasks"])
        elif count > 0:
            yield moment(day + NEXT_DAY, 9)
            _minute(world, meeting, day + NEXT_DAY, MinutesEntry(EXAMPLE, ["Bertemu lagi bulan depan (contoh)."]))


def _with_tasks(world: World, meeting: Meeting, day: date, tasks: list[dict[str, Any]]) -> Tale:
    yield moment(day + NEXT_DAY, 9)
    due = [day + timedelta(days=each["days"]) for each in tasks]
    items = [_assign(world, meeting, each, until, day) for each, until in zip(tasks, due, strict=True)]
    _minute(world, meeting, day + NEXT_DAY, MinutesEntry(EXAMPLE, ["Tugas dibagi seperti di bawah (contoh)."]))
    for told, item, until in zip(tasks, items, due, strict=True):
        if told.get("done"):
            yield from _closed(world, item, {**told, "done": until - timedelta(days=2)})


def _month_before(day: date, count: int) -> date:
    number = day.year * 12 + day.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)
