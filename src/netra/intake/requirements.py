"""What the law wants a report to contain, each requirement with its articles for both election laws.

The statutes were read; Perbawaslu 7/2022 is known from secondary sources, and what Perbawaslu 7/2018 and 8/2020 say of
evidence was not read: those stay marked. A report under an older law gets no invented article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.law.dated import Source, Verification


class Requirement(StrEnum):
    """One thing a report must contain."""

    REPORTER = "REPORTER"
    CAPACITY = "CAPACITY"
    ACCUSED = "ACCUSED"
    TERM = "TERM"
    TIME = "TIME"
    PLACE = "PLACE"
    STORY = "STORY"
    EVIDENCE = "EVIDENCE"


FORMAL = (Requirement.REPORTER, Requirement.CAPACITY, Requirement.ACCUSED, Requirement.TERM)
MATERIAL = (Requirement.TIME, Requirement.PLACE, Requirement.STORY, Requirement.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Wording:
    """How a requirement is named, and what a reporter can do when it is not met; `step` is where the form asks it."""

    label: str | Promise
    help: str | Promise
    step: str


WORDING: Mapping[Requirement, Wording] = MappingProxyType(
    {
        Requirement.REPORTER: Wording(
            _("Nama dan alamat pelapor"),
            _(
                "Isi nama dan alamat; keduanya disegel terpisah dan hanya dapat dibuka oleh dua orang dengan alasan "
                "tertulis."
            ),
            "reporter",
        ),
        Requirement.CAPACITY: Wording(
            _("Siapa yang boleh melapor: pemilih, pemantau, atau peserta"),
            _("Sebutkan apakah Anda warga negara yang punya hak pilih, pemantau, atau peserta."),
            "reporter",
        ),
        Requirement.ACCUSED: Wording(
            _("Pihak terlapor"),
            _("Nama tidak harus diketahui. Jabatan, instansi, atau ciri-cirinya sudah membantu; NIP tidak diperlukan."),
            "who",
        ),
        Requirement.TERM: Wording(
            _("Disampaikan dalam jangka waktu pelaporan"),
            _("Isi tanggal Anda mengetahui kejadian, karena jangka waktu dihitung dari hari itu."),
            "when",
        ),
        Requirement.TIME: Wording(
            _("Waktu kejadian"), _("Tanggal, bulan, atau tahun kejadian, sejauh yang Anda tahu."), "when"
        ),
        Requirement.PLACE: Wording(
            _("Tempat kejadian"),
            _("Alamat, nama gedung, atau nama akun dan grup bila terjadi di media sosial."),
            "where",
        ),
        Requirement.STORY: Wording(
            _("Uraian kejadian"),
            _("Siapa berbuat apa, kepada siapa, dan apa yang Anda lihat atau dengar sendiri."),
            "what",
        ),
        Requirement.EVIDENCE: Wording(
            _("Bukti"),
            _(
                "Foto, tangkapan layar, rekaman, surat, tautan, atau nama saksi. Bukti dapat disusulkan dengan kode "
                "laporan."
            ),
            "evidence",
        ),
    }
)

_STATUTES: Mapping[str, tuple[str, date]] = MappingProxyType(
    {"GENERAL": ("UU 7/2017", date(2017, 8, 16)), "REGIONAL": ("UU 8/2015", date(2015, 3, 18))}
)
_ARTICLES: Mapping[str, Mapping[Requirement, tuple[str, Verification]]] = MappingProxyType(
    {
        "GENERAL": {
            Requirement.REPORTER: ("Pasal 454 ayat (4) huruf a", Verification.SEEN),
            Requirement.CAPACITY: ("Pasal 454 ayat (3)", Verification.SECONDARY),
            Requirement.ACCUSED: ("Pasal 454 ayat (4) huruf b", Verification.SEEN),
            Requirement.TERM: ("Pasal 454 ayat (6)", Verification.SEEN),
            Requirement.TIME: ("Pasal 454 ayat (4) huruf c", Verification.SEEN),
            Requirement.PLACE: ("Pasal 454 ayat (4) huruf c", Verification.SEEN),
            Requirement.STORY: ("Pasal 454 ayat (4) huruf d", Verification.SEEN),
        },
        "REGIONAL": {
            Requirement.REPORTER: ("Pasal 134 ayat (3) huruf a", Verification.SEEN),
            Requirement.CAPACITY: ("Pasal 134 ayat (2)", Verification.SEEN),
            Requirement.ACCUSED: ("Pasal 134 ayat (3) huruf b", Verification.SEEN),
            Requirement.TERM: ("Pasal 134 ayat (4)", Verification.SEEN),
            Requirement.TIME: ("Pasal 134 ayat (3) huruf c", Verification.SEEN),
            Requirement.PLACE: ("Pasal 134 ayat (3) huruf c", Verification.SEEN),
            Requirement.STORY: ("Pasal 134 ayat (3) huruf d", Verification.SEEN),
        },
    }
)
# The day on which Perbawaslu 7/2022 replaced 7/2018 was not read: whole years after 2022 are certain, 2022 is not.
_BAWASLU_2022_CERTAIN_FROM = date(2023, 1, 1)


def sources(requirement: Requirement, election_kind: str, *, on: date) -> tuple[Source, ...]:
    """The articles for a requirement on a day; without an election kind, those of both laws."""
    kinds = (election_kind,) if election_kind else tuple(_STATUTES)
    return tuple(
        source for kind in kinds for source in (*_statute(requirement, kind, on), *_bawaslu(requirement, kind, on))
    )


def _statute(requirement: Requirement, kind: str, on: date) -> tuple[Source, ...]:
    if requirement not in _ARTICLES[kind]:
        return ()
    instrument, since = _STATUTES[kind]
    if on < since:
        return (Source(f"ketentuan sebelum {instrument}", "(belum dimuat)", Verification.UNVERIFIED),)
    article, verification = _ARTICLES[kind][requirement]
    return (Source(instrument, article, verification),)


def _bawaslu(requirement: Requirement, kind: str, on: date) -> tuple[Source, ...]:
    if kind == "GENERAL" and on >= _BAWASLU_2022_CERTAIN_FROM:
        paragraph = "(3)" if requirement in FORMAL else "(4)"
        article = f"Pasal 15 ayat {paragraph}"
        return (
            ()
            if requirement == Requirement.CAPACITY
            else (Source("Perbawaslu 7/2022", article, Verification.SECONDARY),)
        )
    if requirement != Requirement.EVIDENCE:
        return ()
    instrument = "Perbawaslu 7/2018 atau 7/2022" if kind == "GENERAL" else "Perbawaslu 8/2020"
    return (Source(instrument, "(pasal bukti, belum diperiksa)", Verification.UNVERIFIED),)
