"""Reminding aloud: a routine from its beginning to its end, and one tap for a unit that was reminded, or taken back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.fingerprints import of_words
from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.operations.proofs import receive_proof
from netra.prevention.reminder_access import GIVE, given_for, giving, routine_for
from netra.prevention.reminder_checks import ReminderRefused, check_end, check_held, check_routine, demand
from netra.prevention.reminder_entries import GivenEntry, RoutineEntry
from netra.prevention.weekly_text import kept, weekly_text
from netra.registry.models import OrgUnit
from netra.registry.queries import agency_on
from netra.registry.queries import unit as registered_unit
from netra.trust.access import NotAllowed, require_role
from netra.trust.models import User
from netra.trust.refs import new_ref
from netra.trust.trail import Value, record

START, END, RETRACT = "prevention.reminder_start", "prevention.reminder_end", "prevention.reminder_retract"


def reminder_start(*, entry: RoutineEntry, by: User, at: datetime) -> ReminderRoutine:
    """Say at which gathering, how often, the units of an agency are reminded. Fails with NotFound, NotAllowed or
    ReminderRefused.
    """
    today = localdate(at)
    check_routine(entry, today=today)
    with transaction.atomic():
        require_for(by, START, agency_on(entry.agency_code, today), at=at, on=today)
        routine = ReminderRoutine.objects.create(
            ref=new_ref("PGR", at),
            agency_code=entry.agency_code,
            unit=registered_unit(entry.agency_code, entry.unit_code) if entry.unit_code else None,
            occasion=entry.occasion,
            every_months=entry.every_months,
            week=entry.week,
            weekday=entry.weekday,
            start_date=entry.start_date,
        )
        _tell(
            routine, START, by, at, occasion=routine.occasion, start=entry.start_date.isoformat(), unit=entry.unit_code
        )
    return routine


def reminder_end(*, routine_ref: str, until_date: date, reason: str, by: User, at: datetime) -> ReminderRoutine:
    """From that day on none is expected. The rhythm itself never changes: another one is another routine."""
    today = localdate(at)
    with transaction.atomic():
        seen = routine_for(by, routine_ref, on=today)
        routine = ReminderRoutine.objects.select_for_update(of=("self",)).get(pk=seen.pk)
        require_for(by, END, agency_on(routine.agency_code, today), at=at, on=today)
        check_end(routine, until_date, today=today)
        routine.ended_reason = " ".join(reason.split())
        demand(bool(routine.ended_reason), _("Pengakhiran memerlukan alasan tertulis."))
        routine.until_date = until_date
        routine.save(update_fields=["until_date", "ended_reason"])
        _tell(routine, END, by, at, until=until_date.isoformat())
    return routine


def reminder_give(*, routine_ref: str, entry: GivenEntry, by: User, at: datetime) -> GivenReminder:
    """A unit was reminded on that day, with the text of that day. Entered days later, both days stay on record.

    Tapped twice it is the same reminder. Fails with NotFound, NotAllowed or ReminderRefused.
    """
    today = localdate(at)
    with transaction.atomic():
        seen = routine_for(by, routine_ref, on=today)
        require_role(by, GIVE, at=at)
        # A second tap, or a clerk who ends the routine at this moment, waits here.
        routine = ReminderRoutine.objects.select_for_update(of=("self",)).get(pk=seen.pk)
        unit = _unit(routine, entry.unit_code, by, today)
        check_held(routine, entry.held_date, today=today)
        before = routine.given.filter(unit=unit, held_date=entry.held_date, retracted_at=None).first()
        if before is not None:
            return _same(before, entry)
        given = _written(routine, unit, entry, by=by, at=at)
        _tell(
            routine,
            GIVE,
            by,
            at,
            reminder=given.ref,
            unit=entry.unit_code,
            date=entry.held_date.isoformat(),
            beneath=given.with_beneath,
            evidence=given.proof_ref,
            sha256=of_words(given.words),
        )
    return given


def reminder_retract(*, reminder_ref: str, reason: str, by: User, at: datetime) -> GivenReminder:
    """Take back what was tapped by mistake, by whoever may give it. The row stays with the reason and counts no more;
    the day is free for the right one. Fails with NotFound, NotAllowed or ReminderRefused.
    """
    today = localdate(at)
    with transaction.atomic():
        seen = given_for(by, reminder_ref, on=today)
        require_role(by, RETRACT, at=at)
        given = GivenReminder.objects.select_for_update(of=("self",)).select_related("routine", "unit").get(pk=seen.pk)
        code = given.unit.code if given.unit else ""
        _unit(given.routine, code, by, today)
        demand(given.retracted_at is None, _("Pengingat ini sudah ditarik sebelumnya; alasannya tertulis padanya."))
        given.retracted_reason = " ".join(reason.split())
        demand(bool(given.retracted_reason), _("Penarikan memerlukan alasan tertulis."))
        given.retracted_at, given.retracted_by = at, by.actor_ref
        given.save(update_fields=["retracted_at", "retracted_by", "retracted_reason"])
        _tell(given.routine, RETRACT, by, at, reminder=given.ref, unit=code, date=given.held_date.isoformat())
    return given


def _unit(routine: ReminderRoutine, code: str, by: User, today: date) -> OrgUnit | None:
    """The unit, if this person speaks for it. Fails with NotAllowed; a unit of others is not told apart from none."""
    everybody, units = giving(by, routine, on=today)
    unit = next((each for each in units if each.code == code), None)
    if unit is None and not (everybody and not code):
        raise NotAllowed(
            _("Anda tidak mencatat pengingat untuk unit itu. Mintalah kepala unitnya atau petugas kepegawaian.")
        )
    return unit


def _same(before: GivenReminder, entry: GivenEntry) -> GivenReminder:
    """What was written first; it is not changed by what comes second."""
    if entry.photo is not None or (before.unit is not None and entry.with_beneath != before.with_beneath):
        raise ReminderRefused(
            _("Pengingat unit ini pada hari itu sudah tercatat (%(ref)s) dan tidak berubah.") % {"ref": before.ref}
        )
    return before


def _written(
    routine: ReminderRoutine, unit: OrgUnit | None, entry: GivenEntry, *, by: User, at: datetime
) -> GivenReminder:
    region = agency_on(routine.agency_code, entry.held_date).region_code
    proof_ref = receive_proof(entry.photo, chain=routine.chain, note=routine.ref, by=by, at=at)
    return GivenReminder.objects.create(
        ref=new_ref("PGT", at),
        routine=routine,
        unit=unit,
        with_beneath=entry.with_beneath or unit is None,
        held_date=entry.held_date,
        words=kept(weekly_text(region, entry.held_date)),
        entered_by=by.actor_ref,
        entered_at=at,
        proof_ref=proof_ref,
    )


def _tell(routine: ReminderRoutine, act: str, by: User, at: datetime, **more: Value) -> None:
    record(
        chain=routine.chain,
        verb=act,
        by=by,
        at=at,
        subject=f"reminder:{routine.ref}",
        payload={"routine": routine.ref, **more},
    )
