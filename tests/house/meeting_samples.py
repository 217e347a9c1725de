"""A meeting of Kota Jambi with its supervisors, its minutes and tasks, a series and a consultation, by address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from netra.prevention.meeting_entries import File, Outsider
from netra.prevention.operations import (
    action_item_assign,
    action_item_finish,
    consultation_answer,
    consultation_ask,
    meeting_attendance_record,
    meeting_hold,
    meeting_invite,
    meeting_plan,
    meeting_series_start,
    minutes_adopt,
    minutes_draft,
)
from netra.prevention.tests.builders import SUPERVISOR
from netra.prevention.tests.meeting_builders import a_plan, a_question, a_rule, a_task, an_answer, some_minutes
from netra.registry.states import AgencyKind
from netra.registry.tests.builders import make_agency
from netra.trust.models import User
from tests.house.registry_samples import agency

Cast = Mapping[str, User]
AT = datetime(2018, 6, 1, 3, 0, tzinfo=UTC)
HELD = date(2018, 5, 31)


def a_planned_meeting(cast: Cast) -> dict[str, str]:
    """The city has called its supervisors."""
    agency(cast)
    make_agency(SUPERVISOR, name="Bawaslu Kota Jambi", kind=AgencyKind.ELECTION_SUPERVISOR, region_code="15.71")
    return {"ref": meeting_plan(entry=a_plan(planned_date=HELD), by=cast["dewi"], at=AT).ref}


def an_invitation(cast: Cast) -> dict[str, str]:
    """The letter has gone out."""
    return {"ref": meeting_invite(meeting_ref=a_planned_meeting(cast)["ref"], by=cast["dewi"], at=AT).ref}


def a_held_meeting(cast: Cast) -> dict[str, str]:
    """It took place; nothing is written yet."""
    planned = a_planned_meeting(cast)["ref"]
    return {"ref": meeting_hold(meeting_ref=planned, held_date=HELD, by=cast["dewi"], at=AT).ref}


def somebody_on_the_list(cast: Cast) -> dict[str, str]:
    """A guest was written down, in the first place."""
    held = a_held_meeting(cast)
    guest = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu Kota Jambi")
    meeting_attendance_record(meeting_ref=held["ref"], outsiders=[guest], by=cast["dewi"], at=AT)
    return {**held, "ordinal": "1"}


def a_draft_of_minutes(cast: Cast) -> dict[str, str]:
    """The minutes wait to be adopted."""
    held = a_held_meeting(cast)
    minutes_draft(meeting_ref=held["ref"], entry=some_minutes(), by=cast["dewi"], at=AT)
    return held


def a_version(cast: Cast) -> dict[str, str]:
    """Adopted minutes, which everybody who takes part may read."""
    draft = a_draft_of_minutes(cast)
    minutes_adopt(meeting_ref=draft["ref"], by=cast["dewi"], at=AT)
    return {**draft, "version": "1"}


def a_task_of_the_supervisors(cast: Cast) -> dict[str, str]:
    """An open task, given by the city to its supervisors."""
    held = a_held_meeting(cast)["ref"]
    entry = a_task(due_date=date(2018, 6, 15))
    return {"ref": action_item_assign(meeting_ref=held, entry=entry, by=cast["dewi"], at=AT).ref}


def a_proof(cast: Cast) -> dict[str, str]:
    """A task that was done, with what shows it."""
    task = a_task_of_the_supervisors(cast)
    proof = File(b"%PDF-1.4 bukti (contoh)", "bukti.pdf")
    action_item_finish(item_ref=task["ref"], note="Sudah disusun.", by=cast["wayan"], at=AT, proof=proof)
    return task


def a_meeting_series(cast: Cast) -> dict[str, str]:
    """The mayor meets the supervisors every month."""
    agency(cast)
    make_agency(SUPERVISOR, name="Bawaslu Kota Jambi", kind=AgencyKind.ELECTION_SUPERVISOR, region_code="15.71")
    return {"ref": meeting_series_start(entry=a_rule(), by=cast["dewi"], at=AT).ref}


def a_consultation(cast: Cast) -> dict[str, str]:
    """A question that waits for its answer."""
    agency(cast)
    return {"ref": consultation_ask(entry=a_question(), by=cast["dewi"], at=AT).ref}


def an_answered_consultation(cast: Cast) -> dict[str, str]:
    """An answer with its paper."""
    asked = a_consultation(cast)
    consultation_answer(consultation_ref=asked["ref"], entry=an_answer(), by=cast["dewi"], at=AT)
    return asked


MEETING_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "meeting": a_planned_meeting,
    "meeting_revise": a_planned_meeting,
    "meeting_invite": a_planned_meeting,
    "meeting_invitation": an_invitation,
    "meeting_hold": a_planned_meeting,
    "meeting_cancel": a_planned_meeting,
    "meeting_attendance_record": a_held_meeting,
    "meeting_attendance_strike": somebody_on_the_list,
    "minutes_draft": a_held_meeting,
    "minutes_adopt": a_draft_of_minutes,
    "minutes_paper": a_version,
    "action_item_assign": a_held_meeting,
    "action_item": a_task_of_the_supervisors,
    "action_item_finish": a_task_of_the_supervisors,
    "action_item_drop": a_task_of_the_supervisors,
    "action_item_evidence": a_proof,
    "meeting_series": a_meeting_series,
    "meeting_series_end": a_meeting_series,
    "consultation": a_consultation,
    "consultation_answer": a_consultation,
    "consultation_withdraw": a_consultation,
    "consultation_paper": an_answered_consultation,
}
