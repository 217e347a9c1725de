"""Who was at a meeting: people of the registry by NIP, others by name and office; who wrote it down is on record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.prevention.entries import Present
from netra.prevention.meeting_checks import demand
from netra.prevention.meeting_entries import File, Outsider
from netra.prevention.models import STANDING, Attendee, Meeting
from netra.prevention.operations.attendance import AttendanceResult, in_batches
from netra.prevention.operations.meeting_steps import claimed_unminuted, tell
from netra.prevention.operations.outsiders import named
from netra.prevention.operations.proofs import receive_proof
from netra.prevention.rejected_lines import RejectedLine
from netra.registry.models import PositionSpell
from netra.trust.models import User

ACT = "prevention.meeting_attendance_record"
_BATCH = 500


def meeting_attendance_record(
    *,
    meeting_ref: str,
    present: Sequence[Present] = (),
    outsiders: Sequence[Outsider] = (),
    by: User,
    at: datetime,
    proof: File | None = None,
) -> AttendanceResult:
    """Write down who was there. A bad line never loses a good one; the same list twice changes nothing.

    By NIP only people who served that day in an agency that takes part; everybody else by name and office. Possible
    until the minutes are adopted. Fails with NotFound, NotAllowed, MeetingRefused.
    """
    demand(bool(present or outsiders), _("Daftar hadirnya kosong. Tuliskan sekurangnya satu orang."))
    with transaction.atomic():
        meeting = claimed_unminuted(meeting_ref, "meeting_attendance_record", by=by, at=at)
        proof_ref = receive_proof(proof, chain=meeting.chain, note=meeting.ref, by=by, at=at)
        registered, rejected = _registered(meeting, present)
        others, unnamed = named(outsiders)
        fresh = [*_new_people(meeting, registered), *_new_names(meeting, others)]
        for attendee in fresh:
            attendee.entered_by, attendee.entered_at, attendee.proof_ref = by.actor_ref, at, proof_ref
        Attendee.objects.bulk_create(fresh, batch_size=_BATCH)
        refused = [*rejected, *unnamed]
        tell(meeting, ACT, by, at, recorded=len(fresh), rejected=len(refused), evidence=proof_ref)
    return AttendanceResult(len(fresh), len(registered) + len(others) - len(fresh), refused)


def _registered(meeting: Meeting, present: Sequence[Present]) -> tuple[list[PositionSpell], list[RejectedLine]]:
    """The positions of those whom the registry knows in an agency that takes part; the lines that were not taken."""
    parties = list(meeting.parties.values_list("agency_code", flat=True))
    taken: dict[str, PositionSpell] = {}
    rejected: list[RejectedLine] = []
    for batch in in_batches(present):
        spells = PositionSpell.objects.on(meeting.day).filter(
            agency__code__in=parties, is_primary=True, civil_servant__nip__in=[line.nip for line in batch]
        )
        found = {spell.civil_servant.nip: spell for spell in spells.select_related("civil_servant", "agency")}
        for line in batch:
            reason = _reason(line, found, taken)
            if reason:
                rejected.append(RejectedLine(line.line, line.nip, reason))
            else:
                taken[line.nip] = found[line.nip]
    return list(taken.values()), rejected


def _reason(line: Present, found: Collection[str], taken: Collection[str]) -> str:
    """Why a line is not taken. Somebody of another agency is not told apart from nobody."""
    if line.nip in taken:
        return _("NIP ini tertulis lebih dari sekali pada daftar; cukup sekali.")
    if line.nip in found:
        return ""
    return _(
        "Pada hari rapat NIP ini tidak tercatat pada instansi peserta. Periksa angkanya, atau tuliskan nama dan "
        "jabatannya."
    )


def _new_people(meeting: Meeting, spells: Sequence[PositionSpell]) -> Iterator[Attendee]:
    known = set(meeting.attendees.filter(STANDING).values_list("civil_servant_id", flat=True))
    for spell in spells:
        if spell.civil_servant_id not in known:
            yield Attendee(meeting=meeting, civil_servant=spell.civil_servant, agency_code=spell.agency.code)


def _new_names(meeting: Meeting, others: Sequence[tuple[str, str]]) -> Iterator[Attendee]:
    known = set(meeting.attendees.filter(STANDING).values_list("name", "office"))
    for name, office in others:
        if (name, office) not in known:
            yield Attendee(meeting=meeting, name=name, office=office)
