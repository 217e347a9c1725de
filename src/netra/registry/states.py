"""Codes of this room and their Indonesian words. Choices are callables, so that a new code makes no migration."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from netra.registry.regions.names import RegionKind


class AgencyKind(StrEnum):
    CENTRAL = "CENTRAL"
    PROVINCE = "PROVINCE"
    REGENCY = "REGENCY"
    CITY = "CITY"
    ELECTION_SUPERVISOR = "ELECTION_SUPERVISOR"
    OVERSIGHT = "OVERSIGHT"


AGENCY_KIND_LABELS: Mapping[AgencyKind, str] = MappingProxyType(
    {
        AgencyKind.CENTRAL: _("Instansi pusat"),
        AgencyKind.PROVINCE: _("Pemerintah provinsi"),
        AgencyKind.REGENCY: _("Pemerintah kabupaten"),
        AgencyKind.CITY: _("Pemerintah kota"),
        AgencyKind.ELECTION_SUPERVISOR: _("Pengawas pemilu (Bawaslu)"),
        AgencyKind.OVERSIGHT: _("Pengawas sistem merit (KASN/BKN)"),
    }
)


class Fate(StrEnum):
    """What becomes of a file when its retention is over."""

    DESTROY = "DESTROY"
    PERMANENT = "PERMANENT"


FATE_LABELS: Mapping[Fate, str] = MappingProxyType(
    {Fate.DESTROY: _("Musnah"), Fate.PERMANENT: _("Permanen (diserahkan kepada lembaga kearsipan)")}
)


def fate_choices() -> list[tuple[str, str]]:
    return [(code.value, words) for code, words in FATE_LABELS.items()]


# A government sits in a region of its own kind; the other agencies may sit anywhere.
REGION_OF_AGENCY: Mapping[AgencyKind, RegionKind] = MappingProxyType(
    {
        AgencyKind.PROVINCE: RegionKind.PROVINCE,
        AgencyKind.REGENCY: RegionKind.REGENCY,
        AgencyKind.CITY: RegionKind.CITY,
    }
)


class Employment(StrEnum):
    """Kind of employment (UU 20/2023 Ps 5; a CPNS is on probation to become PNS)."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"


class Position(StrEnum):
    """Level of a position (UU 5/2014 Ps 13-19), in the words of the law room."""

    JPT_UTAMA = "JPT_UTAMA"
    JPT_MADYA = "JPT_MADYA"
    JPT_PRATAMA = "JPT_PRATAMA"
    REGIONAL_SECRETARY = "REGIONAL_SECRETARY"
    ADMINISTRATOR = "ADMINISTRATOR"
    PENGAWAS = "PENGAWAS"
    FUNCTIONAL_AHLI_UTAMA = "FUNCTIONAL_AHLI_UTAMA"
    FUNCTIONAL = "FUNCTIONAL"
    PELAKSANA = "PELAKSANA"
    UNKNOWN = "UNKNOWN"


POSITION_LABELS: Mapping[Position, str] = MappingProxyType(
    {
        Position.JPT_UTAMA: _("Jabatan pimpinan tinggi utama"),
        Position.JPT_MADYA: _("Jabatan pimpinan tinggi madya"),
        Position.JPT_PRATAMA: _("Jabatan pimpinan tinggi pratama"),
        Position.REGIONAL_SECRETARY: _("Sekretaris daerah kabupaten/kota"),
        Position.ADMINISTRATOR: _("Administrator"),
        Position.PENGAWAS: _("Pengawas"),
        Position.FUNCTIONAL_AHLI_UTAMA: _("Fungsional ahli utama"),
        Position.FUNCTIONAL: _("Fungsional"),
        Position.PELAKSANA: _("Pelaksana"),
        Position.UNKNOWN: _("Belum diketahui"),
    }
)


class ElectionKind(StrEnum):
    """Pemilu (UU 7/2017) and pemilihan (UU 1/2015 and its amendments) run by different clocks."""

    GENERAL = "GENERAL"
    REGIONAL = "REGIONAL"


ELECTION_KIND_LABELS: Mapping[ElectionKind, str] = MappingProxyType(
    {ElectionKind.GENERAL: _("Pemilihan umum"), ElectionKind.REGIONAL: _("Pemilihan kepala daerah")}
)


class Office(StrEnum):
    PRESIDENT = "PRESIDENT"
    DPR = "DPR"
    DPD = "DPD"
    DPRD = "DPRD"
    GOVERNOR = "GOVERNOR"
    REGENT = "REGENT"
    MAYOR = "MAYOR"


OFFICE_LABELS: Mapping[Office, str] = MappingProxyType(
    {
        Office.PRESIDENT: _("Presiden dan Wakil Presiden"),
        Office.DPR: _("Anggota DPR"),
        Office.DPD: _("Anggota DPD"),
        Office.DPRD: _("Anggota DPRD"),
        Office.GOVERNOR: _("Gubernur dan Wakil Gubernur"),
        Office.REGENT: _("Bupati dan Wakil Bupati"),
        Office.MAYOR: _("Wali Kota dan Wakil Wali Kota"),
    }
)


def agency_kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in AGENCY_KIND_LABELS.items()]


def employment_choices() -> list[tuple[str, str]]:
    return [(employment.value, employment.value) for employment in Employment]


def position_choices() -> list[tuple[str, str]]:
    return [(position.value, label) for position, label in POSITION_LABELS.items()]


def election_kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in ELECTION_KIND_LABELS.items()]


def office_choices() -> list[tuple[str, str]]:
    return [(office.value, label) for office, label in OFFICE_LABELS.items()]


class TieKind(StrEnum):
    """What is recorded of two people; who was whose superior is read off the positions and never recorded."""

    KINSHIP = "KINSHIP"
    MARRIAGE = "MARRIAGE"
    CAMPAIGN_TEAM = "CAMPAIGN_TEAM"


TIE_KIND_LABELS: Mapping[TieKind, str] = MappingProxyType(
    {
        TieKind.KINSHIP: _("Kerabat"),
        TieKind.MARRIAGE: _("Perkawinan"),
        TieKind.CAMPAIGN_TEAM: _("Satu tim kampanye"),
    }
)


class TieSource(StrEnum):
    """By whom or what a tie is known."""

    HIMSELF = "HIMSELF"
    SOMEBODY = "SOMEBODY"
    DOCUMENT = "DOCUMENT"


TIE_SOURCE_LABELS: Mapping[TieSource, str] = MappingProxyType(
    {
        TieSource.HIMSELF: _("Dinyatakan oleh pegawai ini sendiri"),
        TieSource.SOMEBODY: _("Dinyatakan oleh orang lain"),
        TieSource.DOCUMENT: _("Dari dokumen"),
    }
)


def tie_kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in TIE_KIND_LABELS.items()]


def tie_source_choices() -> list[tuple[str, str]]:
    return [(source.value, label) for source, label in TIE_SOURCE_LABELS.items()]
