"""Stories that many tests begin with, told once per run and put back row by row in every later test.

The first test that needs Budi's case on its way tells it through the real operations; whoever begins from the very
same tables with the very same words finds the rows and files that this telling left, made anew under its own hands.
What a story is put back from is compared to the last byte, so a test that begins elsewhere tells it for itself.
The processes of one run tell each other: what the first has told lies in a folder that goes with the run.
"""

from __future__ import annotations

import copy
import hashlib
import io
import marshal
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.utils import timezone, translation

from netra.trust.evidence import vault
from netra.trust.models import StoredContent
from netra.trust.tests import stored_rows
from netra.trust.tests.stored_rows import Keys, Row, Rows

Given = ParamSpec("Given")
Told = TypeVar("Told")

SHARED_FOLDER = "NETRA_TEST_TELLINGS"
_TOLD: dict[tuple[Callable[..., Any], bytes], _Telling] = {}
_in_full = False


def told_once(story: Callable[Given, Told]) -> Callable[Given, Told]:
    """A builder whose rows are put back where it was told before from the same tables with the same arguments.

    It must write nowhere but to the tables and the evidence store. What it takes from the running clock is as old as
    the process.
    """

    @wraps(story)
    def again(*args: Given.args, **kwargs: Given.kwargs) -> Told:
        return told(story, *args, **kwargs)

    return again


def told(story: Callable[Given, Told], *args: Given.args, **kwargs: Given.kwargs) -> Told:
    """What `told_once` does, for a story that is chosen at the moment."""
    if _in_full or not connection.in_atomic_block:
        return story(*args, **kwargs)
    before = stored_rows.all_rows()
    key = (story, _fingerprint(before, (args, kwargs)))
    if key not in _TOLD:
        shared = _shared(*key)
        if shared is None or not shared.exists():
            answer = story(*args, **kwargs)
            _TOLD[key] = _Telling.between(before, stored_rows.all_rows(), copy.deepcopy(answer))
            _share(_TOLD[key], shared)
            return answer
        _TOLD[key] = pickle.loads(shared.read_bytes())  # noqa: S301 -- a process of this very run wrote it
    again: Told = _TOLD[key].put_back()
    return again


@contextmanager
def in_full() -> Iterator[None]:
    """Stories are told through the operations in here, for whoever listens to what is said meanwhile."""
    global _in_full
    _in_full = True
    try:
        yield
    finally:
        _in_full = False


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a story changed, and what it answered."""

    new: Rows
    changed: Rows
    gone: Rows
    next_keys: Keys
    files: dict[str, bytes]
    answer: Any

    @classmethod
    def between(cls, before: Rows, after: Rows, answer: Any) -> _Telling:
        new: Rows = {}
        changed: Rows = {}
        gone: Rows = {}
        for model in (model for model in after if after[model] != before[model]):
            was = {stored_rows.key_of(model, row): row for row in before[model]}
            now = {stored_rows.key_of(model, row): row for row in after[model]}
            new[model] = [row for key, row in now.items() if key not in was]
            changed[model] = [row for key, row in now.items() if was.get(key, row) != row]
            gone[model] = [row for key, row in was.items() if key not in now]
        return cls(new, changed, gone, stored_rows.next_keys(), _files(new.get(StoredContent, [])), answer)

    def put_back(self) -> Any:
        for model, rows in self.gone.items():
            stored_rows.delete(model, rows)
        for model, rows in self.changed.items():
            stored_rows.update(model, rows)
        for model, rows in self.new.items():
            stored_rows.insert(model, rows)
        stored_rows.number_on_from(self.next_keys)
        for name, content in self.files.items():
            path = Path(settings.DATA_DIR) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return copy.deepcopy(self.answer)


def _shared(story: Callable[..., Any], fingerprint: bytes) -> Path | None:
    """Where the processes of this run find a telling; None where there is one process, or the story has no name."""
    folder = os.environ.get(SHARED_FOLDER)
    known_as = getattr(story, "__qualname__", "<")
    if folder is None or "<" in known_as:
        return None
    name = hashlib.sha256(f"{story.__module__}.{known_as}".encode() + fingerprint).hexdigest()
    return Path(folder) / name


def _share(telling: _Telling, shared: Path | None) -> None:
    """In one step, so that nobody reads half of it."""
    if shared is not None:
        unfinished = shared.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(pickle.dumps(telling))
        unfinished.replace(shared)


class _ByReference(pickle.Pickler):
    """A row among the arguments is told apart by its key: what it holds stands in the tables."""

    def reducer_override(self, thing: Any) -> Any:
        if isinstance(thing, models.Model):
            return tuple, ((thing._meta.label, thing.pk),)
        return NotImplemented


def _fingerprint(tables: Rows, words: object) -> bytes:
    """What a story begins with: the rows, its arguments, the settings that go into what is written, a hung clock.

    Not who happens to be signed in: no story asks for that.
    """
    given = io.BytesIO()
    _ByReference(given).dump(words)
    now, later = timezone.localtime(), timezone.localtime()
    hung = now.isoformat() if now == later else ""  # a clock that was hung shows the same moment twice
    house = (hung, translation.get_language(), settings.PUBLIC_URL, settings.EVIDENCE_KEY, settings.IDENTITY_KEY)
    rows = [tables[model] for model in tables if model is not Session]
    return hashlib.sha256(marshal.dumps((rows, stored_rows.next_keys(), given.getvalue(), house), 2)).digest()


def _files(rows: list[Row]) -> dict[str, bytes]:
    keys = [stored_rows.key_of(StoredContent, row) for row in rows]
    paths = map(vault.path_of, StoredContent.objects.filter(pk__in=keys))
    return {str(path.relative_to(settings.DATA_DIR)): path.read_bytes() for path in paths}
