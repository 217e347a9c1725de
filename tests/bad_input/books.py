"""What every story here ends with: a message that helps, and books that did not move by a single letter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from netra.trust.errors import Refused

Books = Mapping[str, str]

# Words without which hardly a plain Indonesian sentence is written; an English or a technical message has none.
_INDONESIAN = re.compile(
    r"\b(tidak|belum|sudah|harus|hanya|paling|boleh|wajib|dapat|adalah|yang|tanggal|isi|pilih|periksa|tulis\w*|untuk)\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(r"Traceback|Error\b|Exception|None\b|null\b|SQL|constraint|django|<[a-z]", re.IGNORECASE)
SHORTEST_HELP = 25


@dataclass
class Told:
    """What the person in front of the screen was told."""

    message: str = ""


def tables() -> Books:
    """Every row of every table of the house, each table as one hash."""
    rooms = {model._meta.db_table: model for model in apps.get_models() if model.__module__.startswith("netra.")}
    return {table: _hash_of(model) for table, model in sorted(rooms.items())}


def books() -> Books:
    """The tables, and every file that the house keeps."""
    return {**tables(), "files": _files()}


def assert_says_why(message: str) -> None:
    """A clear message in Indonesian: whole sentences, nothing of the machine."""
    assert len(message) >= SHORTEST_HELP, message
    assert _INDONESIAN.search(message), message
    assert not _TECHNICAL.search(message), message
    assert message.rstrip().endswith((".", "?", ")", "”")), message


@contextmanager
def refused(says: str = "") -> Iterator[Told]:
    """The step is refused with a message that helps, and afterwards the books are what they were before."""
    before, told = books(), Told()
    with pytest.raises(Refused, match=says or None) as caught:
        yield told
    told.message = str(caught.value)
    assert_says_why(told.message)
    after = books()
    assert [table for table in after if after[table] != before.get(table)] == []


def _hash_of(model: type[models.Model]) -> str:
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quoted(model._meta.db_table)} ORDER BY {quoted(str(model._meta.pk.column))}")  # noqa: S608
        return hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()


def _files() -> str:
    folder = Path(settings.DATA_DIR)
    kept = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(repr(kept).encode()).hexdigest()
