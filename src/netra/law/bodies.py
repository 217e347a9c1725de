"""Which body holds a task on which day: oversight of neutrality, administrative appeal, the joint task force.

The day is the day of the act or of the step that is asked about. A case handled across a handover keeps both bodies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.law.data_files import Entry, day_of, read_data, refuse_unknown_keys, until_of
from netra.law.dated import Dated, Source, Timeline
from netra.law.instruments import cited_source

BODY_KEYS = ("from", "until", "code", "name", "source", "notes", "members", "needs_review")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the holder of a task; `members` are named where it is a joint one."""

    code: str
    name: str
    source: Source
    members: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    needs_review: bool = False


def oversight_body(on: date) -> Body:
    """Who watches over neutrality on that day: KASN to 2024-09-03, then BKN. NothingInForce before the ASN law."""
    return OVERSIGHT.on(on).value


def overseeing_since(on: date) -> list[tuple[date, Body]]:
    """The body that watches over neutrality on that day and each other that takes over later, with its first day."""
    found: dict[str, tuple[date, Body]] = {}
    for each in OVERSIGHT.entries:
        if each.until is None or on < each.until:
            found.setdefault(each.value.code, (max(on, each.start), each.value))
    return list(found.values())


def appeal_body(on: date) -> Body:
    """Who hears an administrative appeal filed on that day: BAPEK, from 2021-08-10 BPASN."""
    return APPEAL.on(on).value


def task_force(on: date) -> Body:
    """The joint task force on neutrality; NothingInForce before the joint decree of 2022."""
    return TASK_FORCE.on(on).value


def head_of(body: Body) -> str:
    """The head of an oversight body as letters call him."""
    return f"Ketua {body.name}" if body.code == "KASN" else f"Kepala {body.name}"


def _timeline(name: str, entries: list[Entry]) -> Timeline[Body]:
    return Timeline(name, [_dated(entry, where=f"bodies.yaml, {name}") for entry in entries])


def _dated(entry: Entry, *, where: str) -> Dated[Body]:
    refuse_unknown_keys(entry, BODY_KEYS, where=where)
    source = cited_source(entry, where=where)
    body = Body(
        code=entry["code"],
        name=entry["name"],
        source=source,
        members=tuple(entry.get("members", ())),
        notes=tuple(entry.get("notes", ())),
        needs_review=entry.get("needs_review", False),
    )
    return Dated(body, day_of(entry, "from", where=where), until_of(entry, where=where), source)


_DATA = read_data("bodies.yaml")
OVERSIGHT = _timeline("pengawas netralitas ASN", _DATA["oversight"])
APPEAL = _timeline("lembaga banding administratif", _DATA["appeal"])
TASK_FORCE = _timeline("satuan tugas netralitas ASN", _DATA["task_force"])
