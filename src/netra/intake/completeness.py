"""The completeness coach: what the law wants a report to contain, what is there, what is missing, and until when.

It advises and blocks nothing: an incomplete report is received too, and even a report by nobody is looked into
(informasi awal). The same list serves the officer who checks a received report. Pure: no database, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.intake.requirements import FORMAL, MATERIAL, WORDING, Requirement, sources
from netra.intake.states import Mode
from netra.intake.submission import Submission
from netra.intake.terms import REPORT_TERM, Term, terms
from netra.law.dated import Source


@dataclass(frozen=True, slots=True)
class Given:
    """What a report says about each requirement: whether it is there, never what it is."""

    mode: Mode
    has_name: bool
    has_address: bool
    has_capacity: bool
    names_accused: bool
    has_time: bool
    has_place: bool
    has_story: bool
    has_evidence: bool
    election_kind: str
    known_date: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """One requirement: met or not, why it is asked, and what can be done about it."""

    requirement: Requirement
    label: str
    is_formal: bool
    is_met: bool
    help: str
    step: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Coaching:
    """The whole advice before sending, and the list an officer checks after receiving."""

    points: tuple[Point, ...]
    terms: tuple[Term, ...]
    if_incomplete: str

    @property
    def formal(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.is_formal)

    @property
    def material(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if not point.is_formal)

    @property
    def missing(self) -> tuple[Requirement, ...]:
        return tuple(point.requirement for point in self.points if not point.is_met)

    @property
    def is_complete(self) -> bool:
        return not self.missing


def given_by(submission: Submission, *, files: int) -> Given:
    """What a submission brings, with the number of files that go with it."""
    return Given(
        mode=submission.reporter.mode,
        has_name=bool(submission.reporter.name),
        has_address=bool(submission.reporter.address),
        has_capacity=submission.reporter.capacity != "UNKNOWN",
        names_accused=any(person.name or person.position or person.agency for person in submission.persons),
        has_time=submission.act_date is not None,
        has_place=bool(submission.place),
        has_story=bool(submission.what),
        has_evidence=bool(files or submission.other_evidence),
        election_kind=submission.election_kind,
        known_date=submission.known_date,
    )


def coach(given: Given, *, on: date) -> Coaching:
    """What is there and what is missing if the report is sent on that day."""
    running = terms(REPORT_TERM, given.known_date, given.election_kind, on=on)
    met = {
        Requirement.REPORTER: given.has_name and given.has_address,
        Requirement.CAPACITY: given.has_capacity,
        Requirement.ACCUSED: given.names_accused,
        # With both election laws possible the report is in time as long as one of the terms still runs.
        Requirement.TERM: any(term.deadline is not None and not term.is_over for term in running),
        Requirement.TIME: given.has_time,
        Requirement.PLACE: given.has_place,
        Requirement.STORY: given.has_story,
        Requirement.EVIDENCE: given.has_evidence,
    }
    points = tuple(_point(requirement, met[requirement], given, running, on) for requirement in (*FORMAL, *MATERIAL))
    return Coaching(points, running, "" if all(met.values()) else _if_incomplete(given.mode))


def _point(requirement: Requirement, is_met: bool, given: Given, terms: tuple[Term, ...], on: date) -> Point:
    wording = WORDING[requirement]
    advice = _about_term(terms) if requirement is Requirement.TERM and terms else str(wording.help)
    return Point(
        requirement=requirement,
        label=str(wording.label),
        is_formal=requirement in FORMAL,
        is_met=is_met,
        help="" if is_met else advice,
        step=wording.step,
        sources=sources(requirement, given.election_kind, on=on),
    )


def _about_term(terms: tuple[Term, ...]) -> str:
    if not any(term.is_over for term in terms):
        return " ".join(term.sentence for term in terms)
    return _(
        "Jangka waktu pelaporan menurut undang-undang sudah lewat. Laporan tetap dapat dikirim: petugas dapat "
        "menelusurinya sebagai informasi awal, dan temuan petugas mempunyai jangka waktu sendiri."
    )


def _if_incomplete(mode: Mode) -> str:
    if mode == Mode.ANONYMOUS:
        return _(
            "Laporan tanpa nama tetap diterima dan diperiksa. Karena nama dan alamat pelapor adalah syarat formal, "
            "laporan ini tidak dapat diregistrasi sebagai laporan; isinya ditelusuri sebagai informasi awal dan dapat "
            "menjadi temuan petugas. Anda dapat menyusulkan nama kapan saja dengan kode laporan."
        )
    return _(
        "Laporan yang belum lengkap tetap dapat dikirim. Petugas akan meminta kelengkapannya lewat halaman kode "
        "laporan; bila tidak dilengkapi pada waktunya, laporan tidak diregistrasi tetapi dapat ditelusuri sebagai "
        "informasi awal."
    )
