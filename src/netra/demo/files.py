"""Small real files, drawn by code: a picture of a post as PNG, a page of writing as PDF. Nobody is on them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

_WIDTH, _HEIGHT = 320, 400
_PAPER, _INK, _SOFT, _FRAME = (250, 250, 249), (68, 64, 60), (214, 211, 209), (91, 33, 182)
Colour = tuple[int, int, int]


def picture(name: str) -> bytes:
    """A PNG like a photographed post: a head line, a picture, some lines of text; different for every name."""
    seed = zlib.crc32(name.encode())
    raw = b"".join(b"\x00" + _row(y, seed) for y in range(_HEIGHT))
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(raw)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int, seed: int) -> bytes:
    if y < 4 or y >= _HEIGHT - 4:
        return bytes(_FRAME) * _WIDTH
    if 20 <= y < 32:
        return _bar(16, 120 + seed % 60, _INK)
    if 48 <= y < 230:
        shade = 120 + (y - 48) // 2 % 90
        return _bar(16, _WIDTH - 32, (shade, shade - seed % 20, shade + seed % 25))
    if 250 <= y < 370 and y % 24 < 9:
        return _bar(16, 150 + (seed >> (y // 24)) % 130, _SOFT)
    return bytes(_PAPER) * _WIDTH


def _bar(left: int, width: int, colour: Colour) -> bytes:
    paper = bytes(_PAPER)
    return paper * left + bytes(colour) * width + paper * (_WIDTH - left - width)


def page(lines: Sequence[str]) -> bytes:
    """A PDF of one page with these lines; letters outside Latin-1 are left out."""
    text = "".join(f"({_escaped(line)}) Tj 0 -18 Td " for line in lines)
    content = f"BT /F1 12 Tf 60 780 Td {text}ET".encode("latin-1", "ignore")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            len(body),
        )
    )


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
