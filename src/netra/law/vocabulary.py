"""The closed words of an assessment: what may be said about an act, and the ladder of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ElectionKind(StrEnum):
    GENERAL = "GENERAL"  # pemilu, UU 7/2017
    REGIONAL = "REGIONAL"  # pemilihan kepala daerah, UU 1/2015 and its amendments


class Office(StrEnum):
    PRESIDENT = "PRESIDENT"
    DPR = "DPR"
    DPD = "DPD"
    DPRD = "DPRD"
    GOVERNOR = "GOVERNOR"
    REGENT = "REGENT"
    MAYOR = "MAYOR"


REGIONAL_OFFICES = frozenset({Office.GOVERNOR, Office.REGENT, Office.MAYOR})
PARTY_OFFICES = frozenset({Office.DPR, Office.DPRD})  # parties themselves take part in their election
OFFICES = {ElectionKind.REGIONAL: REGIONAL_OFFICES, ElectionKind.GENERAL: frozenset(Office) - REGIONAL_OFFICES}


class Phase(StrEnum):
    PROSPECTIVE = "prospective"  # before the commission determines the candidates of that contest
    CANDIDATE = "candidate"  # from the day of determination


class Tier(StrEnum):
    """How far an election supervisor's office reaches: each has an article of its own for what it may do."""

    NATIONAL = "NATIONAL"
    PROVINCE = "PROVINCE"
    REGENCY = "REGENCY"  # or city


class Precision(StrEnum):
    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"


class Employment(StrEnum):
    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    VILLAGE_HEAD = "VILLAGE_HEAD"
    STATE_OFFICIAL = "STATE_OFFICIAL"
    OTHER = "OTHER"


CIVIL_SERVANTS = frozenset({Employment.PNS, Employment.CPNS, Employment.PPPK})


class Position(StrEnum):
    JPT_UTAMA = "JPT_UTAMA"
    JPT_MADYA = "JPT_MADYA"
    JPT_PRATAMA = "JPT_PRATAMA"
    REGIONAL_SECRETARY = "REGIONAL_SECRETARY"  # of a regency or city; PP 53/2010 Pasal 20 names the post apart
    ADMINISTRATOR = "ADMINISTRATOR"
    PENGAWAS = "PENGAWAS"
    FUNCTIONAL_AHLI_UTAMA = "FUNCTIONAL_AHLI_UTAMA"
    FUNCTIONAL = "FUNCTIONAL"
    PELAKSANA = "PELAKSANA"
    UNKNOWN = "UNKNOWN"


class Category(StrEnum):
    ETHICS = "ETHICS"
    DISCIPLINE = "DISCIPLINE"
    STATUS_TERMINATION = "STATUS_TERMINATION"
    ELECTION_CRIME = "ELECTION_CRIME"
    ELECTION_ADMINISTRATION = "ELECTION_ADMINISTRATION"
    NONE = "NONE"


ADMINISTRATIVE = (Category.STATUS_TERMINATION, Category.DISCIPLINE, Category.ETHICS)  # the most serious first


class Level(StrEnum):
    """Levels of a sanction; NONE is only a row's own word for "read, and no sanction"."""

    MORAL = "MORAL"
    LIGHT = "LIGHT"
    MODERATE = "MODERATE"
    SEVERE = "SEVERE"
    TERMINATION = "TERMINATION"
    CRIMINAL = "CRIMINAL"
    NEEDS_REVIEW = "NEEDS_REVIEW"
    NONE = "NONE"


LADDER = (Level.MORAL, Level.LIGHT, Level.MODERATE, Level.SEVERE, Level.TERMINATION)
# What may answer a category: crimes and administration of elections are others' to judge (contract of assess, rule 6).
LEVELS_OF: Mapping[Category, tuple[Level, ...]] = {
    Category.ETHICS: (Level.MORAL,),
    Category.DISCIPLINE: (Level.LIGHT, Level.MODERATE, Level.SEVERE),
    Category.STATUS_TERMINATION: (Level.TERMINATION,),
    Category.ELECTION_CRIME: (),
    Category.ELECTION_ADMINISTRATION: (),
    Category.NONE: (),
}
CATEGORY_OF: Mapping[Level, Category] = {level: each for each, levels in LEVELS_OF.items() for level in levels}
RUNG = {level: rung for rung, level in enumerate(LADDER)}

# What is elected, as a sentence names it after "pemilihan".
OFFICE_WORDS = {
    Office.PRESIDENT: "Presiden dan Wakil Presiden",
    Office.DPR: "anggota DPR",
    Office.DPD: "anggota DPD",
    Office.DPRD: "anggota DPRD",
    Office.GOVERNOR: "Gubernur dan Wakil Gubernur",
    Office.REGENT: "Bupati dan Wakil Bupati",
    Office.MAYOR: "Wali Kota dan Wakil Wali Kota",
}

LABELS = {
    Category.ETHICS: "pelanggaran kode etik",
    Category.DISCIPLINE: "pelanggaran disiplin",
    Category.STATUS_TERMINATION: "pemberhentian status",
    Category.ELECTION_CRIME: "tindak pidana pemilu/pemilihan",
    Category.ELECTION_ADMINISTRATION: "pelanggaran administrasi pemilihan",
    Category.NONE: "tidak ada bentuk yang berlaku",
    Level.MORAL: "sanksi moral",
    Level.LIGHT: "hukuman disiplin ringan",
    Level.MODERATE: "hukuman disiplin sedang",
    Level.SEVERE: "hukuman disiplin berat",
    Level.TERMINATION: "pemberhentian status",
    Level.CRIMINAL: "pidana",
    Level.NEEDS_REVIEW: "perlu ditelaah",
    Phase.PROSPECTIVE: "bakal calon",
    Phase.CANDIDATE: "calon",
}


def levels_between(floor: Level, ceiling: Level) -> tuple[Level, ...]:
    """Every rung of the ladder from `floor` to `ceiling`, both included."""
    return LADDER[RUNG[floor] : RUNG[ceiling] + 1]
