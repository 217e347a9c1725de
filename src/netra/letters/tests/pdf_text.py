"""The text of a PDF that Typst made, read back in pure Python, so that tests see what a reader sees.

Enough for our own files: flate streams, Type 0 fonts with a ToUnicode map, strings shown with TJ or Tj.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from netra.letters.tests.put_off import drawn

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.S)
_FONT_USE = re.compile(rb"/(\w+) (\d+) 0 R")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORD = re.compile(rb"[^\s()<>\[\]/]+|/\w+")
_PAREN = re.compile(rb"\\.|[()]", re.S)


def pdf_text(pdf: bytes) -> str:
    """The text of all pages, one line per line of print, pages parted by a form feed."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(drawn(pdf))}
    pages = [body for body in objects.values() if re.match(rb"<</Type/Page\b(?!s)", body)]
    return "\f".join(_page_text(objects, page) for page in pages)


def says(pdf: bytes, words: str) -> bool:
    """Whether `words` are printed, wherever a line breaks: a reference drawn anew moves every break after it."""
    return "".join(words.split()) in "".join(pdf_text(pdf).split())


def _page_text(objects: dict[int, bytes], page: bytes) -> str:
    fonts = _fonts(objects, page)
    contents = re.search(rb"/Contents (\d+) 0 R", page)
    assert contents is not None
    lines: list[str] = []
    font: dict[int, str] = {}
    height = b""
    operands: list[bytes] = []
    for token in _tokens(_stream(objects[int(contents[1])])):
        if token == b"cm":
            lines, height = ([*lines, ""] if operands[-1] != height else lines), operands[-1]
        elif token == b"Tf":
            font = fonts.get(operands[-2][1:], {})
        elif token in (b"TJ", b"Tj"):
            words = "".join(_decoded(string, font) for string in operands if string[:1] in b"(<")
            lines[-1] = f"{lines[-1]} {words}".strip()
        else:
            operands.append(token)
            continue
        operands = []
    return "\n".join(line for line in lines if line)


def _tokens(content: bytes) -> Iterator[bytes]:
    """Operators and operands; strings keep their brackets, and brackets inside a string may be nested."""
    at = 0
    while at < len(content):
        char = content[at : at + 1]
        if char == b"(":
            end = _string_end(content, at)
        elif char == b"<" and content[at + 1 : at + 2] != b"<":
            end = content.index(b">", at) + 1
        elif word := _WORD.match(content, at):
            end = word.end()
        else:
            at += 1
            continue
        yield content[at:end]
        at = end


def _string_end(content: bytes, start: int) -> int:
    depth = 0
    for found in _PAREN.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise AssertionError("a string of the PDF has no end")


def _fonts(objects: dict[int, bytes], page: bytes) -> dict[bytes, dict[int, str]]:
    resources = re.search(rb"/Resources (\d+) 0 R", page)
    body = objects[int(resources[1])] if resources else page
    used = re.search(rb"/Font<<(.*?)>>", body, re.S)
    found = _FONT_USE.findall(used[1]) if used else []
    return {name: _unicode_map(objects, objects[int(number)]) for name, number in found}


def _unicode_map(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    to_unicode = re.search(rb"/ToUnicode (\d+) 0 R", font)
    assert to_unicode is not None
    text = _stream(objects[int(to_unicode[1])])
    pairs = re.findall(rb"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\s*$", text, re.M)
    return {int(glyph, 16): bytes.fromhex(code.decode()).decode("utf-16-be") for glyph, code in pairs}


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    data = rest.rpartition(b"\nendstream")[0]
    return zlib.decompress(data) if b"FlateDecode" in head else data


def _decoded(string: bytes, font: dict[int, str]) -> str:
    raw = bytes.fromhex(string[1:-1].decode()) if string[:1] == b"<" else _ESCAPE.sub(_unescaped, string[1:-1])
    return "".join(font.get(int.from_bytes(raw[at : at + 2], "big"), "") for at in range(0, len(raw), 2))


def _unescaped(found: re.Match[bytes]) -> bytes:
    mark = found[1]
    if mark.isdigit():
        return bytes([int(mark, 8)])
    return _NAMED.get(mark, mark)
