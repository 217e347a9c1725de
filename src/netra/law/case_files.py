"""Reading a file of records (YAML or JSON): the file as a whole, before any record is judged.

Days stay text, so that one impossible day spoils one record and not the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from netra.law.data_files import SAFE_LOADER
from netra.law.record_error import RepeatedKey

LARGEST_FILE = 64 * 1024 * 1024
MERGE = "tag:yaml.org,2002:merge"
DEEPEST_NESTING = 64  # the C composer recurses: a file nested without end would take the process down


class UnreadableFile(Exception):
    """The file itself cannot be read; the Indonesian message says what was found and what is expected."""


class _TooDeep(ValueError):
    """Lists in lists without end."""


class _PlainLoader(SAFE_LOADER):  # type: ignore[valid-type,misc]
    """YAML in which a day is text, as in JSON."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> Iterator[dict[Any, Any]]:
    """A mapping as YAML builds it; a key written twice is remembered. Keys merged with << may be overridden."""
    written = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.tag != MERGE]
    content = _empty(written)
    yield content
    content.update(loader.construct_mapping(node))


def _from_pairs(pairs: list[tuple[str, Any]]) -> dict[Any, Any]:
    content = _empty([key for key, _ in pairs])
    content.update(pairs)
    return content


def _empty(keys: list[str]) -> dict[Any, Any]:
    twice = next((key for key, count in Counter(keys).items() if count > 1), None)
    return {} if twice is None else RepeatedKey(twice)


_PlainLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_cases(path: Path) -> list[Any]:
    """The records of a file in their order; UnreadableFile where it is no list of records."""
    text = _text_of(path)
    try:
        content = (
            json.loads(text, object_pairs_hook=_from_pairs) if path.suffix.casefold() == ".json" else _from_yaml(text)
        )
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile(f"Berkas {path.name} bukan YAML atau JSON yang dapat dibaca: {_place(error)}") from error
    if not isinstance(content, list):
        raise UnreadableFile(f"Berkas {path.name} harus berisi daftar catatan (setiap catatan diawali tanda -).")
    return content


def _from_yaml(text: str) -> Any:
    """The content, after a pass over the events that never nests."""
    depth = 0
    for event in yaml.parse(text, Loader=_PlainLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST_NESTING:
            raise _TooDeep
    return yaml.load(text, Loader=_PlainLoader)  # noqa: S506  a safe loader


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(f"Berkas {path.name} lebih besar daripada {LARGEST_FILE // 1024**2} MB; bagi dahulu.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"Berkas {path.name} bukan teks UTF-8.") from error
    except OSError as error:
        raise UnreadableFile(f"Berkas {path.name} tidak dapat dibuka: {_why(error)}") from error


def _why(error: OSError) -> str:
    """The common reasons in Indonesian; a rare one as the system words it."""
    if isinstance(error, FileNotFoundError):
        return "tidak ada di tempat itu. Periksa nama dan foldernya."
    if isinstance(error, IsADirectoryError):
        return "itu folder, bukan berkas."
    if isinstance(error, PermissionError):
        return "Anda tidak berhak membacanya."
    return error.strerror or type(error).__name__


def _place(error: BaseException) -> str:
    """Where the parser stopped; its own words are of another language."""
    if isinstance(error, (_TooDeep, RecursionError)):
        return f"bertingkat lebih dari {DEEPEST_NESTING}."
    if isinstance(error, json.JSONDecodeError):
        return f"salah tulis pada baris {error.lineno}, kolom {error.colno}."
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return f"salah tulis pada baris {mark.line + 1}, kolom {mark.column + 1}."
    return "ada huruf atau angka yang tidak dapat dibaca."
