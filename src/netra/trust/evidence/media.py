"""What kind of file it is, from its bytes alone. The name and what the browser claims count for nothing.

The kinds are those in which evidence of a violation comes: photographs, recordings, letters, spreadsheets, archives.
Anything else is kept just as faithfully and shown as "tidak dikenali". Nothing is ever unpacked here.

Source: the published signatures of each format (ISO/IEC 14496-12 §4.3 for `ftyp`, RFC 3533 for Ogg, RFC 4867 §5 for
AMR, PKWARE APPNOTE §4.3 for ZIP, ECMA-376 part 2 for `[Content_Types].xml`, MS-CFB §2.2 for old Office files).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import islice

from netra.trust.models.evidence import UNRECOGNISED

_OPENXML = "application/vnd.openxmlformats-officedocument"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3\x02", "audio/mpeg"),
    (b"ID3\x03", "audio/mpeg"),
    (b"ID3\x04", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"fLaC", "audio/flac"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"M4A ", b"M4B ", b"M4P "), "audio/mp4"),
    b"qt  ": "video/quicktime",
}
# What a track of an ISO file is said to be; a recording of a voice has sound and no picture.
_TRACK = re.compile(rb"hdlr.{8}(vide|soun)", re.DOTALL)
_OFFICE_FOLDERS = {
    b"word/": f"{_OPENXML}.wordprocessingml.document",
    b"xl/": f"{_OPENXML}.spreadsheetml.sheet",
    b"ppt/": f"{_OPENXML}.presentationml.presentation",
}
_OPEN_DOCUMENT = re.compile(rb"mimetype(application/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))PK")
_OLD_OFFICE = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_ENTRIES_READ = 10_000


def media_type(content: bytes) -> str:
    """The media type, or `application/octet-stream` when the bytes do not say."""
    plain = next((kind for start, kind in _STARTS if content.startswith(start)), None)
    return plain or _of_container(content)


def _of_container(content: bytes) -> str:
    """Formats that only hold others: what is inside decides."""
    match content[:4]:
        case b"PK\x03\x04" | b"PK\x05\x06":
            return _of_zip(content)
        case b"RIFF":
            return _RIFF.get(content[8:12], UNRECOGNISED)
        case b"OggS":
            return "video/ogg" if b"\x80theora" in content[:4096] else "audio/ogg"
        case b"\x1aE\xdf\xa3":
            return "video/webm" if b"webm" in content[:64] else "video/x-matroska"
        case b"\xd0\xcf\x11\xe0":
            return _of_old_office(content)
    if content[4:8] == b"ftyp":
        return _of_iso_media(content)
    return _of_frames(content)


def _of_iso_media(content: bytes) -> str:
    """Every brand counts, known or not: what a telephone writes next year is a film or a recording as well."""
    brand = content[8:12]
    if brand in _BRANDS:
        return _BRANDS[brand]
    if set(_TRACK.findall(content)) == {b"soun"}:
        return "audio/mp4"
    return "video/3gpp" if brand.startswith((b"3gp", b"3g2", b"3ge", b"3gg")) else "video/mp4"


def _of_zip(content: bytes) -> str:
    """Read from the directory at the end; what is packed stays packed, however much it would grow."""
    open_document = _OPEN_DOCUMENT.match(content, 30)
    if open_document:
        return open_document[1].decode()
    names = list(islice(_zip_names(content), _ENTRIES_READ))
    if b"[Content_Types].xml" in names:
        for folder, kind in _OFFICE_FOLDERS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return "application/zip"


def _zip_names(content: bytes) -> Iterator[bytes]:
    end = content.rfind(b"PK\x05\x06")
    if end < 0 or end + 16 > len(content):
        return
    (size,) = struct.unpack_from("<I", content, end + 12)
    place = end - size
    while 0 <= place <= end - 46 and content[place : place + 4] == b"PK\x01\x02":
        name, extra, comment = struct.unpack_from("<HHH", content, place + 28)
        yield content[place + 46 : place + 46 + name]
        place += 46 + name + extra + comment


def _of_old_office(content: bytes) -> str:
    for stream, kind in _OLD_OFFICE:
        if stream.encode("utf-16-le") in content:
            return kind
    return UNRECOGNISED


def _of_frames(content: bytes) -> str:
    """Sound without a header, and bitmaps: two bytes are not enough, so the next fields must make sense too."""
    if len(content) < 18:
        return UNRECOGNISED
    if content[0] == 0xFF and content[1] & 0xF6 == 0xF0:
        return "audio/aac"
    if content[0] == 0xFF and content[1] & 0xE6 == 0xE2 and content[2] >> 4 not in {0, 15}:
        return "audio/mpeg"
    (header,) = struct.unpack_from("<I", content, 14)
    if content.startswith(b"BM") and header in {12, 40, 52, 56, 64, 108, 124}:
        return "image/bmp"
    return UNRECOGNISED
