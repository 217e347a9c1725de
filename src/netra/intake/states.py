"""Codes of a report and the steps between its states, each with the rule it stands on.

Every step that is not in STEPS is forbidden. Articles nobody of this project has read are marked UNVERIFIED and
shown so; the table does not guess their number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.law.dated import Source, Verification
from netra.law.procedure import Basis, Step


class State(StrEnum):
    """Where a report stands."""

    RECEIVED = "RECEIVED"
    COMPLETION_ASKED = "COMPLETION_ASKED"
    COMPLETE = "COMPLETE"
    REGISTERED = "REGISTERED"
    INFORMATION = "INFORMATION"
    NOT_REGISTERED = "NOT_REGISTERED"
    WITHDRAWN = "WITHDRAWN"


class Channel(StrEnum):
    """How a report reached the office."""

    WEB = "WEB"
    PHONE = "PHONE"
    LETTER = "LETTER"
    WHATSAPP = "WHATSAPP"
    WALK_IN = "WALK_IN"


class Mode(StrEnum):
    """Who may know the reporter: nobody, the office only, or anyone in the handling."""

    ANONYMOUS = "ANONYMOUS"
    CONFIDENTIAL = "CONFIDENTIAL"
    NAMED = "NAMED"


class Kind(StrEnum):
    """What is reported: an act that is not neutral, or pressure by one's own superior."""

    VIOLATION = "VIOLATION"
    SUPERIOR_PRESSURE = "SUPERIOR_PRESSURE"


class Precision(StrEnum):
    """How exactly the reporter knows the day of the act."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    UNKNOWN = "UNKNOWN"


class Capacity(StrEnum):
    """In which capacity somebody reports (UU 7/2017 Pasal 454 ayat (3); UU 8/2015 Pasal 134 ayat (2))."""

    VOTER = "VOTER"
    MONITOR = "MONITOR"
    PARTICIPANT = "PARTICIPANT"
    UNKNOWN = "UNKNOWN"


class Side(StrEnum):
    """Who wrote a message or added a file."""

    REPORTER = "REPORTER"
    OFFICER = "OFFICER"


class CloseReason(StrEnum):
    """Why a report ends without being registered: a code, because the trail keeps it."""

    FORMAL_INCOMPLETE = "FORMAL_INCOMPLETE"
    MATERIAL_INCOMPLETE = "MATERIAL_INCOMPLETE"
    LATE = "LATE"
    ANONYMOUS = "ANONYMOUS"
    NOT_NEUTRALITY = "NOT_NEUTRALITY"
    ALREADY_HANDLED = "ALREADY_HANDLED"


class RerouteReason(StrEnum):
    """Why another office handles a report."""

    WRONG_REGION = "WRONG_REGION"
    CONFLICT_OF_INTEREST = "CONFLICT_OF_INTEREST"
    TAKEN_OVER = "TAKEN_OVER"
    NATIONAL = "NATIONAL"
    HANDED_DOWN = "HANDED_DOWN"


class DuplicateReason(StrEnum):
    """Why an officer holds two reports to be about the same."""

    SAME_EVENT = "SAME_EVENT"
    SAME_PERSON_AND_ACT = "SAME_PERSON_AND_ACT"
    SENT_TWICE = "SENT_TWICE"


class ApartReason(StrEnum):
    """Why an officer holds two reports that look alike not to be about the same."""

    OTHER_EVENT = "OTHER_EVENT"
    OTHER_PERSON = "OTHER_PERSON"
    COMMON_WORDS = "COMMON_WORDS"


# Per kind of code: members of two enumerations may share a word ("UNKNOWN"), and a StrEnum is equal to its text.
LABELS: Mapping[type[StrEnum], Mapping[str, Promise]] = MappingProxyType(
    {
        State: {
            State.RECEIVED: _("Diterima"),
            State.COMPLETION_ASKED: _("Menunggu kelengkapan"),
            State.COMPLETE: _("Lengkap"),
            State.REGISTERED: _("Diregistrasi"),
            State.INFORMATION: _("Informasi awal"),
            State.NOT_REGISTERED: _("Tidak diregistrasi"),
            State.WITHDRAWN: _("Dicabut"),
        },
        Channel: {
            Channel.WEB: _("Situs"),
            Channel.PHONE: _("Telepon"),
            Channel.LETTER: _("Surat"),
            Channel.WHATSAPP: _("WhatsApp"),
            Channel.WALK_IN: _("Datang langsung"),
        },
        Mode: {
            Mode.ANONYMOUS: _("Tanpa nama"),
            Mode.CONFIDENTIAL: _("Rahasia"),
            Mode.NAMED: _("Dengan nama"),
        },
        Kind: {
            Kind.VIOLATION: _("Dugaan pelanggaran netralitas"),
            Kind.SUPERIOR_PRESSURE: _("Tekanan dari atasan"),
        },
        Precision: {
            Precision.DAY: _("Tanggal diketahui"),
            Precision.MONTH: _("Hanya bulan yang diketahui"),
            Precision.YEAR: _("Hanya tahun yang diketahui"),
            Precision.UNKNOWN: _("Waktu tidak diketahui"),
        },
        Capacity: {
            Capacity.VOTER: _("Warga negara Indonesia yang punya hak pilih"),
            Capacity.MONITOR: _("Pemantau"),
            Capacity.PARTICIPANT: _("Peserta pemilu atau pemilihan"),
            Capacity.UNKNOWN: _("Tidak disebutkan"),
        },
        Side: {
            Side.REPORTER: _("Pelapor"),
            Side.OFFICER: _("Petugas"),
        },
        CloseReason: {
            CloseReason.FORMAL_INCOMPLETE: _("Syarat formal tidak terpenuhi"),
            CloseReason.MATERIAL_INCOMPLETE: _("Syarat materiel tidak terpenuhi"),
            CloseReason.LATE: _("Disampaikan melewati jangka waktu pelaporan"),
            CloseReason.ANONYMOUS: _("Pelapor memilih tanpa nama"),
            CloseReason.NOT_NEUTRALITY: _("Bukan dugaan pelanggaran netralitas"),
            CloseReason.ALREADY_HANDLED: _("Peristiwa yang sama sudah ditangani"),
        },
        RerouteReason: {
            RerouteReason.WRONG_REGION: _("Tempat kejadian di wilayah lain"),
            RerouteReason.CONFLICT_OF_INTEREST: _("Benturan kepentingan"),
            RerouteReason.TAKEN_OVER: _("Diambil alih oleh tingkat di atasnya"),
            RerouteReason.NATIONAL: _("Lintas provinsi, luar negeri, atau pejabat instansi pusat"),
            RerouteReason.HANDED_DOWN: _("Dilimpahkan kepada kantor yang berwenang di wilayah itu"),
        },
        DuplicateReason: {
            DuplicateReason.SAME_EVENT: _("Peristiwa yang sama"),
            DuplicateReason.SAME_PERSON_AND_ACT: _("Terlapor dan perbuatan yang sama"),
            DuplicateReason.SENT_TWICE: _("Laporan yang sama terkirim dua kali"),
        },
        ApartReason: {
            ApartReason.OTHER_EVENT: _("Peristiwa yang lain: hari, tempat, atau perbuatannya berbeda"),
            ApartReason.OTHER_PERSON: _("Terlapor yang lain"),
            ApartReason.COMMON_WORDS: _("Hanya tulisannya sama: pesan berantai atau contoh surat"),
        },
    }
)


def label(code: StrEnum) -> str:
    """The Indonesian words for a code."""
    return str(LABELS[type(code)][code])


GENERAL, REGIONAL = "GENERAL", "REGIONAL"

# UU 7/2017 and UU 8/2015 begin to apply; whatever is older is named as not loaded, never guessed.
_BEGIN, _PEMILU, _PEMILIHAN = date(2014, 1, 1), date(2017, 8, 16), date(2015, 3, 18)
# The days on which Perbawaslu 8/2020 and 7/2022 came into force were not seen; the year after they surely hold.
_RULES_OF_2020, _RULES_OF_2022 = date(2021, 1, 1), date(2023, 1, 1)
_UNREAD = "(pasal belum diperiksa)"


def _not_loaded(kind: str, until: date) -> Basis:
    source = Source("ketentuan yang berlaku saat itu", "(belum dimuat)", Verification.UNVERIFIED)
    return Basis(source, _BEGIN, until, kind)


def _statutes(general: tuple[str, Verification], regional: tuple[str, Verification]) -> tuple[Basis, ...]:
    return (
        _not_loaded(GENERAL, _PEMILU),
        Basis(Source("UU 7/2017", *general), _PEMILU, None, GENERAL),
        _not_loaded(REGIONAL, _PEMILIHAN),
        Basis(Source("UU 8/2015", *regional), _PEMILIHAN, None, REGIONAL),
    )


def _bawaslu(article: str, verification: Verification, regional: str = _UNREAD) -> tuple[Basis, ...]:
    """Steps that only regulations of Bawaslu order; what Perbawaslu 8/2020 says of them was not read."""
    return (
        _not_loaded(GENERAL, _RULES_OF_2022),
        Basis(Source("Perbawaslu 7/2022", article, verification), _RULES_OF_2022, None, GENERAL),
        _not_loaded(REGIONAL, _RULES_OF_2020),
        Basis(Source("Perbawaslu 8/2020", regional, Verification.UNVERIFIED), _RULES_OF_2020, None, REGIONAL),
    )


_REPORTED = _statutes(("Pasal 454 ayat (3)-(6)", Verification.SEEN), ("Pasal 134 ayat (1)-(4)", Verification.SEEN))
_CHECKED = _bawaslu("Pasal 15", Verification.SECONDARY)
_ASKED = (
    *(basis for basis in _bawaslu(_UNREAD, Verification.UNVERIFIED) if basis.election_kind == GENERAL),
    _not_loaded(REGIONAL, _PEMILIHAN),
    Basis(Source("UU 8/2015", "Pasal 134 ayat (6)", Verification.SEEN), _PEMILIHAN, None, REGIONAL),
)
_LEAD = _REFUSED = _bawaslu(_UNREAD, Verification.UNVERIFIED)
_WITHDRAWN = _bawaslu("Pasal 14 ayat (1)", Verification.SECONDARY)
# No text that was read lets a report be taken back once it is a case, nor forbids it: what is kept is that it happened.
_NO_WORD = "(pencabutan sesudah registrasi: pasal belum ditemukan)"
_WITHDRAWN_LATE = _bawaslu(_NO_WORD, Verification.UNVERIFIED, regional=_NO_WORD)
_TRACED = _bawaslu("Pasal 14 ayat (2)", Verification.SECONDARY)
# Perbawaslu 7/2022 Pasal 20, as a third party prints it, hands over reports on the ethics of ad hoc supervisors alone.
_MOVED = _bawaslu(
    "(pelimpahan antartingkat: pasal belum dibaca)",
    Verification.UNVERIFIED,
    regional="(pelimpahan antartingkat: pasal belum dibaca)",
)
_REGISTERED = _bawaslu("Pasal 16 ayat (1) huruf a", Verification.SEEN)

S = State
SENT = Step("intake.report_submit", None, S.RECEIVED, _REPORTED)
WRITTEN_DOWN = Step("intake.report_record", None, S.RECEIVED, _REPORTED)

STEPS: tuple[Step, ...] = (
    SENT,
    WRITTEN_DOWN,
    Step("intake.report_check", S.RECEIVED, S.COMPLETE, _CHECKED),
    Step("intake.report_check", S.COMPLETION_ASKED, S.COMPLETE, _CHECKED),
    # A lead may still become whole: the reporter names themselves, or brings what was missing.
    Step("intake.report_check", S.INFORMATION, S.COMPLETE, _CHECKED),
    Step("intake.report_ask_completion", S.RECEIVED, S.COMPLETION_ASKED, _ASKED),
    Step("intake.report_close", S.RECEIVED, S.INFORMATION, _LEAD),
    Step("intake.report_close", S.COMPLETION_ASKED, S.INFORMATION, _LEAD),
    # Whoever was pressed to withdraw does not silence what they saw.
    Step("intake.report_close", S.WITHDRAWN, S.INFORMATION, _TRACED),
    Step("intake.report_close", S.RECEIVED, S.NOT_REGISTERED, _REFUSED),
    Step("intake.report_close", S.COMPLETION_ASKED, S.NOT_REGISTERED, _REFUSED),
    Step("intake.report_close", S.COMPLETE, S.NOT_REGISTERED, _REFUSED),
    Step("intake.report_close", S.INFORMATION, S.NOT_REGISTERED, _REFUSED),
    Step("intake.report_withdraw", S.RECEIVED, S.WITHDRAWN, _WITHDRAWN),
    Step("intake.report_withdraw", S.COMPLETION_ASKED, S.WITHDRAWN, _WITHDRAWN),
    Step("intake.report_withdraw", S.COMPLETE, S.WITHDRAWN, _WITHDRAWN),
    Step("intake.report_withdraw", S.INFORMATION, S.WITHDRAWN, _WITHDRAWN),
    # The case goes on without its reporter, until its plenary decides.
    Step("intake.report_withdraw", S.REGISTERED, S.WITHDRAWN, _WITHDRAWN_LATE),
    Step("intake.report_withdraw_record", S.REGISTERED, S.WITHDRAWN, _WITHDRAWN_LATE),
    # The room `cases` takes this step, inside its own act; from a lead the case stands on a finding.
    Step("cases.case_register", S.COMPLETE, S.REGISTERED, _REGISTERED),
    Step("cases.case_register", S.INFORMATION, S.REGISTERED, _REGISTERED),
)

CLOSING_STATES = frozenset({S.INFORMATION, S.NOT_REGISTERED})
# An office may still hand a report to another office in these, and the report stays in its state.
MOVABLE_STATES = frozenset({S.RECEIVED, S.COMPLETION_ASKED, S.COMPLETE, S.INFORMATION})
MOVED = Step("intake.report_reroute", S.RECEIVED, S.RECEIVED, _MOVED)


def citation(step: Step, *, election_kind: str, on: date) -> str:
    """The article of a step on that day; those of both election laws where it is not known which one applies."""
    kinds = (election_kind,) if election_kind else (GENERAL, REGIONAL)
    return "; ".join(str(step.law(election_kind=kind, on=on)) for kind in kinds)
