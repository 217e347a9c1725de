"""Supervision: a plan for every month of Kota Jambi in 2018 and Muaro Jambi in 2019, and what is under way today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from netra.demo.files import page
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale
from netra.demo.world import World
from netra.supervision.entries import AnswerEntry, ChecklistEntry, File, ObservationEntry, VisitEntry
from netra.supervision.models import Visit
from netra.supervision.operations import (
    checklist_write,
    observation_pass,
    observation_record,
    visit_assign,
    visit_cancel,
    visit_plan,
)
from netra.supervision.queries import latest_checklist
from netra.supervision.states import Answer, Result, Subject
from netra.trust.models import User
from netra.web.forms.supervision import first_questions

FIRST_CHECKLISTS = date(2017, 12, 18)
AHEAD = timedelta(days=7)
WATCHERS = {"JAMBI-KOTA": "dewi", "BAWASLU-15.71": "wayan", "MUARO-JAMBI": "nurul", "BAWASLU-15.05": "sinta"}
NOTHING = "Tidak terlihat pelanggaran (contoh)."
SOMETHING = "Terlihat keadaan yang perlu ditelusuri (contoh)."


def supervision(world: World) -> Iterator[Tale]:
    """One tale per visit, after the checklists by which all of them look."""
    sheet = yaml_sheet("supervision.yaml")
    yield _checklists(world, sheet)
    for year in sheet["years"]:
        for day, unit, subject, reason, *more in year["visits"]:
            told = {"unit": unit, "subject": subject, "reason": reason, **(more[0] if more else {})}
            yield _visit(world, {**year, **told}, day)
    for row in sheet["running"]:
        yield _visit(world, row, world.today - timedelta(days=row["ago"]))


def _checklists(world: World, sheet: dict[str, Any]) -> Tale:
    yield moment(FIRST_CHECKLISTS)
    for agency in sheet["checklists"]:
        for subject in Subject:
            _write(world, agency, subject, first_questions(subject), FIRST_CHECKLISTS)
    second = sheet["second_version"]
    yield moment(second["date"])
    _write(world, second["agency"], second["subject"], second["questions"], second["date"])


def _write(world: World, agency: str, subject: str, questions: Sequence[str], day: date) -> None:
    entry = ChecklistEntry(agency, subject, questions)
    checklist_write(entry=entry, by=world.users[WATCHERS[agency]], at=moment(day))


def _visit(world: World, row: dict[str, Any], day: date) -> Tale:
    by, planned = world.users[WATCHERS[row["agency"]]], day - AHEAD
    # What lies ahead was planned before today.
    at = moment(min(planned, world.today - timedelta(days=1)), 10)
    yield at
    entry = VisitEntry(
        agency_code=row["agency"],
        target_code=row["target"],
        unit_code=row["unit"],
        subject=row["subject"],
        planned_date=day,
        reasons=[f"{row['reason']} (contoh)"],
    )
    visit = visit_plan(entry=entry, by=by, at=at)
    if row.get("letter"):
        visit_assign(visit_ref=visit.ref, officers=[f"{by.full_name}, petugas pengawasan"], by=by, at=at)
    if "cancelled" in row:
        yield moment(day, 8)
        visit_cancel(visit_ref=visit.ref, reason=f"{row['cancelled']} (contoh)", by=by, at=moment(day, 8))
    elif not row.get("undone"):
        yield moment(day, 16)
        yield from _look(world, visit, row, day, by)


def _look(world: World, visit: Visit, row: dict[str, Any], day: date, by: User) -> Tale:
    at = moment(day, 16)
    suspected = "finding" in row or "passed" in row
    seen = observation_record(visit_ref=visit.ref, entry=_entry(visit, day, suspected=suspected), by=by, at=at)
    if "finding" in row:
        world.sightings[row["finding"]] = seen.ref
    if row.get("passed"):
        passed: datetime = moment(day + timedelta(days=1), 9)
        yield passed
        observation_pass(visit_ref=visit.ref, by=by, at=passed)


def _entry(visit: Visit, day: date, *, suspected: bool) -> ObservationEntry:
    checklist = latest_checklist(visit.agency_code, visit.subject)
    version, count = (checklist.version, len(checklist.questions)) if checklist else (1, 0)
    first = AnswerEntry(Answer.YES, SOMETHING) if suspected else AnswerEntry(Answer.NO)
    return ObservationEntry(
        version=version,
        observed_date=day,
        observed_time=time(10, 0),
        place="Tempat pengamatan (contoh)",
        answers=[first, *(AnswerEntry(Answer.NO) for _ in range(count - 1))],
        summary=SOMETHING if suspected else NOTHING,
        result=Result.SUSPECTED if suspected else Result.NOTHING_FOUND,
        proofs=[File(page(["Foto pengamatan", "(contoh bukti)"]), "foto.pdf")] if suspected else [],
    )
