"""How the name of a region is written: prefixes, abbreviations and spelling, reduced to what can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

# Where no single province is meant: the seat of the national office and of the central agencies, and the place of what
# happened abroad, in several provinces or nowhere in particular. No list prints it; published codes begin at 11.
NATION = "00"
NATION_NAMES = frozenset(
    {NATION, "NASIONAL", "INDONESIA", "BAWASLURI", "LUARNEGERI", "LINTASPROVINSI", "BEBERAPAPROVINSI"}
)


class RegionKind(StrEnum):
    NATION = "NATION"
    PROVINCE = "PROVINCE"
    REGENCY = "REGENCY"
    CITY = "CITY"
    DISTRICT = "DISTRICT"


# Longest first, so that "Kabupaten Administrasi" is not read as a regency named "Administrasi …".
_PREFIXES: tuple[tuple[str, RegionKind], ...] = (
    (r"KABUPATEN ADMINISTRASI", RegionKind.REGENCY),
    (r"KAB\.? ?ADM\.?", RegionKind.REGENCY),
    (r"KABUPATEN", RegionKind.REGENCY),
    (r"PEMKAB", RegionKind.REGENCY),
    (r"KAB\.?", RegionKind.REGENCY),
    (r"KOTA ADMINISTRASI", RegionKind.CITY),
    (r"KOTA ADM\.?", RegionKind.CITY),
    (r"KOTAMADYA", RegionKind.CITY),
    (r"PEMKOT", RegionKind.CITY),
    (r"KOTA", RegionKind.CITY),
    (r"PROVINSI", RegionKind.PROVINCE),
    (r"PROPINSI", RegionKind.PROVINCE),
    (r"PEMPROV", RegionKind.PROVINCE),
    (r"PROV\.?", RegionKind.PROVINCE),
    (r"KECAMATAN", RegionKind.DISTRICT),
    (r"DISTRIK", RegionKind.DISTRICT),
    (r"KEC\.?", RegionKind.DISTRICT),
)
_PREFIX = tuple((re.compile(rf"{pattern}(?:\s+|(?<=\.))(?=\S)"), kind) for pattern, kind in _PREFIXES)

# Names that people and the older editions use for the same province.
PROVINCE_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "DKI": "31",
        "DKIJAKARTA": "31",
        "JAKARTA": "31",
        "DAERAHKHUSUSJAKARTA": "31",
        "DIYOGYAKARTA": "34",
        "DIY": "34",
        "YOGYAKARTA": "34",
        "JABAR": "32",
        "JATENG": "33",
        "JATIM": "35",
        "NTB": "52",
        "NTT": "53",
        "SUMUT": "12",
        "SUMBAR": "13",
        "SUMSEL": "16",
        "BABEL": "19",
        "BANGKABELITUNG": "19",
        "KEPRI": "21",
        "KALBAR": "61",
        "KALTENG": "62",
        "KALSEL": "63",
        "KALTIM": "64",
        "KALTARA": "65",
        "SULUT": "71",
        "SULTENG": "72",
        "SULSEL": "73",
        "SULTRA": "74",
        "SULBAR": "76",
        "MALUT": "82",
    }
)


# How people write what the lists print otherwise; a name that begins so is read as the printed one.
_PRINTED: Mapping[str, str] = MappingProxyType(
    {"JOGJAKARTA": "YOGYAKARTA", "JOGJA": "YOGYAKARTA", "PADANGSIDEMPUAN": "PADANGSIDIMPUAN"}
)
_SOLID_CODE = re.compile(r"\d{4}|\d{6}")


def key_of(name: str) -> str:
    """The letters and digits of a name in capitals: "P A P U A" and "Papua", "Bau-Bau" and "Bau Bau" are one."""
    text = name.upper().replace("KEP.", "KEPULAUAN ")
    key = "".join(letter for letter in text if letter.isalnum())
    written = next((each for each in _PRINTED if key.startswith(each)), "")
    return _PRINTED[written] + key.removeprefix(written) if written else key


def as_written(text: str) -> str:
    """What somebody typed, without remarks in brackets, letters of full width, and with the dots of a code."""
    plain = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFKC", text))
    cleaned = " ".join(plain.split()).strip(" ,.")
    return ".".join(re.findall("..", cleaned)) if _SOLID_CODE.fullmatch(cleaned) else cleaned


def kind_first(name: str) -> str:
    """The name with its kind in front where it was written behind: "Jambi kota"; empty where none is."""
    head, _space, last = name.rpartition(" ")
    return f"{last} {head}" if head and is_kind(last) else ""


def is_kind(name: str) -> bool:
    """Whether this is only a word for a kind of region, and no name: "Kota", "Kab."."""
    kind, rest = kind_in(f"{name} X")
    return kind is not None and rest == "X"


def kind_in(name: str) -> tuple[RegionKind | None, str]:
    """The kind that a name states by its prefix, and the name without it; no prefix gives None."""
    text = " ".join(name.upper().split())
    for pattern, kind in _PREFIX:
        match = pattern.match(text)
        if match:
            return kind, text[match.end() :]
    return None, text


def kind_of(code: str, name: str) -> RegionKind:
    """The kind of a published row: the code gives the level, the name parts regency from city."""
    level = code.count(".")
    if level == 0:
        return RegionKind.PROVINCE
    if level == 2:
        return RegionKind.DISTRICT
    stated, _ = kind_in(name)
    return RegionKind.CITY if stated is RegionKind.CITY else RegionKind.REGENCY
