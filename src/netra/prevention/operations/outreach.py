"""Rencana, penundaan, pembatalan and pelaksanaan of an outreach."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import addressed, require_for
from netra.prevention.checks import aims
from netra.prevention.models import STANDING, Outreach, OutreachTarget, Postponement, Speaker
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.outreach_checks import checked_outreach, checked_reason, demand, demand_day
from netra.prevention.outreach_entries import OutreachEntry
from netra.prevention.outreach_states import OutreachState
from netra.registry.queries import agency_on
from netra.trust.models import User
from netra.trust.refs import new_ref

PLAN = "prevention.outreach_plan"


def outreach_plan(*, entry: OutreachEntry, by: User, at: datetime) -> Outreach:
    """Write down an outreach that is to be. Fails with OutreachRefused, InstrumentRefused (target), NotAllowed."""
    today = localdate(at)
    entry = checked_outreach(entry, today=today)
    with transaction.atomic():
        require_for(by, PLAN, agency_on(entry.agency_code, today), at=at, on=today)
        outreach = Outreach(ref=new_ref("SOS", at), agency_code=entry.agency_code, state=OutreachState.PLANNED)
        _write(outreach, entry, by=by, on=today)
        tell(outreach, PLAN, by, at, date=entry.planned_date.isoformat())
    return outreach


def outreach_revise(*, outreach_ref: str, entry: OutreachEntry, by: User, at: datetime) -> Outreach:
    """Plan it anew: place, speakers, audience. Another day is a postponement, which says why. Fails like the plan."""
    today = localdate(at)
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_revise", by=by, at=at)
        demand(
            entry.agency_code == outreach.agency_code,
            _("Instansi yang mengadakan tidak dapat diganti. Batalkan sosialisasi ini, lalu rencanakan yang baru."),
        )
        demand(
            entry.planned_date == outreach.planned_date,
            _("Harinya diganti dengan menundanya, dengan alasan; di sini hari semula dipertahankan."),
        )
        entry = checked_outreach(entry, today=today)
        outreach.targets.all().delete()
        outreach.speakers.all().delete()
        _write(outreach, entry, by=by, on=today)
        tell(outreach, "prevention.outreach_revise", by, at, date=entry.planned_date.isoformat())
    return outreach


def outreach_postpone(*, outreach_ref: str, to_date: date, reason: str, by: User, at: datetime) -> Outreach:
    """Penundaan: another day, with the reason; every day that it had stays on record."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_postpone", by=by, at=at)
        why = checked_reason(reason, _("Penundaan memerlukan alasan tertulis."))
        demand_day(to_date, localdate(at))
        demand(to_date != outreach.planned_date, _("Itu hari yang sudah direncanakan. Pilih hari lain."))
        demand_nobody_came(outreach)
        Postponement.objects.create(
            outreach=outreach,
            from_date=outreach.planned_date,
            to_date=to_date,
            reason=why,
            entered_by=by.actor_ref,
            entered_at=at,
        )
        outreach.planned_date = to_date
        outreach.save(update_fields=["planned_date"])
        tell(outreach, "prevention.outreach_postpone", by, at, date=to_date.isoformat())
    return outreach


def outreach_cancel(*, outreach_ref: str, reason: str, by: User, at: datetime) -> Outreach:
    """It does not take place, and nobody is asked anything any more."""
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_cancel", by=by, at=at)
        outreach.cancelled_reason = checked_reason(reason, _("Pembatalan memerlukan alasan tertulis."))
        demand_nobody_came(outreach)
        outreach.state = OutreachState.CANCELLED
        outreach.save(update_fields=["state", "cancelled_reason"])
        tell(outreach, "prevention.outreach_cancel", by, at)
    return outreach


def outreach_hold(*, outreach_ref: str, held_date: date, by: User, at: datetime) -> Outreach:
    """It took place, on that day: the test before closes, the test after opens for whoever was there."""
    today = localdate(at)
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_hold", by=by, at=at)
        demand(held_date <= today, _("Hari sosialisasinya belum tiba. Periksa tanggalnya."))
        demand_day(held_date, today)
        demand(
            not outreach.participants.filter(STANDING).exclude(attended_date=held_date).exists(),
            _("Sudah ada peserta yang memindai kode pada hari lain. Isi hari ketika kodenya dipindai."),
        )
        outreach.state, outreach.held_date = OutreachState.HELD, held_date
        outreach.save(update_fields=["state", "held_date"])
        tell(outreach, "prevention.outreach_hold", by, at, date=held_date.isoformat())
    return outreach


def demand_nobody_came(outreach: Outreach) -> None:
    """Refuse where somebody has scanned the code at the door already."""
    demand(
        not outreach.participants.filter(STANDING).exists(),
        _("Sudah ada peserta yang tercatat hadir. Catat bahwa sosialisasi ini terlaksana."),
    )


def _write(outreach: Outreach, entry: OutreachEntry, *, by: User, on: date) -> None:
    aimed = aims(entry.targets, allowed=addressed(by, agency_on(entry.agency_code, on), PLAN, on=on))
    outreach.title, outreach.place, outreach.aims = entry.title, entry.place, list(entry.aims)
    outreach.planned_date, outreach.start_time = entry.planned_date, entry.start_time
    outreach.save()
    OutreachTarget.objects.bulk_create(
        OutreachTarget(
            outreach=outreach, agency=aim.agency, unit=aim.unit, employment=aim.employment, position=aim.position
        )
        for aim in aimed
    )
    Speaker.objects.bulk_create(
        Speaker(outreach=outreach, name=each.name, office=each.office, body=each.body) for each in entry.speakers
    )
