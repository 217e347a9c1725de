"""Where and how large the letters of a PDF stand on paper, read from its own content, so that tests measure a print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netra.letters.tests.pdf_text import _OBJECT, _stream, _tokens

# a b c d e f, as PDF writes a matrix: x' = a·x + c·y + e, y' = b·x + d·y + f.
Matrix = tuple[float, ...]
_NAMED = re.compile(rb"/(\w+) (\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Printed:
    """One piece of text: its size in points and the place where it begins, from the lower left corner of the sheet."""

    size: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its size in points and what is printed on it."""

    width: float
    height: float
    pieces: tuple[Printed, ...]

    @property
    def smallest(self) -> float:
        return min(piece.size for piece in self.pieces)


def sheets(pdf: bytes) -> list[Sheet]:
    """Every page of a PDF that Typst made, in order."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    pages = [body for body in objects.values() if re.match(rb"<</Type/Page\b(?!s)", body)]
    return [_sheet(objects, page) for page in pages]


def _sheet(objects: dict[int, bytes], page: bytes) -> Sheet:
    box = re.search(rb"/MediaBox\[([^\]]+)\]", page)
    contents = re.search(rb"/Contents (\d+) 0 R", page)
    assert box is not None and contents is not None
    _left, _low, width, height = map(float, box[1].split())
    pieces = _pieces(objects, _stream(objects[int(contents[1])]), _drawings(objects, page), (1, 0, 0, 1, 0, 0))
    return Sheet(width, height, tuple(pieces))


def _drawings(objects: dict[int, bytes], body: bytes) -> dict[bytes, bytes]:
    """What is drawn in an object of its own, by the name that this page or drawing calls it."""
    resources = re.search(rb"/Resources (\d+) 0 R", body)
    listed = re.search(rb"/XObject<<(.*?)>>", objects[int(resources[1])] if resources else body, re.S)
    return {name: objects[int(number)] for name, number in _NAMED.findall(listed[1])} if listed else {}


def _pieces(objects: dict[int, bytes], content: bytes, drawings: dict[bytes, bytes], now: Matrix) -> Iterator[Printed]:
    before: list[Matrix] = []
    line, size = now, 0.0
    operands: list[bytes] = []
    for token in _tokens(content):
        if token in (b"q", b"Q"):
            now = _kept_or_restored(token, before, now)
        elif token == b"cm":
            now = _times(_matrix(operands), now)
        elif token == b"Tf":
            size = float(operands[-1])
        elif token == b"Tm":
            line = _matrix(operands)
        elif token in (b"TJ", b"Tj"):
            _a, _b, c, d, x, y = _times(line, now)
            yield Printed(round(size * (c**2 + d**2) ** 0.5, 2), x, y)
        elif token == b"Do":
            drawn = drawings[operands[-1][1:]]
            assert b"/Matrix" not in drawn.partition(b"stream")[0], "Typst places drawings where they stand"
            yield from _pieces(objects, _stream(drawn), _drawings(objects, drawn), now)
        else:
            operands.append(token)
            continue
        operands = []


def _kept_or_restored(token: bytes, before: list[Matrix], now: Matrix) -> Matrix:
    if token == b"Q":
        return before.pop()
    before.append(now)
    return now


def _matrix(operands: list[bytes]) -> Matrix:
    return tuple(map(float, operands[-6:]))


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
