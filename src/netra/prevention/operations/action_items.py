"""Butir tugas: given to an agency in a meeting, done with a note and evidence, or let go with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for, writes_for
from netra.prevention.meeting_access import item_for
from netra.prevention.meeting_checks import checked_item, checked_reason, demand
from netra.prevention.meeting_entries import File, ItemEntry
from netra.prevention.meeting_states import ItemState
from netra.prevention.models import ActionItem
from netra.prevention.operations.meeting_steps import claimed_unminuted, tell
from netra.registry.queries import agency_on
from netra.trust import evidence
from netra.trust.models import User
from netra.trust.refs import new_ref

ASSIGN = "prevention.action_item_assign"
FINISH = "prevention.action_item_finish"
DROP = "prevention.action_item_drop"


def action_item_assign(*, meeting_ref: str, entry: ItemEntry, by: User, at: datetime) -> ActionItem:
    """Say who does what until when: an agency that takes part, and the office in it. Possible until the minutes are
    adopted. Fails with NotFound, NotAllowed, MeetingRefused.
    """
    with transaction.atomic():
        meeting = claimed_unminuted(meeting_ref, "action_item_assign", by=by, at=at)
        entry = checked_item(entry, held=meeting.day, today=localdate(at))
        demand(
            meeting.parties.filter(agency_code=entry.agency_code).exists(),
            _("Instansi itu tidak ikut rapat ini. Tugas diberikan kepada instansi peserta."),
        )
        item = ActionItem.objects.create(
            ref=new_ref("BTR", at),
            meeting=meeting,
            task=entry.task,
            agency_code=entry.agency_code,
            office=entry.office,
            due_date=entry.due_date,
            state=ItemState.OPEN,
        )
        tell(meeting, ASSIGN, by, at, item=item.ref, agency=item.agency_code, due=item.due_date.isoformat())
    return item


def action_item_finish(*, item_ref: str, note: str, by: User, at: datetime, proof: File | None = None) -> ActionItem:
    """It is done: what was done, and what shows it. By the agency whose task it is, or by the one that called the
    meeting, for an agency without an account.
    """
    with transaction.atomic():
        item = _open(item_ref, by, at)
        own = writes_for(by, item.agency_code, on=localdate(at))
        agency = item.agency_code if own else item.meeting.agency_code
        require_for(by, FINISH, agency_on(agency, localdate(at)), at=at, on=localdate(at))
        item.note = checked_reason(note, _("Tuliskan apa yang sudah dikerjakan."))
        if proof is not None:
            item.evidence_ref = evidence.receive(
                content=proof.content, original_name=proof.name, by=by, at=at, chain=item.meeting.chain, note=item.ref
            ).ref
        _close(item, ItemState.DONE, by, at)
        tell(item.meeting, FINISH, by, at, item=item.ref, evidence=item.evidence_ref)
    return item


def action_item_drop(*, item_ref: str, reason: str, by: User, at: datetime) -> ActionItem:
    """Nobody has to do it any more. Only the agency that called the meeting lets a task go, and says why."""
    with transaction.atomic():
        item = _open(item_ref, by, at)
        require_for(by, DROP, agency_on(item.meeting.agency_code, localdate(at)), at=at, on=localdate(at))
        item.note = checked_reason(reason, _("Pelepasan tugas memerlukan alasan tertulis."))
        _close(item, ItemState.DROPPED, by, at)
        tell(item.meeting, DROP, by, at, item=item.ref)
    return item


def _open(ref: str, by: User, at: datetime) -> ActionItem:
    """The item, locked, while it is open."""
    seen = item_for(by, ref, on=localdate(at))
    item = ActionItem.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=seen.pk)
    demand(item.state == ItemState.OPEN, _("Butir tugas ini sudah ditutup; yang tercatat tidak berubah."))
    return item


def _close(item: ActionItem, state: ItemState, by: User, at: datetime) -> None:
    item.state, item.closed_by, item.closed_at = state, by.actor_ref, at
    item.save(update_fields=["state", "note", "evidence_ref", "closed_by", "closed_at"])
