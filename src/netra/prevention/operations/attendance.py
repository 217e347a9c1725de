"""A list of those who were present at a roll call, entered by the unit for staff without a telephone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import LIST, Reach, instrument_for, reach_of_lists
from netra.prevention.checks import InstrumentRefused
from netra.prevention.entries import Present
from netra.prevention.fingerprints import of_people
from netra.prevention.models import Acknowledgement, Instrument
from netra.prevention.queries import Told, audience
from netra.prevention.rejected_lines import RejectedLine, keep
from netra.prevention.states import Channel, State
from netra.prevention.tallying import Place, count_read
from netra.registry.models import CivilServant, PositionSpell
from netra.trust import evidence
from netra.trust.access import require_role
from netra.trust.models import User
from netra.trust.trail import record

ACT = LIST
_BATCH = 1000
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class AttendanceResult:
    """How many were written, how many had acknowledged already, and the lines that were not taken."""

    recorded: int
    known: int
    rejected: Sequence[RejectedLine]


def attendance_record(
    *,
    instrument_ref: str,
    held_date: date,
    present: Sequence[Present],
    by: User,
    at: datetime,
    proof: bytes | None = None,
    proof_name: str = "",
) -> AttendanceResult:
    """Write down who was told at a roll call of that day. A bad line never loses a good one; the same list twice
    changes nothing. Who entered it stands in every acknowledgement; the lines that were not taken wait as a file.

    The day may be past (a place without a network enters it later), and a list of a day before the withdrawal still
    counts. Fails with NotFound, InstrumentRefused or NotAllowed.
    """
    with transaction.atomic():
        instrument = instrument_for(by, instrument_ref, on=localdate(at))
        _refuse_day(instrument, held_date, localdate(at))
        require_role(by, ACT, at=at)
        reach = reach_of_lists(by, ACT, on=localdate(at))
        proof_ref = ""
        if proof is not None:
            item = evidence.receive(
                content=proof, original_name=proof_name, by=by, at=at, chain=instrument.chain, note=instrument.ref
            )
            proof_ref = item.ref
        taken, rejected = told_apart(instrument, held_date, present, reach)
        written = _write(instrument, taken, held_date, by=by, at=at, proof_ref=proof_ref)
        record(
            chain=instrument.chain,
            verb=ACT,
            by=by,
            at=at,
            subject=f"instrument:{instrument.ref}",
            payload={
                "instrument": instrument.ref,
                "date": held_date.isoformat(),
                "recorded": len(written),
                "rejected": len(rejected),
                "evidence": proof_ref,
                "sha256": of_people(written),
            },
        )
        keep(instrument.ref, rejected, by=by, at=at)
    return AttendanceResult(len(written), len(taken) - len(written), rejected)


def _refuse_day(instrument: Instrument, held: date, today: date) -> None:
    if instrument.state == State.DRAFT:
        raise InstrumentRefused(_("Surat ini masih konsep. Tetapkan dahulu sebelum mencatat siapa yang menerimanya."))
    if held > today:
        raise InstrumentRefused(_("Hari apelnya belum tiba. Periksa tanggalnya."))
    if not instrument.holds_on(held):
        raise InstrumentRefused(
            _("Pada hari itu surat ini belum berlaku, sudah berakhir, atau sudah dicabut. Periksa tanggalnya.")
        )


def told_apart(
    told: Told, held: date, present: Sequence[Present], reach: Reach
) -> tuple[list[PositionSpell], list[RejectedLine]]:
    """Those who can be written down, and the lines that cannot, in the order of the list."""
    taken: dict[str, PositionSpell] = {}
    rejected: list[RejectedLine] = []
    for batch in in_batches(present):
        nips = [line.nip for line in batch]
        # By key: a question by number alone would walk through everybody of the agency for each batch.
        registered = dict(CivilServant.objects.filter(nip__in=nips).values_list("nip", "pk"))
        found = {spell.civil_servant.nip: spell for spell in _spells(told, held, registered.values())}
        for line in batch:
            spell = found.get(line.nip)
            reason = _reason(line.nip, spell, registered, taken, reach)
            if reason or spell is None:
                rejected.append(RejectedLine(line.line, line.nip, reason))
            else:
                taken[line.nip] = spell
    return list(taken.values()), rejected


def _spells(told: Told, held: date, people: Iterable[int]) -> Iterator[PositionSpell]:
    rows = audience(told, held).filter(civil_servant__in=list(people))
    # Fetched beside the rows: a thousand people share a few units, and joined each would bring its own.
    yield from rows.select_related("civil_servant").prefetch_related("agency", "unit")


def _reason(
    nip: str, spell: PositionSpell | None, registered: Collection[str], taken: Collection[str], reach: Reach
) -> str:
    """Why a line is not taken; nothing where it is. Whom the clerk may not see is not told apart from a stranger."""
    if nip in taken:
        return _("NIP ini tertulis lebih dari sekali pada daftar; cukup sekali.")
    if spell is not None and reach.holds(spell):
        return ""
    if spell is None and nip not in registered:
        return _("NIP ini tidak ada dalam registri. Periksa angkanya, atau daftarkan pegawainya dahulu.")
    return _("Pada hari itu pegawai ini tidak termasuk sasarannya di instansi atau unit Anda.")


def _write(
    instrument: Instrument,
    taken: Sequence[PositionSpell],
    held: date,
    *,
    by: User,
    at: datetime,
    proof_ref: str,
) -> list[str]:
    """Write those who had not acknowledged yet; gives their references. Who had only opened the link keeps that, and
    the unit in which they opened it.
    """
    values = {
        "channel": Channel.LIST.value,
        "read_at": at,
        "read_date": held,
        "entered_by": by.actor_ref,
        "proof_ref": proof_ref,
    }
    written: list[str] = []
    places: dict[Place, tuple[int, int]] = {}
    for batch in in_batches(taken):
        people = {spell.civil_servant_id: spell for spell in batch}
        said = Acknowledgement.objects.select_for_update().filter(instrument=instrument, civil_servant__in=people)
        known = {row.civil_servant_id: row for row in said}
        fresh = [_listed(instrument, spell) for person, spell in people.items() if person not in known]
        opened = [row for row in known.values() if row.read_at is None]
        for row in fresh:
            for name, value in values.items():
                setattr(row, name, value)
        Acknowledgement.objects.bulk_create(fresh)
        Acknowledgement.objects.filter(pk__in=[row.pk for row in opened]).update(**values)
        for row in (*fresh, *opened):
            before = places.get((row.agency_code, row.unit_code), (0, 0))
            is_new = row.civil_servant_id not in known
            places[row.agency_code, row.unit_code] = (before[0] + is_new, before[1] + 1)
            written.append(people[row.civil_servant_id].civil_servant.ref)
    count_read(instrument, places)
    return written


def _listed(instrument: Instrument, spell: PositionSpell) -> Acknowledgement:
    """A row for somebody who never opened it themselves."""
    return Acknowledgement(
        instrument=instrument,
        civil_servant=spell.civil_servant,
        agency_code=spell.agency.code,
        unit_code=spell.unit.code if spell.unit else "",
    )


def in_batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]
