"""What `netra match` answers for a file of names against a register, for machines and for people.

0: every row was answered; 1: some rows could not be read, the others were answered; 2: nothing could be answered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from netra.matching.lookup import Answer, Attribute, Kind, kind_of, memory_lookup
from netra.matching.tables import (
    Row,
    Table,
    UnreadableTable,
    read_table,
    refuse_column_without_names,
    values_not_read,
    values_twice,
)

ANSWERED, SOME_UNREADABLE, UNREADABLE = 0, 1, 2
QUESTION, PERSON, NAME = "qid", "rid", "nama"
LIMIT = 10
_WORTH_SHOWING = 0.005


@dataclass(frozen=True, slots=True)
class Matched:
    """The answers as text for standard output, what is to be complained about, and the exit code."""

    text: str
    complaints: tuple[str, ...] = field(default=())
    status: int = ANSWERED


def match_file(
    file: Path,
    register: Path,
    *,
    use: Sequence[str] = (),
    pairs: Mapping[str, str] | None = None,
    as_json: bool = False,
    limit: int = LIMIT,
    within: Mapping[str, str] | None = None,
) -> Matched:
    """Who each row of `file` may be in `register`.

    `use` are columns of both files that may be looked at beside the name; `pairs` name columns of `file` whose
    counterpart in the register is called otherwise; `within` tells of areas in which province they lie.
    """
    pairs = pairs or {}
    named = {theirs: ours for ours, theirs in pairs.items()}
    try:
        asked = read_table(file, needed=(QUESTION, named.get(NAME, NAME)))
        people = read_table(register, needed=(PERSON, NAME))
        attributes = _attributes(asked, people, use, pairs, within or {})
        complaints = _complaints(asked, people, attributes, named.get(NAME, NAME))
    except UnreadableTable as error:
        return Matched("", (str(error),), UNREADABLE)
    lookup = memory_lookup(_each_once(people.rows), ref=PERSON, name=NAME, attributes=attributes)
    answers = [(row, lookup.match(row[named.get(NAME, NAME)], row, limit=limit)) for row in asked.rows]
    text = _as_json(answers) if as_json else "\n\n".join(_in_words(row, answer) for row, answer in answers)
    status = SOME_UNREADABLE if asked.rejected or people.rejected else ANSWERED
    return Matched(text, tuple(complaints), status)


def _attributes(
    asked: Table, people: Table, use: Sequence[str], pairs: Mapping[str, str], within: Mapping[str, str]
) -> tuple[Attribute, ...]:
    """The columns to compare; a pair is asked for by naming it, its column need not be named in `use` again."""
    named = {theirs: ours for ours, theirs in pairs.items() if theirs != NAME}
    wanted = dict.fromkeys([*(pairs.get(column, column) for column in use), *named])
    found = []
    for theirs in wanted:
        ours = named.get(theirs, theirs)
        lacking = [table.path for table, column in ((asked, ours), (people, theirs)) if column not in table.columns]
        if theirs == NAME or lacking:
            both = sorted((set(asked.columns) & set(people.columns)) - {NAME})
            told = "selalu dibaca sebagai nama" if theirs == NAME else f"tidak ada di {' dan '.join(map(str, lacking))}"
            raise UnreadableTable(f"Kolom {ours} {told}. Kolom yang ada di kedua berkas: {', '.join(both) or '-'}.")
        found.append(Attribute(ours, theirs, kind_of(theirs), within))
    return tuple(found)


def _complaints(asked: Table, people: Table, attributes: Sequence[Attribute], name: str) -> list[str]:
    refuse_column_without_names(asked, name)
    refuse_column_without_names(people, NAME)
    told = [*asked.complaints, *people.complaints, *values_twice(asked, QUESTION), *values_twice(people, PERSON)]
    for attribute in attributes:
        if attribute.kind in (Kind.YEAR, Kind.SEX):
            for table, column in ((asked, attribute.asked), (people, attribute.borne)):
                told += values_not_read(table, column, [attribute.value(row[column]) for row in table.rows])
    return told


def _each_once(rows: Sequence[Row]) -> list[Row]:
    """A row that stands twice word for word is one person, not a namesake of itself."""
    return list({tuple(row.items()): row for row in rows}.values())


def _as_json(answers: Sequence[tuple[Row, Answer]]) -> str:
    content = [
        {
            "qid": row[QUESTION],
            "ranked": [
                {"rid": candidate.person.ref, "probability": round(candidate.probability, 6)}
                for candidate in answer.ranked
            ],
            "decision": answer.decision.value,
        }
        for row, answer in answers
    ]
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode("utf-8")


def _in_words(row: Row, answer: Answer) -> str:
    lines = [f"{row[QUESTION]}  {answer.asked.written}", f"  {answer.decision.value}: {answer.sentence}"]
    for place, candidate in enumerate(answer.ranked, start=1):
        if candidate.probability >= _WORTH_SHOWING:
            chance = f"{candidate.probability:.1%}".replace(".", ",").replace("%", " %")
            lines.append(f"  {place}. {chance}  {candidate.person.ref}  {candidate.person.name.written}")
            lines += [f"     + {'; '.join(candidate.agreed)}"] if candidate.agreed else []
            lines += [f"     - {'; '.join(candidate.differed)}"] if candidate.differed else []
    return "\n".join(lines)
