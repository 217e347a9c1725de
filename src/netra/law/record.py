"""Reading one record of a file of cases: strictly, and with a word of help where it cannot be read.

Only what the assessment needs is checked; descriptive fields pass through untouched (`netra.law.described`).
`RecordError` carries the Indonesian sentence that names the key and says what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from netra.law.conducts import CONDUCTS
from netra.law.described import DESCRIPTIVE, described
from netra.law.elections import RegionalDetermination
from netra.law.record_error import LONGEST_NUMBER, RecordError, RepeatedKey, shown
from netra.law.regime import Span
from netra.law.region_reading import ReadRegion
from netra.law.vocabulary import (
    LADDER,
    REGIONAL_OFFICES,
    ElectionKind,
    Employment,
    Level,
    Office,
    Phase,
    Position,
    Precision,
)

REQUIRED = ("id", "act_date", "conduct", "election_kind")
OPTIONAL = (
    *("act_date_precision", "other_conducts", "office", "region", "election_date", "phase", "employment", "position"),
    *("repeat", "examination_date", "decision_date", "imposed"),
)
KEYS = frozenset((*REQUIRED, *OPTIONAL, *DESCRIPTIVE))
IMPOSED_KEYS = frozenset(("level", "sanction", "date"))
IMPOSABLE_LEVELS = tuple(level.value for level in LADDER)

Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Imposed:
    """What was imposed: the level as stated, else the wording of the sanction, and since when."""

    level: Level | None
    sanction: str
    decided: Span | None


@dataclass(frozen=True, slots=True)
class Case:
    """One act as the record states it."""

    id: str
    act_day: date
    act_span: Span  # the days the act may lie on: never after a known step of its case
    precision: Precision
    conducts: tuple[str, ...]
    kind: ElectionKind
    office: Office | None
    region: str | None
    election_date: date | None
    phase: Phase | None
    employment: Employment
    position: Position
    repeat: bool
    examination: Span | None
    decision: Span | None
    imposed: Imposed | None
    described: Mapping[str, Any] = field(default_factory=dict)  # goes into the answer as it came
    # Not of the record: the day on which the region determined its candidates, as whoever asks knows it.
    determined: RegionalDetermination | None = None
    # Nor this: why the name of the region could not be read as one region, by whoever knows them.
    unread_region: str = ""

    @property
    def judged_day(self) -> date:
        """The day whose law is asked: the act date, moved back where an imprecise one lies after a known step."""
        return min(self.act_day, self.act_span.until - timedelta(days=1))


def read_record(record: object) -> Case:
    """The case a record states; `RecordError` where it is incomplete, unknown or contradicts itself."""
    if not isinstance(record, Mapping):
        raise RecordError(f"Catatan harus berupa pasangan kunci dan nilai; yang ada: {_shown(record)}.")
    _refuse_unknown_keys(record, KEYS, "")
    for key in REQUIRED:
        if record.get(key) in (None, ""):
            raise RecordError(f"Kunci {key} wajib diisi.")
    act_day = _day(record, "act_date")
    precision = _code(record, "act_date_precision", Precision, Precision.DAY)
    imposed = _imposed(record.get("imposed"))
    case = Case(
        id=_text(record, "id"),
        act_day=act_day,
        act_span=span_around(act_day, precision),
        precision=precision,
        conducts=_conducts(record),
        kind=_code(record, "election_kind", ElectionKind, None),
        office=_optional_code(record, "office", Office),
        region=_region(record),
        election_date=_day(record, "election_date") if record.get("election_date") is not None else None,
        phase=_optional_code(record, "phase", Phase),
        employment=_code(record, "employment", Employment, Employment.PNS),
        position=_code(record, "position", Position, Position.UNKNOWN),
        repeat=_flag(record, "repeat"),
        examination=_span(record, "examination_date"),
        decision=_span(record, "decision_date"),
        imposed=imposed,
        described=described(record),
    )
    _refuse_contradictions(case)
    return replace(case, act_span=_cut_at_known_steps(case))


def in_its_region(case: Case, read_region: ReadRegion) -> Case:
    """The case in the region that its name means, or with the reason why that is not known."""
    if case.region is None:
        return case
    reading = read_region(case.region)
    if reading.fault:
        raise RecordError(reading.fault)
    return replace(case, region=reading.code or case.region, unread_region=reading.unread)


def id_of(record: object) -> str | None:
    """The id to answer under, even where the rest of the record cannot be read."""
    found = record.get("id") if isinstance(record, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, (str, int)) or _is_too_long(found):
        return None
    return str(found)


def _is_too_long(value: object) -> bool:
    return isinstance(value, int) and abs(value) >= LONGEST_NUMBER


def _shown(value: object) -> str:
    """A value in a message: short, of scalars only, and without characters that turn or hide text."""
    if isinstance(value, (list, tuple, set, Mapping)):
        return "(bukan nilai tunggal)"
    if _is_too_long(value):
        return "(angka yang terlalu panjang)"
    return f'"{shown(str(value))}"'


def _hint(found: object, known: Collection[str]) -> str:
    if not isinstance(found, str):
        return ""
    near = get_close_matches(found[:80], sorted(known), n=1, cutoff=0.6)
    return f' Mungkin maksud Anda "{near[0]}".' if near else ""


def _refuse_unknown_keys(record: Mapping[Any, Any], known: frozenset[str], inside: str) -> None:
    if isinstance(record, RepeatedKey):
        raise RecordError(f"Kunci {inside}{_shown(record.key)} ditulis dua kali; sisakan satu.")
    for key in record:
        if not (isinstance(key, str) and key in known):
            raise RecordError(f"Kunci {inside}{_shown(key)} tidak dikenal.{_hint(key, known)}")


def _text(record: Mapping[Any, Any], key: str) -> str:
    value = record[key]
    if isinstance(value, bool) or not isinstance(value, (str, int)) or _is_too_long(value):
        raise RecordError(f"{key} harus berupa teks; yang ada: {_shown(value)}.")
    return str(value)


_REGION_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)


def _region(record: Mapping[Any, Any]) -> str | None:
    """A code of regions, or a name as it was written; what is neither is a slip. Which codes there are, others know."""
    if record.get("region") is None:
        return None
    region = _text(record, "region").strip()
    if not any(character.isalpha() for character in region) and not _REGION_CODE.fullmatch(region):
        raise RecordError(
            f"region {_shown(region)} bukan kode wilayah dan bukan nama; tulis misalnya 15, 15.71, atau Kota Jambi."
        )
    return region


def _flag(record: Mapping[Any, Any], key: str) -> bool:
    value = record.get(key)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise RecordError(f"{key} harus true atau false; yang ada: {_shown(value)}.")
    return value


def _member(key: str, value: object, codes: type[Code]) -> Code:
    if not isinstance(value, str) or value not in codes._value2member_map_:
        known = [code.value for code in codes]
        hint = _hint(value, known) or f" Pilihan: {', '.join(known)}."
        raise RecordError(f"{key} {_shown(value)} tidak dikenal.{hint}")
    return codes(value)


def _code(record: Mapping[Any, Any], key: str, codes: type[Code], default: Code | None) -> Code:
    value = record.get(key)
    if value is None and default is not None:
        return default
    return _member(key, value, codes)


def _optional_code(record: Mapping[Any, Any], key: str, codes: type[Code]) -> Code | None:
    value = record.get(key)
    return None if value is None else _member(key, value, codes)


def _conducts(record: Mapping[Any, Any]) -> tuple[str, ...]:
    others = record.get("other_conducts")
    if others is None:
        others = ()
    elif isinstance(others, str) or not isinstance(others, (list, tuple)):
        raise RecordError(f"other_conducts harus berupa daftar; yang ada: {_shown(others)}.")
    for key, value in (("conduct", record["conduct"]), *(("other_conducts", other) for other in others)):
        if not isinstance(value, str) or value not in CONDUCTS:
            raise RecordError(f"{key} {_shown(value)} tidak dikenal.{_hint(value, list(CONDUCTS))}")
    return tuple(dict.fromkeys((record["conduct"], *others)))


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


@lru_cache(maxsize=16384)
def _parsed(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(record: Mapping[Any, Any], key: str) -> date:
    value = record[key]
    if type(value) is date:
        return value
    day = _parsed(value) if isinstance(value, str) else None
    if day is None:
        raise RecordError(f"{key} {_shown(value)} bukan tanggal yang ada; tulis TTTT-BB-HH, misalnya 2024-10-15.")
    return day


def _span(record: Mapping[Any, Any], key: str, inside: str = "") -> Span | None:
    value = record.get(key)
    if value is None:
        return None
    span = _span_of(value)
    if span is None:
        raise RecordError(
            f"{inside}{key} {_shown(value)} bukan tanggal, bulan, atau tahun; "
            "tulis misalnya 2024-10-15, 2024-10, atau 2024."
        )
    return span


def _span_of(value: object) -> Span | None:
    if isinstance(value, (datetime, bool)) or _is_too_long(value):
        return None
    found = _PARTIAL.fullmatch(str(value)) if isinstance(value, (str, int, date)) else None
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return span_around(first, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


@lru_cache(maxsize=16384)
def span_around(day: date, precision: Precision) -> Span:
    """The days that a day of this precision may mean."""
    if not MINYEAR < day.year < MAXYEAR:
        raise RecordError(f"Tahun {day.year} di luar kalender yang dapat dihitung.")
    if precision is Precision.YEAR:
        return Span(date(day.year, 1, 1), date(day.year + 1, 1, 1))
    if precision is Precision.MONTH:
        return Span(day.replace(day=1), date(day.year + day.month // 12, day.month % 12 + 1, 1))
    return Span.of_day(day)


def _imposed(value: object) -> Imposed | None:
    """What was imposed; an entry in which nothing is filled in is none."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise RecordError(f"imposed harus berisi level, sanction, atau date; yang ada: {_shown(value)}.")
    _refuse_unknown_keys(value, IMPOSED_KEYS, "imposed.")
    if all(filled in (None, "") for filled in value.values()):
        return None
    level = value.get("level")
    if level is not None and level not in IMPOSABLE_LEVELS:
        raise RecordError(f"imposed.level {_shown(level)} tidak dikenal. Pilihan: {', '.join(IMPOSABLE_LEVELS)}.")
    sanction = value.get("sanction")
    if sanction is not None and not isinstance(sanction, str):
        raise RecordError(f"imposed.sanction harus berupa teks; yang ada: {_shown(sanction)}.")
    return Imposed(Level(level) if level else None, sanction or "", _span(value, "date", "imposed."))


def _refuse_contradictions(case: Case) -> None:
    """The office must be one of that election; no step lies before the act, nor the examination after the decision."""
    if case.office is not None and (case.office in REGIONAL_OFFICES) != (case.kind is ElectionKind.REGIONAL):
        raise RecordError(f"office {case.office} tidak dipilih dalam election_kind {case.kind}; periksa keduanya.")
    imposed = case.imposed.decided if case.imposed else None
    for key, span in (
        ("examination_date", case.examination),
        ("decision_date", case.decision),
        ("imposed.date", imposed),
    ):
        if span is not None and span.until <= case.act_span.start:
            raise RecordError(
                f"{key} lebih awal daripada act_date ({case.act_day.isoformat()}); periksa kedua tanggal."
            )
    decided = case.decision or imposed
    if case.examination and decided and decided.until <= case.examination.start:
        raise RecordError("examination_date lebih lambat daripada tanggal putusan; periksa kedua tanggal.")


def _cut_at_known_steps(case: Case) -> Span:
    """An act of "2021" that was decided in June lies in the first half of the year."""
    imposed = case.imposed.decided if case.imposed else None
    steps = [step.until for step in (case.examination, case.decision, imposed) if step is not None]
    return Span(case.act_span.start, min([case.act_span.until, *steps]))
