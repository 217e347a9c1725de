from __future__ import annotations

import errno
import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from netra.trust import evidence, trail
from netra.trust.actors import ReporterActor
from netra.trust.evidence import EvidenceDamaged, EvidenceRefused, vault
from netra.trust.models import Event, EvidenceItem, StoredContent
from netra.trust.tests.builders import MORNING

pytestmark = pytest.mark.django_db
CHAIN = "report:LAP-2026-AAAA"
SARI = ReporterActor("PLP-2026-AAAA")
MEGABYTE = 1024 * 1024
REAL_LIMIT = 20 * MEGABYTE
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01" + b"\x00" * 64
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 32
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def _receive(content, name: str = "foto.jpg", chain: str = CHAIN) -> EvidenceItem:
    return evidence.receive(content=content, original_name=name, by=SARI, at=MORNING, chain=chain)


def _open(item: EvidenceItem) -> bytes:
    return evidence.open_original(item.ref, by=SARI, at=MORNING, chain=CHAIN)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


class WhenFilesOfEverySizeArrive:
    @pytest.mark.parametrize("size", [1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, REAL_LIMIT - 1, REAL_LIMIT])
    def it_gives_the_original_back_bit_by_bit(self, size):
        content = os.urandom(1024) * (size // 1024) + b"x" * (size % 1024)
        item = _receive(io.BytesIO(content))
        assert (item.size, item.sha256) == (size, hashlib.sha256(content).hexdigest())
        assert _open(item) == content

    @pytest.mark.parametrize("content", [b"", io.BytesIO(b"")])
    def it_refuses_an_empty_file_and_keeps_nothing(self, content, folder):
        with pytest.raises(EvidenceRefused, match="kosong"):
            _receive(content)
        assert not EvidenceItem.objects.exists() and not _files(folder) and not Event.objects.exists()

    def it_refuses_one_byte_above_the_limit_and_says_both_sizes(self, folder):
        with pytest.raises(EvidenceRefused) as refused:
            _receive(io.BytesIO(b"x" * (REAL_LIMIT + 1)))
        assert "20.971.521 byte" in str(refused.value) and "20.971.520 byte" in str(refused.value)
        assert not _files(folder) and not Event.objects.exists()

    @pytest.mark.parametrize(("size", "fits"), [(9, True), (10, True), (11, False)])
    def it_obeys_the_limit_of_the_instance(self, settings, size, fits):
        settings.EVIDENCE_LIMIT_BYTES = 10
        if fits:
            assert _receive(b"x" * size).size == size
        else:
            with pytest.raises(EvidenceRefused, match="batasnya"):
                _receive(io.BytesIO(b"x" * size))

    def it_does_not_hold_what_is_far_too_big_in_memory(self, settings):
        settings.EVIDENCE_LIMIT_BYTES = 1024

        class Endless(io.RawIOBase):
            left = 64 * MEGABYTE

            def read(self, size: int = -1) -> bytes:
                assert 0 < size <= MEGABYTE, "read in pieces"
                piece = min(size, self.left)
                self.left -= piece
                return b"\0" * piece

        with pytest.raises(EvidenceRefused, match="64,0 MB"):
            _receive(Endless())

    def it_takes_the_whole_upload_though_a_form_has_read_it_before(self):
        upload = SimpleUploadedFile("foto.jpg", JPEG)
        upload.read()
        assert _open(_receive(upload)) == JPEG


class WhenTheNameSaysOneThingAndTheBytesAnother:
    @pytest.mark.parametrize(
        ("content", "name", "media_type"),
        [
            (JPEG, "surat.pdf", "image/jpeg"),
            (PNG, "foto.jpg", "image/png"),
            (PDF, "foto.jpg", "application/pdf"),
            (b"ini bukan gambar", "foto.jpg", "application/octet-stream"),
            (b"<html><script>alert(1)</script></html>", "foto.png", "application/octet-stream"),
            (b"MZ" + b"\0" * 100, "foto.jpg", "application/octet-stream"),
            (b"\0", "foto.jpg", "application/octet-stream"),
        ],
    )
    def it_believes_the_bytes(self, content, name, media_type):
        item = _receive(content, name)
        assert item.media_type == media_type
        assert _open(item) == content

    def it_keeps_a_zip_bomb_packed(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("nol.txt", b"0" * (50 * MEGABYTE))
        item = _receive(packed.getvalue(), "bukti.zip")
        assert item.size < MEGABYTE
        assert _open(item) == packed.getvalue()

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "foto\x00.jpg", "a" * 10_000, "\u202egpj.exe", "<script>.jpg", "", "\ud800.jpg"]
    )
    def it_never_uses_the_name_on_disk(self, name, folder):
        item = _receive(JPEG, name)
        (path,) = _files(folder)
        assert path.name.startswith(item.sha256) and path.parent == folder / "evidence" / item.sha256[:2]
        assert len(evidence.original_name(item)) <= 255


class WhenEvidenceLiesOnDisk:
    def it_cannot_be_read_there(self, folder):
        item = _receive(b"pengakuan Sari (contoh)", "Sari (contoh).txt")
        (path,) = _files(folder)
        assert b"Sari" not in path.read_bytes()
        assert b"Sari" not in bytes(EvidenceItem.objects.get().sealed_name)
        assert evidence.original_name(item) == "Sari (contoh).txt"

    def it_is_stored_once_however_often_it_comes(self, folder):
        first, second = _receive(JPEG, "a.jpg"), _receive(JPEG, "b.jpg", "report:LAP-2026-BBBB")
        assert first.ref != second.ref and len(_files(folder)) == 1
        assert [evidence.original_name(item) for item in (first, second)] == ["a.jpg", "b.jpg"]

    def it_comes_back_when_the_file_was_lost_and_the_same_file_is_received_again(self, folder):
        item = _receive(JPEG)
        _files(folder)[0].unlink()
        with pytest.raises(EvidenceDamaged, match="tidak dapat dibaca"):
            _open(item)
        _receive(JPEG)
        assert _open(item) == JPEG

    @pytest.mark.parametrize("damage", [b"", b"x" * 12, b"x" * 200])
    def it_comes_back_when_the_file_was_damaged_and_the_same_file_is_received_again(self, folder, damage):
        first = _receive(JPEG)
        _files(folder)[0].write_bytes(damage)
        second = _receive(JPEG, "lagi.jpg", "report:LAP-2026-BBBB")
        assert _open(second) == JPEG and _open(first) == JPEG
        assert len(_files(folder)) == 1

    @pytest.mark.parametrize("place", [0, 11, 12, 40, -1])
    def it_notices_every_tampering(self, folder, place):
        item = _receive(JPEG)
        (path,) = _files(folder)
        data = bytearray(path.read_bytes())
        data[place] ^= 1
        path.write_bytes(data)
        with pytest.raises(EvidenceDamaged, match="Jangan dipakai sebagai bukti"):
            _open(item)
        assert [entry.verb for entry in trail.history(CHAIN)] == ["trust.evidence_receive"]

    def it_notices_one_content_put_in_the_place_of_another(self):
        first, second = _receive(JPEG), _receive(PNG)
        place, other = (vault.path_of(StoredContent.objects.get(items=item)) for item in (first, second))
        place.write_bytes(other.read_bytes())
        with pytest.raises(EvidenceDamaged):
            _open(first)

    @pytest.mark.parametrize("data", [b"", b"x", b"x" * 12])
    def it_notices_a_file_cut_short(self, folder, data):
        item = _receive(JPEG)
        _files(folder)[0].write_bytes(data)
        with pytest.raises(EvidenceDamaged):
            _open(item)

    def it_says_so_when_the_key_of_the_instance_was_changed(self, settings):
        item = _receive(JPEG)
        settings.EVIDENCE_KEY = "another-evidence-key-another-evidence-key"
        with pytest.raises(EvidenceDamaged, match="NETRA_EVIDENCE_KEY"):
            _open(item)


class WhenSomethingBreaksWhileWriting:
    def it_says_that_the_disk_is_full_and_leaves_nothing_behind(self, monkeypatch, folder):
        def no_space(handle: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", no_space)
        with pytest.raises(EvidenceRefused, match="Penyimpanan penuh"):
            _receive(JPEG)
        monkeypatch.undo()
        assert not _files(folder) and not EvidenceItem.objects.exists() and not StoredContent.objects.exists()
        assert _open(_receive(JPEG)) == JPEG

    def it_does_not_hide_other_troubles_of_the_disk(self, monkeypatch, folder):
        def broken(handle: int) -> None:
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="Input/output"):
            _receive(JPEG)
        assert not _files(folder) and not EvidenceItem.objects.exists()

    def it_leaves_only_an_unreadable_orphan_when_the_report_is_rolled_back(self, folder):
        with transaction.atomic():
            _receive(JPEG)
            transaction.set_rollback(True)
        assert not EvidenceItem.objects.exists() and not StoredContent.objects.exists()
        assert JPEG[:12] not in _files(folder)[0].read_bytes()
        assert _open(_receive(JPEG)) == JPEG
