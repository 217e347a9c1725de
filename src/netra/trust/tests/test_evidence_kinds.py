"""One small file of every kind in which evidence comes, made by hand from the signature of its format."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest

from netra.trust.evidence import media_type

OFFICE = "application/vnd.openxmlformats-officedocument"
UNKNOWN = "application/octet-stream"
REST = b"\x00" * 64


def packed(*names: str, content: bytes = b"isi") -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, content)
    return archive.getvalue()


def open_document(kind: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        file.writestr("content.xml", "<isi/>")
    return archive.getvalue()


def iso(brand: bytes, *tracks: bytes) -> bytes:
    box = b"\x00\x00\x00\x18ftyp" + brand + b"\x00\x00\x00\x00" + brand + b"isom"
    return box + b"".join(b"\x00\x00\x00\x20hdlr" + b"\x00" * 8 + track + b"\x00" * 12 for track in tracks) + REST


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + stream.encode("utf-16-le") + REST


KINDS = [
    ("a photograph", b"\xff\xd8\xff\xe1\x00\x18Exif" + REST, "image/jpeg"),
    ("a screenshot", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + REST, "image/png"),
    ("an animated picture", b"GIF89a" + REST, "image/gif"),
    ("a picture of WhatsApp", b"RIFF\x40\x00\x00\x00WEBPVP8 " + REST, "image/webp"),
    ("a bitmap", b"BM" + struct.pack("<IHHII", 118, 0, 0, 54, 40) + REST, "image/bmp"),
    ("a scan, little end first", b"II*\x00" + REST, "image/tiff"),
    ("a scan, big end first", b"MM\x00*" + REST, "image/tiff"),
    ("a photograph of an iPhone", iso(b"heic"), "image/heic"),
    ("a photograph of an iPhone, general brand", iso(b"mif1"), "image/heic"),
    ("a photograph of a newer telephone", iso(b"avif"), "image/avif"),
    ("a voice note of WhatsApp", b"OggS\x00\x02" + b"\x00" * 22 + b"\x01\x13OpusHead" + REST, "audio/ogg"),
    ("a recording in WAV", b"RIFF\x40\x00\x00\x00WAVEfmt " + REST, "audio/wav"),
    ("an MP3 with a title", b"ID3\x03\x00\x00\x00\x00\x00\x00" + REST, "audio/mpeg"),
    ("an MP3 without a title", b"\xff\xfb\x90\x00" + REST, "audio/mpeg"),
    ("a recording in AAC", b"\xff\xf1\x50\x80" + REST, "audio/aac"),
    ("a recording of an old telephone", b"#!AMR\n" + REST, "audio/amr"),
    ("a recording of an old telephone, wide band", b"#!AMR-WB\n" + REST, "audio/amr"),
    ("a voice memo of an iPhone", iso(b"M4A ", b"soun"), "audio/mp4"),
    ("a recording of an Android telephone", iso(b"mp42", b"soun"), "audio/mp4"),
    ("a lossless recording", b"fLaC" + REST, "audio/flac"),
    ("a film, mp41", iso(b"mp41", b"vide", b"soun"), "video/mp4"),
    ("a film, mp42", iso(b"mp42", b"vide", b"soun"), "video/mp4"),
    ("a film, isom", iso(b"isom", b"vide"), "video/mp4"),
    ("a film, iso5", iso(b"iso5", b"vide"), "video/mp4"),
    ("a film, avc1", iso(b"avc1", b"vide"), "video/mp4"),
    ("a film of a brand to come", iso(b"zz99", b"vide"), "video/mp4"),
    ("a film of an old telephone", iso(b"3gp4", b"vide"), "video/3gpp"),
    ("a film of an iPhone", iso(b"qt  ", b"vide"), "video/quicktime"),
    ("a film of a browser", b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm" + REST, "video/webm"),
    ("a film in Matroska", b"\x1aE\xdf\xa3\xa3B\x82\x88matroska" + REST, "video/x-matroska"),
    ("a film in AVI", b"RIFF\x40\x00\x00\x00AVI LIST" + REST, "video/x-msvideo"),
    ("a film in Ogg", b"OggS\x00\x02" + b"\x00" * 22 + b"\x80theora" + REST, "video/ogg"),
    ("a letter in PDF", b"%PDF-1.7\n", "application/pdf"),
    ("a letter in Word", packed("[Content_Types].xml", "word/document.xml"), f"{OFFICE}.wordprocessingml.document"),
    ("a spreadsheet", packed("[Content_Types].xml", "xl/workbook.xml"), f"{OFFICE}.spreadsheetml.sheet"),
    ("slides", packed("[Content_Types].xml", "ppt/presentation.xml"), f"{OFFICE}.presentationml.presentation"),
    ("a letter of LibreOffice", open_document("text"), "application/vnd.oasis.opendocument.text"),
    ("an old letter in Word", old_office("WordDocument"), "application/msword"),
    ("an old spreadsheet", old_office("Workbook"), "application/vnd.ms-excel"),
    ("old slides", old_office("PowerPoint Document"), "application/vnd.ms-powerpoint"),
    ("a letter in RTF", b"{\\rtf1\\ansi}", "application/rtf"),
    ("an archive", packed("foto1.jpg", "foto2.jpg"), "application/zip"),
    ("an archive with a folder called word", packed("word/surat.txt"), "application/zip"),
    ("an archive that holds a letter in Word", packed("surat.docx", content=packed("word/x")), "application/zip"),
    ("an empty archive", packed(), "application/zip"),
    ("an archive in RAR", b"Rar!\x1a\x07\x01\x00" + REST, "application/vnd.rar"),
    ("an archive in 7z", b"7z\xbc\xaf\x27\x1c" + REST, "application/x-7z-compressed"),
    ("an archive that is cut off", packed("foto.jpg")[:40], "application/zip"),
    ("an archive that ends in its last record", packed("foto.jpg")[:-10], "application/zip"),
    ("words", b"laporan pelanggaran netralitas", UNKNOWN),
    ("words in UTF-16", b"\xff\xfe" + "laporan pelanggaran".encode("utf-16-le"), UNKNOWN),
    ("words that begin like a bitmap", b"BMKG mencatat hujan di Jambi pada hari itu", UNKNOWN),
    ("words that begin like an MP3", b"ID3 adalah nama berkas", UNKNOWN),
    ("a program", b"MZ" + REST, UNKNOWN),
    ("nothing", b"", UNKNOWN),
]


@pytest.mark.parametrize(("content", "expected"), [kind[1:] for kind in KINDS], ids=[kind[0] for kind in KINDS])
def it_is_told_from_its_bytes(content, expected):
    assert media_type(content) == expected


def it_reads_the_directory_of_a_zip_bomb_without_unpacking_it():
    bomb = packed(*(f"nol-{number}.txt" for number in range(200)), content=b"0" * 1024 * 1024)
    begun = time.process_time()
    assert media_type(bomb) == "application/zip"
    assert time.process_time() - begun < 1


def it_is_not_led_in_circles_by_a_directory_that_lies():
    honest = packed("foto.jpg")
    end = honest.rfind(b"PK\x05\x06")
    for size in (0, 1, 45, len(honest), 0xFFFFFFFF):
        assert media_type(honest[: end + 12] + struct.pack("<I", size) + honest[end + 16 :]) == "application/zip"
