"""Reading the data of this room: YAML files beside the code, refused as a whole when one entry is malformed.

A legal fact without a source is not a fact: `source_of` raises for it, so the program does not start with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from netra.law.dated import Source, Verification

DATA = Path(__file__).parent / "data"
# The loader in C reads ten times as fast; where PyYAML was built without it, the one in Python reads the same.
SAFE_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entry = Mapping[str, Any]


class MalformedData(ValueError):
    """An entry of a data file cannot be read; the message names the file, the entry and the fault."""


def read_data(name: str) -> Entry:
    """The content of one data file of this room."""
    content = yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=SAFE_LOADER)  # noqa: S506 -- a safe loader
    if not isinstance(content, dict):
        raise MalformedData(f"{name}: the file must be a mapping")
    return content


def source_of(entry: Entry, *, where: str) -> Source:
    """The `source` of an entry; `where` names it for the person who has to mend the file."""
    raw = entry.get("source")
    if not isinstance(raw, dict) or set(raw) != {"instrument", "article", "verification"}:
        raise MalformedData(f"{where}: `source` needs instrument, article and verification, found {raw!r}")
    try:
        verification = Verification(raw["verification"])
    except ValueError as error:
        raise MalformedData(f"{where}: {error}") from error
    return Source(instrument=str(raw["instrument"]), article=str(raw["article"]), verification=verification)


def day_of(entry: Entry, key: str, *, where: str) -> date:
    """The day under `key`; YAML reads an unquoted 2024-10-15 as a day."""
    value = entry.get(key)
    if type(value) is not date:
        raise MalformedData(f"{where}: `{key}` must be a day, found {value!r}")
    return value


def until_of(entry: Entry, *, where: str) -> date | None:
    """The first day on which the entry no longer holds, None while it is open."""
    return None if entry.get("until") is None else day_of(entry, "until", where=where)


def refuse_unknown_keys(entry: Entry, known: Iterable[str], *, where: str) -> None:
    """Raise for a key that nobody reads: most often a slip of the pen in the name of one that is read."""
    unknown = sorted(set(entry) - set(known))
    if unknown:
        raise MalformedData(f"{where}: unknown keys {', '.join(unknown)}")
