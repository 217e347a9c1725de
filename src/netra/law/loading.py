"""Reading families of legal facts: on top of `data_files`, the questions every form, conduct and sanction must answer.

Since when, until when, where is it written, how was that checked? A value without a source, or citing an instrument
that `instruments.yaml` does not know, never reaches an assessment: `MalformedData` names the entry and what is missing.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from netra.law.data_files import Entry, MalformedData, day_of, read_data, source_of, until_of
from netra.law.dated import Source

Code = TypeVar("Code", bound=StrEnum)


def read_family(*names: str, key: str) -> dict[str, Any]:
    """The entries under `key` of one or several files, by their code; a code given twice is an error."""
    entries: dict[str, Any] = {}
    for name in names:
        for code, entry in read_data(name)[key].items():
            if code in entries:
                raise MalformedData(f"{name}: {code} occurs twice")
            entries[code] = entry
    return entries


def text_of(where: str, entry: Entry, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise MalformedData(f"{where}: `{key}` is missing")
    return value


def code_of(where: str, entry: Entry, key: str, codes: type[Code]) -> Code:
    value = text_of(where, entry, key)
    if value not in codes._value2member_map_:
        raise MalformedData(f"{where}: `{key}` is {value!r}, known are {', '.join(codes)}")
    return codes(value)


def codes_of(where: str, entry: Entry, key: str, codes: type[Code]) -> tuple[Code, ...]:
    return tuple(code_of(where, {key: value}, key, codes) for value in entry.get(key) or ())


def period_of(where: str, entry: Entry) -> tuple[date, date | None]:
    """The half-open period of a value: `from` is needed, `until` must be written even where it is null."""
    if "until" not in entry:
        raise MalformedData(f"{where}: `until` is missing (null where open)")
    start, until = day_of(entry, "from", where=where), until_of(entry, where=where)
    if until is not None and until <= start:
        raise MalformedData(f"{where}: ends on {until}, before it begins")
    return start, until


def known_source_of(where: str, source: object, instruments: Container[str]) -> Source:
    """A source whose instrument this room knows and whose article is named."""
    found = source_of({"source": source}, where=where)
    if found.instrument not in instruments:
        raise MalformedData(f"{where}: {found.instrument} is not among the instruments")
    if not found.article.strip() or found.article == "None":
        raise MalformedData(f"{where}: the article of {found.instrument} is missing")
    return found


def sources_of(where: str, entry: Entry, instruments: Container[str]) -> tuple[Source, ...]:
    """Every source of a value; none at all is an error."""
    sources = entry.get("sources")
    if not isinstance(sources, list) or not sources:
        raise MalformedData(f"{where}: `sources` are missing")
    return tuple(known_source_of(where, source, instruments) for source in sources)
