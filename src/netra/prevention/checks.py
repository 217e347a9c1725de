"""Whether an entry can become an instrument: cleaned, or refused with what was found and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.prevention.entries import InstrumentEntry, QuestionEntry, TargetLine
from netra.prevention.models import MOST_ASKED
from netra.prevention.states import InstrumentKind
from netra.registry.models import Agency, OrgUnit
from netra.registry.states import Employment, Position
from netra.trust.errors import Refused

MOST_TARGETS, MOST_QUESTIONS, MOST_CHOICES = 40, 40, 6
# From when on the house knows the law; how far ahead, and for how long, a letter is written.
EARLIEST, AHEAD, LASTS = date(2014, 1, 1), timedelta(days=366), timedelta(days=3653)


class InstrumentRefused(Refused):
    """The instrument cannot be written, issued or withdrawn like this."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target line as rows of the registry."""

    agency: Agency | None
    unit: OrgUnit | None
    employment: str
    position: str


def checked(entry: InstrumentEntry, *, on: date, has_original: bool = False) -> InstrumentEntry:
    """The entry with clean text; `has_original` where the scan was taken before. Fails with InstrumentRefused."""
    points = [point.strip() for point in entry.points if point.strip()]
    basis = [line.strip() for line in entry.legal_basis if line.strip()]
    _demand(bool(entry.subject.strip()), _("Isi perihalnya: tentang apa surat ini."))
    _demand(bool(points), _("Tuliskan sekurangnya satu pokok isi: apa yang diminta dari pegawai."))
    _demand(bool(entry.targets), _("Pilih sasarannya: sekurangnya satu instansi, unit, atau jenis pegawai."))
    _demand(len(entry.targets) <= MOST_TARGETS, _("Sasaran paling banyak %d baris. Gabungkan.") % MOST_TARGETS)
    _check_days(entry, on)
    _demand(
        entry.kind != InstrumentKind.JOINT_DECREE or entry.original is not None or has_original,
        _("Keputusan bersama ditandatangani beberapa pejabat di luar sistem: catat nomornya dan unggah pindaiannya."),
    )
    check_questions(entry.questions)
    _demand(
        0 <= entry.asked <= min(MOST_ASKED, len(entry.questions)) and bool(entry.asked) == bool(entry.questions),
        _("Setiap pembaca mendapat 1 sampai 3 pertanyaan dari bank soal, tidak lebih daripada yang ada di dalamnya."),
    )
    return replace(entry, subject=" ".join(entry.subject.split()), points=points, legal_basis=basis)


def _check_days(entry: InstrumentEntry, on: date) -> None:
    """Years before the law that the house knows, and years that nobody has planned, are slips of the hand."""
    since, until, original = entry.valid_from, entry.valid_until, entry.original
    _demand(
        since >= EARLIEST,
        _("Hari mulai berlaku terlalu lampau; surat dicatat sejak 2014. Periksa tahunnya."),
    )
    _demand(since <= on + AHEAD, _("Hari mulai berlaku lebih dari satu tahun di depan. Periksa tahunnya."))
    _demand(
        until is None or until > since,
        _("Hari berakhirnya harus sesudah hari mulai berlaku. Periksa kedua tanggalnya."),
    )
    _demand(until is None or until <= since + LASTS, _("Masa berlakunya lebih dari sepuluh tahun. Periksa tahunnya."))
    if original is not None:
        _demand(
            original.letter_date >= EARLIEST,
            _("Tanggal surat aslinya terlalu lampau; surat dicatat sejak 2014. Periksa tahunnya."),
        )
        _demand(original.letter_date <= on, _("Tanggal surat aslinya belum tiba. Periksa tanggalnya."))


def aims(lines: Sequence[TargetLine], *, allowed: Sequence[str] | None) -> list[Aim]:
    """The target as rows of the registry. `allowed`: the agencies that may be addressed; None for all of them."""
    return [_aim(line, allowed) for line in dict.fromkeys(lines)]


def _aim(line: TargetLine, allowed: Sequence[str] | None) -> Aim:
    if not line.agency_code:
        _demand(allowed is None, _("Sasaran tanpa instansi berarti seluruh Indonesia; itu hanya bagi instansi pusat."))
        _demand(not line.unit_code, _("Unit hanya dapat dipilih bersama instansinya."))
        return Aim(None, None, *_kinds(line))
    agency = Agency.objects.filter(code=line.agency_code).first()
    _demand(agency is not None, _("Instansi “%s” tidak ada dalam registri.") % line.agency_code[:60])
    _demand(
        allowed is None or line.agency_code in allowed,
        _("Instansi “%s” di luar jangkauan Anda. Kirimkan suratnya kepada instansi itu agar disebarkan di sana.")
        % line.agency_code[:60],
    )
    unit = OrgUnit.objects.filter(agency=agency, code=line.unit_code).first() if line.unit_code else None
    _demand(not line.unit_code or unit is not None, _("Unit “%s” tidak ada pada instansi itu.") % line.unit_code[:60])
    return Aim(agency, unit, *_kinds(line))


def _kinds(line: TargetLine) -> tuple[str, str]:
    _demand(not line.employment or line.employment in set(Employment), _("Jenis pegawai tidak dikenal."))
    _demand(not line.position or line.position in set(Position), _("Jenjang jabatan tidak dikenal."))
    return line.employment, line.position


def check_questions(questions: Sequence[QuestionEntry]) -> None:
    """Refuse a bank with a question that is not whole. Fails with InstrumentRefused."""
    _demand(len(questions) <= MOST_QUESTIONS, _("Bank soal paling banyak %d pertanyaan.") % MOST_QUESTIONS)
    for number, question in enumerate(questions, start=1):
        choices = [choice.strip() for choice in question.choices]
        _demand(
            bool(question.text.strip()) and bool(question.explanation.strip()),
            _("Pertanyaan %d belum lengkap: isi pertanyaan dan penjelasan jawabannya, dengan pasalnya.") % number,
        )
        _demand(
            2 <= len(choices) <= MOST_CHOICES and all(choices) and len(set(choices)) == len(choices),
            _("Pertanyaan %(number)d harus punya 2 sampai %(most)d pilihan yang berbeda.")
            % {"number": number, "most": MOST_CHOICES},
        )
        _demand(0 <= question.right < len(choices), _("Pertanyaan %d belum punya jawaban yang benar.") % number)


def _demand(holds: bool, message: str) -> None:
    if not holds:
        raise InstrumentRefused(message)
