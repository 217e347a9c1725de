"""The page of long work, sent while the work goes on: how far it is, and at the end its result. No JavaScript.

Each piece is asked for by the browser that reads it. Whoever closes the page stops the work between two batches.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from django.db import DatabaseError
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from netra.registry.imports import BATCH_ROWS, ImportResult
from netra.trust.errors import Refused
from netra.web.doors import SignedInRequest

Place = tuple[int, int]
Steps = Generator[Place, None, ImportResult]

SHOWN_ROWS = 20
# Where the growing part of the page stands in its template.
MARK = "<!-- kemajuan -->"
# A page that lists every batch of a long file would hide its own end.
_LINES = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an import, and what was imported in words."""

    result: ImportResult
    label: str

    def context(self) -> dict[str, object]:
        shown = self.result.rejected[:SHOWN_ROWS]
        return {
            "result": self.result,
            "label": self.label,
            "rejected": shown,
            "more_rejected": self.result.rejected_count - len(shown),
            "notes": self.result.notes[:SHOWN_ROWS],
            "more_notes": max(len(self.result.notes) - SHOWN_ROWS, 0),
        }


Finish = Callable[[ImportResult], Outcome]


def run_page(request: SignedInRequest, steps: Steps, first: Place, finish: Finish, *, writes: bool) -> HttpResponseBase:
    """The answer to an import of which the first step is done: a short one at once, a long one as it goes."""
    done, total = first
    if total - done > BATCH_ROWS:
        return _streamed(request, steps, first, finish, writes=writes)
    return render(request, "registry/import_result.html", finish(_drained(steps)).context())


def _drained(steps: Steps) -> ImportResult:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: ImportResult = end.value
            return result


def _streamed(
    request: SignedInRequest, steps: Steps, first: Place, finish: Finish, *, writes: bool
) -> StreamingHttpResponse:
    # Rendered whole before the first piece goes out, so that cookies and messages are settled.
    page = render_to_string("registry/import_running.html", {"writes": writes}, request)
    head, _mark, tail = page.partition(MARK)
    pieces = _pieces(request, head, tail, steps, first, finish)
    response = StreamingHttpResponse(_in_language(pieces, translation.get_language()))
    # A proxy in front must not collect the pieces.
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _pieces(
    request: SignedInRequest, head: str, tail: str, steps: Steps, first: Place, finish: Finish
) -> Iterator[str]:
    yield head
    try:
        result = yield from _lines(steps, first)
        yield render_to_string("registry/_import_result.html", finish(result).context(), request)
    except Refused as refusal:
        yield render_to_string("registry/_import_stopped.html", {"reason": str(refusal)}, request)
    except (DatabaseError, OSError):
        yield render_to_string("registry/_import_stopped.html", {}, request)
        yield tail
        raise
    yield tail


def _lines(steps: Steps, first: Place) -> Generator[str, None, ImportResult]:
    """A line when the work begins and whenever another part of it is done; the result at the end."""
    shown, (done, total) = -1, first
    while True:
        part = done * _LINES // total
        if part > shown:
            shown = part
            yield render_to_string("registry/_import_line.html", {"done": done, "total": total})
        try:
            done, total = next(steps)
        except StopIteration as end:
            result: ImportResult = end.value
            return result


def _in_language(pieces: Iterator[str], language: str | None) -> Iterator[str]:
    """Every piece in the language of the request, which is over by then."""
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
