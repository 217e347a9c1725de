"""A list of those who were at an outreach, entered by the agency that held it, on the day or days later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import reach_of_lists
from netra.prevention.entries import Present
from netra.prevention.fingerprints import of_people
from netra.prevention.meeting_entries import File
from netra.prevention.models import STANDING, Outreach, Participant
from netra.prevention.operations.attendance import AttendanceResult, in_batches, told_apart
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.operations.proofs import receive_proof
from netra.prevention.outreach_checks import demand
from netra.prevention.outreach_states import Entry
from netra.prevention.rejected_lines import keep
from netra.registry.models import PositionSpell
from netra.trust.models import User

ACT = "prevention.outreach_attendance_record"


def outreach_attendance_record(
    *, outreach_ref: str, present: Sequence[Present], by: User, at: datetime, proof: File | None = None
) -> AttendanceResult:
    """Write down who was there. A bad line never loses a good one; the same list twice changes nothing.

    Each row keeps the day of the outreach beside the moment and the writer of the list; the lines that were not taken
    wait as a file. Fails with NotFound, NotAllowed, OutreachRefused.
    """
    demand(bool(present), _("Daftar hadirnya kosong. Tuliskan sekurangnya satu orang."))
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_attendance_record", by=by, at=at)
        proof_ref = receive_proof(proof, chain=outreach.chain, note=outreach.ref, by=by, at=at)
        reach = reach_of_lists(by, ACT, on=localdate(at))
        taken, rejected = told_apart(outreach, outreach.day, present, reach)
        written = _write(outreach, taken, by=by, at=at, proof_ref=proof_ref)
        tell(
            outreach,
            ACT,
            by,
            at,
            date=outreach.day.isoformat(),
            recorded=len(written),
            rejected=len(rejected),
            evidence=proof_ref,
            sha256=of_people(written),
        )
        keep(outreach.ref, rejected, by=by, at=at)
    return AttendanceResult(len(written), len(taken) - len(written), rejected)


def _write(outreach: Outreach, taken: Sequence[PositionSpell], *, by: User, at: datetime, proof_ref: str) -> list[str]:
    """Write those who were not there yet; gives their references."""
    written: list[str] = []
    for batch in in_batches(taken):
        people = {spell.civil_servant_id: spell for spell in batch}
        there = outreach.participants.filter(STANDING, civil_servant__in=people)
        fresh = [people[person] for person in people.keys() - set(there.values_list("civil_servant_id", flat=True))]
        Participant.objects.bulk_create(
            Participant(
                outreach=outreach,
                civil_servant=spell.civil_servant,
                agency_code=spell.agency.code,
                unit_code=spell.unit.code if spell.unit else "",
                entry=Entry.LIST,
                attended_date=outreach.day,
                entered_at=at,
                entered_by=by.actor_ref,
                proof_ref=proof_ref,
            )
            for spell in sorted(fresh, key=lambda spell: spell.pk)
        )
        written += [spell.civil_servant.ref for spell in fresh]
    return written
