"""The columns of each kind of import, and the many ways in which offices head them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ImportKind(StrEnum):
    AGENCIES = "AGENCIES"
    UNITS = "UNITS"
    CIVIL_SERVANTS = "CIVIL_SERVANTS"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills, the heading we print, other headings we understand."""

    field: str
    title: str
    required: bool = False
    also: tuple[str, ...] = ()


def _column(field: str, title: str, *also: str, required: bool = False) -> Column:
    return Column(field, title, required, also)


_AGENCY_CODE = ("Kode Instansi", "Kode Pemda", "Instansi")

COLUMNS: Mapping[ImportKind, tuple[Column, ...]] = MappingProxyType(
    {
        ImportKind.AGENCIES: (
            _column("code", "Kode Instansi", "Kode", required=True),
            _column("name", "Nama Instansi", "Nama", "Instansi", required=True),
            _column("kind", "Jenis Instansi", "Jenis", "Tingkat", required=True),
            _column("parent_code", "Kode Instansi Induk", "Kode Induk", "Induk", "Instansi Induk"),
            _column("since", "Nama dan Induk Berlaku Sejak", "Nama Berlaku Sejak", "Berganti Nama Sejak"),
            _column("former_name", "Nama Sebelumnya", "Nama Lama"),
            _column("region_code", "Kode Wilayah", "Wilayah", "Kode Kemendagri", "Daerah"),
            _column("address", "Alamat", "Alamat Kantor"),
            _column("phone", "Telepon", "Telp", "No Telepon", "Nomor Telepon", "Telepon/Faks"),
            _column("city", "Kota Penandatanganan", "Kota", "Tempat"),
            _column("valid_from", "Berdiri", "Tanggal Berdiri", "Berlaku Mulai", "Mulai Berlaku"),
            _column("valid_until", "Berakhir", "Tanggal Berakhir", "Berlaku Sampai"),
            _column(
                "authority_title",
                "Jabatan Pejabat Pembina Kepegawaian",
                "Pejabat Pembina Kepegawaian",
                "Jabatan Pejabat Pembina",
            ),
            _column("authority_name", "Nama Pejabat Pembina Kepegawaian", "Nama Pejabat Pembina", "Nama Pejabat"),
            _column("authority_nip", "NIP Pejabat Pembina Kepegawaian", "NIP Pejabat Pembina", "NIP Pejabat"),
            _column("authority_start", "Mulai Menjabat", "Menjabat Sejak"),
            _column("authority_until", "Menjabat Sampai Sebelum"),
            _column(
                "superior_title",
                "Atasan Pejabat Pembina Kepegawaian",
                "Atasan Pejabat Pembina",
                "Atasan Pejabat",
            ),
            _column("superior_name", "Nama Atasan Pejabat Pembina Kepegawaian", "Nama Atasan Pejabat Pembina"),
        ),
        ImportKind.UNITS: (
            _column("agency_code", *_AGENCY_CODE),
            _column("code", "Kode Unit", "Kode Unit Kerja", "Kode OPD", "Kode SKPD", "Kode", required=True),
            _column("name", "Nama Unit", "Nama Unit Kerja", "Unit Kerja", "Nama OPD", "Unit", "Nama", required=True),
            _column("parent_code", "Kode Unit Induk", "Kode Induk", "Unit Induk", "Induk", "Kode Atasan"),
        ),
        ImportKind.CIVIL_SERVANTS: (
            _column("nip", "NIP", "NIP Baru", "Nomor Induk Pegawai", "NI PPPK", "NIP/NI PPPK", required=True),
            _column("name", "Nama", "Nama Lengkap", "Nama Pegawai", "Nama ASN", required=True),
            _column(
                "employment",
                "Jenis Pegawai",
                "Status Kepegawaian",
                "Status Pegawai",
                "Jenis ASN",
                "Status",
                required=True,
            ),
            _column("agency_code", *_AGENCY_CODE),
            _column("unit_code", "Kode Unit", "Kode Unit Kerja", "Kode OPD", "Kode SKPD", "Unit"),
            _column("title", "Jabatan", "Nama Jabatan", required=True),
            _column("leads_unit", "Kepala Unit", "Memimpin Unit", "Pimpinan Unit", "Kepala OPD", "Kepala SKPD"),
            _column("position", "Jenjang Jabatan", "Jenis Jabatan", "Eselon", "Jenjang"),
            _column("grade", "Golongan", "Gol", "Gol Ruang", "Golongan Ruang", "Pangkat/Golongan", "Pangkat Gol Ruang"),
            _column("superior_nip", "NIP Atasan", "NIP Atasan Langsung", "Atasan Langsung", "Atasan"),
            _column("start_date", "TMT Jabatan", "TMT", "Mulai Jabatan", "Tanggal Mulai Jabatan"),
            _column("birth_date", "Tanggal Lahir", "Tgl Lahir"),
        ),
    }
)

# What we add to a file of rejected rows; skipped when that file comes back.
LINE_HEADING = "Baris"
REASON_HEADING = "Alasan ditolak"


def _key(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def matched(heading: Iterable[str], kind: ImportKind) -> tuple[str | None, ...]:
    """The field of each heading, None for an unknown one; of several for one field the heading that we print wins,
    else the first: a bare “TMT” often is that of the grade.
    """
    keys = [_key(text) for text in heading]
    fields = _fields(keys, kind)
    printed = {_key(column.title) for column in COLUMNS[kind]}
    chosen: dict[str, int] = {}
    for place, field in enumerate(fields):
        if field and (field not in chosen or (keys[place] in printed and keys[chosen[field]] not in printed)):
            chosen[field] = place
    return tuple(field if field and chosen[field] == place else None for place, field in enumerate(fields))


def left_out(heading: Sequence[str], kind: ImportKind) -> list[tuple[str, str]]:
    """Headings that we know but do not read, each with the heading that is read in its place."""
    chosen = {field: text for field, text in zip(matched(heading, kind), heading, strict=True) if field}
    fields = _fields([_key(text) for text in heading], kind)
    known = ((text, chosen[field]) for text, field in zip(heading, fields, strict=True) if field)
    return [(text, read) for text, read in known if text != read]


def _fields(keys: Iterable[str], kind: ImportKind) -> list[str | None]:
    known = {_key(title): column.field for column in COLUMNS[kind] for title in (column.title, *column.also)}
    return [known.get(key) for key in keys]


def repeated(heading: Iterable[str], kind: ImportKind) -> tuple[str, ...]:
    """Known headings that stand there more than once in the same words: nobody can say which column is meant."""
    known = {_key(title) for column in COLUMNS[kind] for title in (column.title, *column.also)}
    texts = list(heading)
    keys = [_key(text) for text in texts]
    twice = {key: text for key, text in zip(keys, texts, strict=True) if key in known and keys.count(key) > 1}
    return tuple(twice.values())


def missing(fields: Iterable[str | None], kind: ImportKind) -> tuple[str, ...]:
    """The titles of required columns that are not there."""
    present = set(fields)
    return tuple(column.title for column in COLUMNS[kind] if column.required and column.field not in present)


def template_csv(kind: ImportKind) -> bytes:
    """An empty file with the right headings, to be filled in a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(column.title for column in COLUMNS[kind])
    return out.getvalue().encode("utf-8-sig")
