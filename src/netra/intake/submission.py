"""A report as it is handed in: a frozen value, read from what somebody typed, with a plain message per field.

Reading never throws anything away: where one answer cannot be used, the others stay, and the text that was typed is
given back with the message. Almost nothing is demanded; what the law wants beyond that is said by `completeness`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from django.utils.translation import gettext as _

from netra.intake.answers import Answers
from netra.intake.states import Capacity, Kind, Mode, Precision

MAX_PERSONS = 10
NAME, LINE, PLACE, ADDRESS, LONG, STORY = 200, 200, 300, 500, 5_000, 20_000

# The steps of the public form and the answers each of them asks for; persons are numbered 1 to MAX_PERSONS.
PERSON_PARTS = ("name", "position", "agency", "agency_code", "nip", "superior")
STEP_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "what": ("kind", "what", "conduct"),
        "who": tuple(f"person_{number}_{part}" for number in range(1, MAX_PERSONS + 1) for part in PERSON_PARTS),
        "where": ("region", "nationwide", "place"),
        "when": ("act_date", "known_date", "election_kind"),
        "how": ("how_known",),
        "evidence": ("other_evidence",),
        "reporter": ("mode", "capacity", "reporter_name", "reporter_address", "reporter_contact"),
    }
)
STEPS = tuple(STEP_FIELDS)
FIELDS = frozenset(name for fields in STEP_FIELDS.values() for name in fields)


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the report is about, as far as the reporter knows."""

    name: str = ""
    position: str = ""
    agency: str = ""
    agency_code: str = ""
    nip: str = ""
    is_superior: bool = False


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports: sealed at once, never stored with the report."""

    mode: Mode = Mode.ANONYMOUS
    capacity: Capacity = Capacity.UNKNOWN
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything a report says when it is sent; only `what` and `region_code` are always there."""

    what: str = field(repr=False)
    region_code: str
    kind: Kind = Kind.VIOLATION
    conduct: str = ""
    persons: tuple[Person, ...] = field(default=(), repr=False)
    place: str = field(default="", repr=False)
    act_date: date | None = None
    act_precision: Precision = Precision.UNKNOWN
    known_date: date | None = None
    election_kind: str = ""
    how_known: str = field(default="", repr=False)
    other_evidence: str = field(default="", repr=False)
    reporter: Reporter = Reporter()


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the answers: a submission, or one message per field that cannot be used as it stands."""

    submission: Submission | None
    errors: Mapping[str, str]


def read_submission(values: Mapping[str, str], *, today: date, conducts: frozenset[str]) -> Reading:
    """Read all answers; `conducts` are the codes that the law room knows."""
    answers = Answers(values, today)
    act, known_date = answers.day("act_date"), _known_date(answers)
    submission = Submission(
        kind=answers.choice("kind", Kind, Kind.VIOLATION),
        what=answers.story("what", _("Uraian kejadian"), STORY, needed=_what_is_needed()),
        conduct=answers.code("conduct", conducts),
        persons=_persons(answers),
        region_code=answers.region("region", nationwide="nationwide"),
        place=answers.line("place", _("Tempat kejadian"), PLACE),
        act_date=act.day,
        act_precision=act.precision,
        known_date=known_date,
        election_kind=answers.code("election_kind", frozenset({"GENERAL", "REGIONAL"})),
        how_known=answers.story("how_known", _("Cara Anda mengetahui"), LONG),
        other_evidence=answers.story("other_evidence", _("Bukti lain"), LONG),
        reporter=_reporter(answers),
    )
    return Reading(None if answers.errors else submission, MappingProxyType(answers.errors))


def read_reporter(values: Mapping[str, str], *, today: date) -> tuple[Reporter, Mapping[str, str]]:
    """Who reports, from somebody who says so later, and a message per field that cannot be used."""
    answers = Answers(values, today)
    nothing_else = _("Tulis nama Anda, atau kembali tanpa mengubah apa pun. Nama disegel terpisah dari laporan.")
    reporter = _reporter(answers, needed=nothing_else)
    return reporter, MappingProxyType(answers.errors)


def _what_is_needed() -> str:
    return _("Ceritakan apa yang terjadi, walau hanya satu kalimat. Tanpa uraian, petugas tidak tahu apa yang dicari.")


def _persons(answers: Answers) -> tuple[Person, ...]:
    found = (_person(answers, f"person_{number}_") for number in range(1, MAX_PERSONS + 1))
    return tuple(person for person in found if person != Person())


def _person(answers: Answers, prefix: str) -> Person:
    return Person(
        name=answers.line(f"{prefix}name", _("Nama terlapor"), NAME),
        position=answers.line(f"{prefix}position", _("Jabatan terlapor"), LINE),
        agency=answers.line(f"{prefix}agency", _("Instansi terlapor"), LINE),
        agency_code=answers.line(f"{prefix}agency_code", _("Kode instansi"), 60),
        nip=answers.nip(f"{prefix}nip"),
        is_superior=answers.given(f"{prefix}superior"),
    )


def _known_date(answers: Answers) -> date | None:
    """The day from which the reporting term runs: a whole date, not before the act."""
    written_like = _("Tulislah tanggal lengkap, misalnya 15-10-2024; kosongkan bila lupa.")
    act, known = answers.day("act_date"), answers.day("known_date", like=written_like)
    if known.day and known.precision != Precision.DAY:
        answers.refuse(
            "known_date",
            _(
                "Tulis tanggal lengkap saat Anda mengetahuinya, karena jangka waktu pelaporan dihitung dari hari itu. "
                "Kosongkan bila lupa."
            ),
        )
    elif known.day and act.day and known.day < act.day:
        answers.refuse(
            "known_date",
            _("Anda menulis mengetahuinya sebelum kejadian. Periksa tanggal kejadian dan tanggal Anda mengetahuinya."),
        )
    return known.day


def _reporter(answers: Answers, *, needed: str = "") -> Reporter:
    mode = answers.choice("mode", Mode, Mode.ANONYMOUS)
    capacity = answers.choice("capacity", Capacity, Capacity.UNKNOWN)
    if mode == Mode.ANONYMOUS:
        # What was typed before somebody chose to stay unnamed is not even read.
        return Reporter(mode=mode, capacity=capacity)
    return Reporter(
        mode=mode,
        capacity=capacity,
        name=answers.line("reporter_name", _("Nama Anda"), NAME, needed=needed or _name_is_needed()),
        address=answers.line("reporter_address", _("Alamat Anda"), ADDRESS),
        contact=answers.line("reporter_contact", _("Kontak Anda"), LINE),
    )


def _name_is_needed() -> str:
    return _("Tulis nama Anda, atau pilih “tanpa nama”. Nama disegel terpisah dari laporan.")
