"""The page behind the code: where the report stands, why, what comes next and until when, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from netra.intake.models import Report
from netra.intake.offices import office_at
from netra.intake.queries.dialogue import Dialogue, dialogue_of
from netra.intake.requirements import WORDING, Requirement
from netra.intake.states import STEPS, CloseReason, Mode, State, label
from netra.intake.terms import COMPLETION_TERM, STUDY_TERM, Term, terms
from netra.law.local_time import seen_from
from netra.law.procedure import find_step
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.queries import letters_of
from netra.trust.language import long_date

_FOR_THE_REPORTER = frozenset({LetterKind.RECEIPT, LetterKind.REPORTER_NOTICE})


@dataclass(frozen=True, slots=True)
class StatusPage:
    """What whoever holds the code may know; the identity is not among it, not even for its owner.

    Where the report is not `is_served`, nobody works here for its office: it is kept, and nobody reads it yet.
    """

    report_ref: str
    case_ref: str
    state: State
    state_label: str
    headline: str
    why: str
    next_step: str
    office: str
    is_served: bool
    received_at: datetime
    terms: tuple[Term, ...]
    missing: tuple[str, ...]
    explanation: str
    dialogue: Dialogue
    letters: tuple[Letter, ...]
    may_write: bool
    may_withdraw: bool
    may_identify: bool
    is_erased: bool


def status_page(report: Report, *, at: datetime) -> StatusPage:
    """The page for a report that whose code was proved."""
    state = State(report.state)
    is_erased = report.erased_at is not None
    office = office_at(report.handler_region_code, on=timezone.localdate(at))
    return StatusPage(
        report_ref=report.ref,
        case_ref=report.case_ref,
        state=state,
        state_label=label(state),
        headline=_headline(report, state),
        why=_why(report, state),
        next_step=_next_step(report, state),
        office=office.name,
        is_served=office.is_served,
        received_at=report.received_at,
        terms=_terms(report, state, at),
        missing=tuple(str(WORDING[Requirement(code)].label) for code in report.missing),
        explanation=report.outcome_explanation,
        dialogue=dialogue_of(report),
        letters=tuple(
            letter
            for letter in letters_of(f"report:{report.ref}")
            if letter.is_final and letter.kind in _FOR_THE_REPORTER
        ),
        may_write=not is_erased,
        may_withdraw=not is_erased and find_step(STEPS, act="intake.report_withdraw", state=state) is not None,
        may_identify=not is_erased and report.mode == Mode.ANONYMOUS,
        is_erased=is_erased,
    )


def withdrawn_on(report_ref: str) -> date | None:
    """The day on which this report was taken back; None while it stands."""
    report = Report.objects.filter(ref=report_ref, state=State.WITHDRAWN).only("closed_at").first()
    return timezone.localdate(report.closed_at) if report and report.closed_at else None


def _headline(report: Report, state: State) -> str:
    received = seen_from(report.handler_region_code, report.received_at)
    day = f"{long_date(received.date())} {received:%H.%M %Z}"
    if report.erased_at is not None:
        return _("Isi laporan Anda sudah dimusnahkan sesuai jadwal. Yang tersisa hanya catatan pemusnahannya.")
    lines = {
        State.RECEIVED: _("Laporan Anda diterima %(day)s dan sedang diperiksa kelengkapannya.") % {"day": day},
        State.COMPLETION_ASKED: _("Petugas meminta Anda melengkapi laporan."),
        State.COMPLETE: _("Laporan Anda lengkap dan menunggu diregistrasi."),
        State.REGISTERED: _("Laporan Anda diregistrasi dan ditangani sebagai perkara."),
        State.INFORMATION: _("Laporan Anda ditelusuri sebagai informasi awal."),
        State.NOT_REGISTERED: _("Laporan Anda tidak diregistrasi."),
        State.WITHDRAWN: _("Laporan ini dicabut."),
    }
    return lines[state]


def _why(report: Report, state: State) -> str:
    if report.outcome_reason:
        return label(CloseReason(report.outcome_reason))
    lines = {
        State.RECEIVED: _("Setiap laporan diperiksa dahulu syarat formal dan materielnya."),
        State.COMPLETION_ASKED: _("Ada syarat yang belum terpenuhi; daftarnya di bawah."),
        State.COMPLETE: _("Syarat formal dan materiel terpenuhi menurut petugas."),
        State.REGISTERED: _("Syarat terpenuhi, atau penelusuran petugas menghasilkan temuan."),
        State.WITHDRAWN: _("Dicabut oleh pemegang kode laporan ini."),
    }
    if state == State.WITHDRAWN and report.outcome_explanation:
        return _("Petugas mencatat surat pencabutan di bawah ini. Bukan dari Anda? Tulislah kepada petugas di sini.")
    return lines.get(state, "")


def _next_step(report: Report, state: State) -> str:
    if state == State.WITHDRAWN and report.case_ref:
        return _(
            "Perkaranya berjalan terus: pencabutan tidak mengikat Bawaslu. Pleno yang memutuskan apakah perkara itu "
            "berakhir, dan yang sudah diteruskan kepada instansi tetap ditangani di sana."
        )
    lines = {
        State.RECEIVED: _("Petugas menyelesaikan kajian awal, lalu menulis hasilnya di halaman ini."),
        State.COMPLETION_ASKED: _("Kirim kekurangannya lewat pesan atau berkas di halaman ini."),
        State.COMPLETE: _("Petugas meregistrasi laporan menjadi perkara."),
        State.REGISTERED: _("Perkara dikaji; bila terbukti, diteruskan kepada instansi yang berwenang."),
        State.INFORMATION: _(
            "Petugas menelusuri. Keterangan tambahan, juga nama Anda, dapat mengubahnya menjadi laporan."
        ),
        State.NOT_REGISTERED: _(
            "Tidak ada langkah lagi. Bila ada bukti baru, tulislah di sini atau buat laporan baru."
        ),
        State.WITHDRAWN: _(
            "Tidak ada langkah lagi dari Anda. Petugas masih dapat menelusurinya sebagai informasi awal."
        ),
    }
    return lines[state]


def _terms(report: Report, state: State, at: datetime) -> tuple[Term, ...]:
    """The clock that runs now: the office's study, or the reporter's completion, as the law of that day says."""
    today = timezone.localdate(at)
    if state == State.RECEIVED:
        return terms(STUDY_TERM, report.received_date, report.election_kind, on=today)
    if state == State.COMPLETION_ASKED and report.completion_asked_date:
        return terms(COMPLETION_TERM, report.completion_asked_date, report.election_kind, on=today)
    return ()
