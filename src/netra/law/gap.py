"""The gap: what was imposed, held against the floor and the ceiling that the law sets.

The unit is the case, never the person. What cannot be compared is counted apart and says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netra.law.assess import Assessment, as_dict, assess_case
from netra.law.record import Imposed, id_of, in_its_region, read_record
from netra.law.record_error import RecordError
from netra.law.region_reading import ReadRegion, as_written
from netra.law.sanctions import levels_named_in
from netra.law.vocabulary import CIVIL_SERVANTS, RUNG, Category, Level

VERDICTS = ("BELOW_FLOOR", "WITHIN", "ABOVE_CEILING", "NOT_DECIDED", "UNKNOWN")
COMPARED = VERDICTS[:3]
UNIT = "perkara (satu catatan = satu perkara), bukan orang"

DISMISSAL_UNDER_PP53 = frozenset({Level.SEVERE, Level.TERMINATION})  # the one wording with two meanings

NOT_DECIDED = "belum ada sanksi yang dicatat"
NOT_NAMED = "teks sanksi tidak menamai satu hukuman dalam katalog dan tingkatnya tidak disebut"
NO_LEVEL_IN_LAW = "hukum tidak memberi batas bawah dan batas atas yang pasti untuk perkara ini"
NOT_A_CIVIL_SERVANT = "bukan pegawai ASN: tidak ada batas bawah dan batas atas untuk orang ini"
UNREADABLE = "catatan tidak dapat dibaca"


def gap(record: object, *, read_region: ReadRegion = as_written) -> dict[str, Any]:
    """The assessment of a record with `gap` added; a record that cannot be read gives its id and the error only."""
    try:
        case = in_its_region(read_record(record), read_region)
    except RecordError as error:
        return {"id": id_of(record), "error": str(error)}
    answer = assess_case(case)
    return {**as_dict(answer), "gap": measure(answer)}


def measure(answer: Assessment) -> dict[str, Any]:
    """The verdict for one answer; steps are rungs of the ladder MORAL < LIGHT < MODERATE < SEVERE < TERMINATION."""
    if answer.case.imposed is None:
        return _verdict("NOT_DECIDED", None, None)
    level = imposed_level(answer.case.imposed, answer)
    floor, ceiling = answer.judgement.floor, answer.judgement.ceiling
    if level is None or floor is None or ceiling is None:
        return _verdict("UNKNOWN", None, level)
    if RUNG[level] < RUNG[floor]:
        return _verdict("BELOW_FLOOR", RUNG[floor] - RUNG[level], level)
    if RUNG[level] > RUNG[ceiling]:
        return _verdict("ABOVE_CEILING", RUNG[level] - RUNG[ceiling], level)
    return _verdict("WITHIN", 0, level)


def _verdict(verdict: str, steps: int | None, level: Level | None) -> dict[str, Any]:
    return {"verdict": verdict, "steps": steps, "imposed_level": level and level.value}


def imposed_level(imposed: Imposed, answer: Assessment) -> Level | None:
    """The level as stated, else the one that the wording names in the catalogues open to this case."""
    if imposed.level is not None:
        return imposed.level
    employment = answer.case.employment
    if employment not in CIVIL_SERVANTS:
        return None
    named = levels_named_in(imposed.sanction, answer.regime.regime, employment)
    if named == DISMISSAL_UNDER_PP53:
        ends_status = answer.judgement.category is Category.STATUS_TERMINATION
        return Level.TERMINATION if ends_status else Level.SEVERE
    return next(iter(named)) if len(named) == 1 else None


def why_left_out(result: Mapping[str, Any]) -> str:
    """One reason why a result cannot be compared with floor and ceiling."""
    if result.get("error") is not None:
        return UNREADABLE
    if result["gap"]["verdict"] == "NOT_DECIDED":
        return NOT_DECIDED
    if result["regime"] is None:
        return NOT_A_CIVIL_SERVANT
    return NO_LEVEL_IN_LAW if result["level_floor"] is None else NOT_NAMED


def summarise(results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Counts per verdict, category, regime and year of the act, with the unit, and what was left out and why."""
    read = [result for result in results if result.get("error") is None]
    compared = [result for result in read if result["gap"]["verdict"] in COMPARED]
    left_out = [result for result in results if result not in compared]
    return {
        "unit": UNIT,
        "cases": len(results),
        "compared": len(compared),
        "verdicts": _count(read),
        "by_category": _grouped((result["category"], result) for result in read),
        "by_regime": _grouped((result["regime"] or "NOT_A_CIVIL_SERVANT", result) for result in read),
        "by_year": _grouped((result["act_date"][:4], result) for result in read),
        "left_out": {"count": len(left_out), "why": dict(Counter(map(why_left_out, left_out)))},
    }


def _count(results: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    found = Counter(result["gap"]["verdict"] for result in results)
    return {verdict: found[verdict] for verdict in VERDICTS}


def _grouped(pairs: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, dict[str, int]]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for key, result in pairs:
        groups.setdefault(key, []).append(result)
    return {key: _count(groups[key]) for key in sorted(groups)}
