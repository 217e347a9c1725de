"""Tamu of an outreach: those whom the registry does not know, by name and office, apart from its participants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.prevention.meeting_entries import File, Outsider
from netra.prevention.models import STANDING, OutreachGuest
from netra.prevention.operations.attendance import AttendanceResult
from netra.prevention.operations.outreach_steps import claimed, tell
from netra.prevention.operations.outsiders import named
from netra.prevention.operations.proofs import receive_proof
from netra.prevention.outreach_checks import demand
from netra.trust.models import User

ACT = "prevention.outreach_guests_record"
# As many as one page shows.
MOST_GUESTS = 200


def outreach_guests_record(
    *, outreach_ref: str, guests: Sequence[Outsider], by: User, at: datetime, proof: File | None = None
) -> AttendanceResult:
    """Write down guests by the agency that held it. A bad line never loses a good one; the same list twice changes
    nothing. They answer no test, get no certificate and are counted in no coverage.

    Fails with NotFound, NotAllowed, OutreachRefused.
    """
    demand(bool(guests), _("Daftar tamunya kosong. Tuliskan sekurangnya satu orang."))
    with transaction.atomic():
        outreach = claimed(outreach_ref, "outreach_guests_record", by=by, at=at)
        proof_ref = receive_proof(proof, chain=outreach.chain, note=outreach.ref, by=by, at=at)
        others, rejected = named(guests)
        known = set(outreach.guests.filter(STANDING).values_list("name", "office"))
        fresh = [each for each in others if each not in known]
        demand(
            outreach.guests.count() + len(fresh) <= MOST_GUESTS,
            _("Tamu satu sosialisasi paling banyak %d. Pegawai yang dikenal registri dicatat sebagai peserta.")
            % MOST_GUESTS,
        )
        OutreachGuest.objects.bulk_create(
            OutreachGuest(
                outreach=outreach,
                name=name,
                office=office,
                entered_by=by.actor_ref,
                entered_at=at,
                proof_ref=proof_ref,
            )
            for name, office in fresh
        )
        tell(outreach, ACT, by, at, recorded=len(fresh), rejected=len(rejected), evidence=proof_ref)
    return AttendanceResult(len(fresh), len(others) - len(fresh), rejected)
