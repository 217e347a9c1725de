"""Rencana, surat tugas and pembatalan of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.registry.queries import agency_on
from netra.supervision import letters
from netra.supervision.access import require_for
from netra.supervision.checks import SupervisionRefused, checked_reason, checked_visit, demand, lines
from netra.supervision.entries import VisitEntry
from netra.supervision.fingerprints import of_visit
from netra.supervision.models import Observation, Visit
from netra.supervision.operations.steps import claimed, tell
from netra.supervision.states import VisitState
from netra.trust.models import User
from netra.trust.refs import new_ref

PLAN, CANCEL, ASSIGN = "supervision.visit_plan", "supervision.visit_cancel", "supervision.visit_assign"


def visit_plan(*, entry: VisitEntry, by: User, at: datetime) -> Visit:
    """Plan to watch a place on a day, for stated reasons. A day that has passed is taken too, and shown as such.

    Fails with SupervisionRefused, NotFound, NotAllowed.
    """
    today = localdate(at)
    with transaction.atomic():
        planner = agency_on(entry.agency_code, today)
        require_for(by, PLAN, planner, at=at, on=today)
        entry = checked_visit(entry, planner, today=today)
        visit = Visit.objects.create(
            ref=new_ref("PWS", at),
            agency_code=planner.code,
            target_code=entry.target_code,
            unit_code=entry.unit_code,
            subject=entry.subject,
            planned_date=entry.planned_date,
            reasons=list(entry.reasons),
            follows=_followed(entry),
            planned_by=by.actor_ref,
            planned_at=at,
            state=VisitState.PLANNED,
        )
        tell(
            visit.chain,
            PLAN,
            f"visit:{visit.ref}",
            by,
            at,
            visit=visit.ref,
            agency=visit.target_code,
            unit=visit.unit_code,
            subject=visit.subject,
            date=visit.planned_date.isoformat(),
            observation=entry.follows_ref,
            sha256=of_visit(visit),
        )
    return visit


def visit_assign(*, visit_ref: str, officers: Sequence[str], by: User, at: datetime) -> Visit:
    """Surat tugas: a numbered letter that sends these officers, each with name and office. One for each visit."""
    with transaction.atomic():
        visit = claimed(visit_ref, ASSIGN, by=by, at=at)
        demand(not visit.assignment_ref, _("Surat tugasnya sudah terbit. Petugas lain memerlukan rencana tersendiri."))
        sent = lines(officers)
        demand(bool(sent), _("Sebutkan sekurangnya satu petugas, dengan nama dan jabatannya."))
        letter = letter_issue(
            kind=LetterKind.SUPERVISION_ASSIGNMENT,
            agency_code=visit.agency_code,
            chain=visit.chain,
            subject_ref=visit.ref,
            data=letters.assignment(visit, sent, on=localdate(at)),
            by=by,
            at=at,
        )
        visit.assignment_ref = letter.ref
        visit.save(update_fields=["assignment_ref"])
        tell(
            visit.chain, ASSIGN, f"visit:{visit.ref}", by, at, visit=visit.ref, letter=letter.ref, number=letter.number
        )
    return visit


def visit_cancel(*, visit_ref: str, reason: str, by: User, at: datetime) -> Visit:
    """It does not take place, and why. Its month shows it; another day is another visit."""
    with transaction.atomic():
        visit = claimed(visit_ref, CANCEL, by=by, at=at)
        visit.cancelled_reason = checked_reason(reason)
        visit.state = VisitState.CANCELLED
        visit.save(update_fields=["state", "cancelled_reason"])
        tell(visit.chain, CANCEL, f"visit:{visit.ref}", by, at, visit=visit.ref)
    return visit


def _followed(entry: VisitEntry) -> Observation | None:
    """What another agency passed to this one and is looked into now. Fails with SupervisionRefused."""
    if not entry.follows_ref:
        return None
    found = Observation.objects.filter(ref=entry.follows_ref, passed_to=entry.agency_code).first()
    if found is None:
        raise SupervisionRefused(_("Dugaan yang ditindaklanjuti tidak ada, atau disampaikan kepada instansi lain."))
    return found
