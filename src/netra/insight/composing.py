"""What a publication says: the figures of all tables as of a day, made safe beside every other publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import make_aware

from netra.cases.causes import CAUSES, Agreement
from netra.cases.models import Case
from netra.insight import follow_up
from netra.insight.queries import FEWEST_CODED, GROUPS
from netra.insight.sources import Sources
from netra.insight.suppression import History, Told, hidden_places, is_small
from netra.insight.tables import ALL, Cell, Cube, Hidden, Place, tabled, whole
from netra.intake.models import Report
from netra.registry.queries import elections

# Any change of what the keys of the content mean is another form.
FORM = 1
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Composed:
    """`figures` is for everybody; `behind` what was counted, and what of it was hidden."""

    figures: Facts
    behind: Facts


def composed(month: date, before: Sequence[Facts] = (), after: Sequence[Facts] = ()) -> Composed:
    """The figures as of the end of that day; `before` and `after` are what stands behind the other publications."""
    sources = Sources(Report.objects.all(), Case.objects.all(), _end_of(month))
    known = [(election.code, election.name) for election in elections()]
    tables, agreed = _tables(sources, [code for code, _name in known], before, after)
    answers, behind_answers = _follow_up(sources, month, [*before, *after])
    others = [each["agreement"] for each in (*before, *after)]
    agreement, behind_agreement = _agreement(agreed, others)
    figures = {
        "form": FORM,
        "month": month.isoformat(),
        "elections": known,
        "tables": [*(figures for figures, _behind in tables.values()), answers],
        "agreement": agreement,
    }
    cubes = {key: behind for key, (_figures, behind) in tables.items()}
    return Composed(figures, {"cubes": cubes, "answers": behind_answers, "agreement": behind_agreement})


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _tables(
    sources: Sources, known: Sequence[str], before: Sequence[Facts], after: Sequence[Facts]
) -> tuple[dict[str, tuple[Facts, list[Any]]], Agreement]:
    """Every table with its figures and what stands behind them; and how well two people agreed on causes."""
    tables: dict[str, tuple[Facts, list[Any]]] = {}
    agreed = None
    for keys, count in GROUPS.items():
        cubes = count(sources)
        counts = [whole(cube) for cube in cubes]
        hidden = hidden_places(counts, History(_told(keys, before), _told(keys, after)))
        for key, cube, shown, marks in zip(keys, cubes, counts, hidden, strict=True):
            tables[key] = (_figures(key, cube, {**shown, **marks}, known), _behind(shown, marks))
            agreed = cube.agreed or agreed
    if agreed is None:
        raise LookupError("no table says how well two people agreed")
    return tables, agreed


def _figures(key: str, cube: Cube, cells: Mapping[Place, Cell], known: Sequence[str]) -> Facts:
    """A table by codes: for each election and for all the rows that tell something."""
    by_code = replace(cube, rows={code: code for code in cube.rows})
    rows = {
        election: [[row.label, list(row.cells)] for row in tabled(by_code, cells, election).rows]
        for election in (ALL, *known)
    }
    columns = list(cube.columns)
    return {"key": key, "columns": columns, "rows": {election: told for election, told in rows.items() if told}}


def _behind(counts: Mapping[Place, int], marks: Mapping[Place, Hidden]) -> list[Any]:
    return [[*place, count, marks.get(place, "")] for place, count in sorted(counts.items()) if count]


def _told(keys: Sequence[str], others: Sequence[Facts]) -> list[Told]:
    """The other publications of tables that are made safe together; one that lacks a table says nothing in it."""
    told = []
    for other in others:
        if not any(key in other["cubes"] for key in keys):
            continue
        tables = [other["cubes"].get(key, ()) for key in keys]
        counts = [{(e, r, c): count for e, r, c, count, _mark in table} for table in tables]
        marks = [{(e, r, c): Hidden(mark) for e, r, c, _count, mark in table if mark} for table in tables]
        told.append(Told(counts, marks))
    return told


def _follow_up(sources: Sources, month: date, others: Sequence[Facts]) -> tuple[Facts, Facts]:
    answers = follow_up.answers_by_agency(sources)
    rows, names, behind = [], {}, {}
    for code, name in follow_up.names_of(answers, on=month).items():
        if is_small(answers[code].asked):
            continue
        seen_before = [follow_up.Seen(*other["answers"][code]) for other in others if code in other["answers"]]
        seen = follow_up.seen_by_the_public(answers[code], seen_before)
        rows.append([code, list(follow_up.public_cells(answers[code], seen))])
        names[code] = name
        behind[code] = [seen.asked, seen.waiting, seen.sanctioned, seen.cleared, seen.depth]
    figures = {"key": follow_up.KEY, "columns": list(follow_up.COLUMNS), "names": names, "rows": {ALL: rows}}
    return figures, behind


def _agreement(agreed: Agreement, others: Sequence[list[int]]) -> tuple[Facts | None, list[int]]:
    """How well two people agreed over all; nothing beside a publication with one to four cases more or fewer."""
    cases = agreed.judgements // len(CAUSES)
    if cases < FEWEST_CODED:
        return {"judgements": 0, "kappa": None}, []
    if any(is_small(abs(cases - other[0])) for other in others if other):
        return None, []
    kappa = None if agreed.kappa is None else round(agreed.kappa, 2)
    return {"judgements": agreed.judgements, "kappa": kappa}, [cases]
