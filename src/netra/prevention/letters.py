"""What an instrument's letter says. The form of each kind stands in the room `letters`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netra.letters.kinds import LetterKind
from netra.letters.wording import day_words
from netra.prevention.models import AudienceLine, Instrument
from netra.prevention.queries import Answerable, CoverageRow
from netra.prevention.states import INSTRUMENT_KIND_LABELS, InstrumentKind
from netra.registry.queries import agency_name, agency_names, appointing_authority_of
from netra.registry.states import POSITION_LABELS, Employment, Position

# As many parts of a unit as a letter names one by one.
MOST_PARTS = 40

_KINDS = {
    InstrumentKind.APPEAL: LetterKind.NEUTRALITY_APPEAL,
    InstrumentKind.CIRCULAR: LetterKind.NEUTRALITY_CIRCULAR,
    InstrumentKind.INSTRUCTION: LetterKind.NEUTRALITY_INSTRUCTION,
}


def kind_of(instrument: Instrument) -> LetterKind:
    """The letter of an instrument that we write; a joint decree is never ours alone."""
    return _KINDS[InstrumentKind(instrument.kind)]


def data_of(instrument: Instrument, *, on: date) -> dict[str, object]:
    """The fields of the letter: whom it is for, what it rests on, what it asks, who signs."""
    head = appointing_authority_of(instrument.agency_code, on)
    office = {"position": f"Pimpinan {agency_name(instrument.agency_code, on)}"}
    signer = {"name": head.holder_name, "position": head.office_title} if head else office
    lines = list(instrument.targets.select_related("agency", "unit").order_by("pk"))
    return {
        "matter": instrument.subject,
        "recipients": in_words(lines, on=on),
        "basis": instrument.legal_basis,
        "points": instrument.points,
        "valid_from": instrument.valid_from,
        "valid_until": instrument.valid_until,
        "signer": signer,
    }


def reminder_of(
    instrument: Instrument, owing: Answerable, rows: Sequence[CoverageRow], *, since: date, by: str
) -> dict[str, object]:
    """The fields of a reminder to the head of a unit: how many of which part of it, no names; copies to those above."""
    unit, top = owing.row.unit, owing.chain[-1]
    counts = [_owed(row) for row in rows if row.own.pending]
    more = len(counts) - MOST_PARTS
    earlier = [f"Nomor {each.number} tanggal {day_words(each.reminded_date)}" for each in owing.reminders[:MOST_PARTS]]
    return {
        "addressee": {"position": owing.chain[0].title, "agency": top.unit},
        "instrument_kind": INSTRUMENT_KIND_LABELS[InstrumentKind(instrument.kind)],
        "instrument_number": instrument.number,
        "instrument_date": instrument.letter_date,
        "issuer": instrument.issuer,
        "matter": instrument.subject,
        "unit": f"{unit.name} beserta unit di bawahnya" if unit else f"{top.unit} yang tidak bertugas pada suatu unit",
        "asked": str(owing.row.whole.asked),
        "pending": str(owing.row.whole.pending),
        "since": since,
        "breakdown": [*counts[:MOST_PARTS], *([f"dan {more} unit lain"] if more > 0 else [])],
        "earlier": list(reversed(earlier)),
        "signer": {"name": by, "position": f"Pengelola Kepegawaian {top.unit}"},
        "copies": [f"{head.title}" for head in owing.chain[1:]],
    }


def _owed(row: CoverageRow) -> str:
    name = row.unit.name if row.unit else "Tanpa unit"
    return f"{name}: {row.own.pending} dari {row.own.asked} pegawai"


def in_words(lines: Sequence[AudienceLine], *, on: date) -> list[str]:
    """The lines of an audience as of a day, e.g. `PPPK, Pelaksana, Dinas Pendidikan, Pemerintah Kota Jambi`."""
    names = agency_names([line.agency.code for line in lines if line.agency is not None], on=on)
    return [_line(line, names) for line in lines]


def _line(line: AudienceLine, names: Mapping[str, str]) -> str:
    who = [Employment(line.employment).value if line.employment else "Pegawai ASN"]
    if line.position:
        who.append(POSITION_LABELS[Position(line.position)])
    if line.unit is not None:
        who.append(line.unit.name)
    who.append(names[line.agency.code] if line.agency is not None else "seluruh instansi")
    return ", ".join(who)
