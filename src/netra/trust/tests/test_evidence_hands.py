from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from netra.trust import evidence, trail
from netra.trust.access import NotAllowed
from netra.trust.actors import ReporterActor
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceDamaged
from netra.trust.models import Event, EvidenceItem, StoredContent
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, later

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


class WhenEvidencePassesThroughHands:
    def it_records_receipt_reading_and_hand_over(self):
        item, wayan = _receive(JPEG), builders.wayan()
        case = "case:PKR-2026-AAAA"
        evidence.hand_over(item.ref, to_chain=case, by=wayan, at=later(hours=1))
        assert evidence.open_original(item.ref, by=builders.dewi(), at=later(hours=2), chain=case) == JPEG
        assert [entry.verb for entry in trail.history(CHAIN)] == ["trust.evidence_receive"]
        assert [entry.verb for entry in trail.history(case)] == ["trust.evidence_hand_over", "trust.evidence_read"]
        assert trail.history(case)[0].payload == {"evidence": item.ref, "sha256": item.sha256}
        assert evidence.items_of(CHAIN) == [item]

    def it_shows_nothing_to_those_who_see_no_case(self):
        item = _receive(JPEG)
        for person in (builders.lestari(), builders.ketut(), builders.make_user("tamu")):
            with pytest.raises(NotAllowed):
                evidence.open_original(item.ref, by=person, at=MORNING, chain=CHAIN)

    def it_hands_nothing_over_that_is_damaged(self, folder):
        item = _receive(JPEG)
        _files(folder)[0].write_bytes(b"")
        with pytest.raises(EvidenceDamaged):
            evidence.hand_over(item.ref, to_chain="case:PKR-2026-AAAA", by=builders.wayan(), at=MORNING)
        assert trail.history("case:PKR-2026-AAAA") == []

    @pytest.mark.parametrize("ref", ["BKT-2026-NONE", "", "BKT-2026-\x00", "\ud800", "1 OR 1=1"])
    def it_knows_no_other_reference(self, ref):
        with pytest.raises(NotFound):
            evidence.open_original(ref, by=SARI, at=MORNING, chain=CHAIN)


class WhenTheDayOfErasureComes:
    def _destroy(self, item: EvidenceItem) -> EvidenceItem:
        return evidence.destroy(item.ref, by=builders.wayan(), at=later(days=730), chain=CHAIN, reason="RETENTION")

    def it_destroys_content_and_name_and_keeps_the_record(self, folder, django_capture_on_commit_callbacks):
        item = _receive(JPEG, "Sari (contoh).jpg")
        with django_capture_on_commit_callbacks(execute=True):
            gone = self._destroy(item)
        assert not _files(folder) and not StoredContent.objects.exists()
        assert (gone.sha256, gone.size, gone.destroyed_reason) == (item.sha256, item.size, "RETENTION")
        assert evidence.original_name(gone) == "(dimusnahkan)"
        with pytest.raises(NotFound, match="dimusnahkan"):
            _open(item)
        last = trail.history(CHAIN)[-1]
        assert last.verb == "trust.evidence_destroy"
        assert last.payload == {
            "evidence": item.ref,
            "sha256": item.sha256,
            "reason": "RETENTION",
        }

    def it_makes_the_file_unreadable_even_if_it_could_not_be_unlinked(self, folder):
        item = _receive(JPEG)
        self._destroy(item)  # the transaction of the test never commits: the file stays
        assert len(_files(folder)) == 1
        fresh = _receive(JPEG)
        assert len(_files(folder)) == 2 and _open(fresh) == JPEG

    def it_keeps_content_that_another_report_still_needs(self, folder, django_capture_on_commit_callbacks):
        first, second = _receive(JPEG), _receive(JPEG, chain="report:LAP-2026-BBBB")
        with django_capture_on_commit_callbacks(execute=True):
            self._destroy(first)
        assert _open(second) == JPEG

    def it_happens_once(self):
        item = _receive(JPEG)
        self._destroy(item)
        with pytest.raises(NotFound, match="sudah dimusnahkan"):
            evidence.destroy(item.ref, by=builders.dewi(), at=MORNING, chain=CHAIN, reason="RETENTION")

    def it_is_the_only_way_the_database_lets_content_go(self):
        item = _receive(JPEG)
        with pytest.raises(IntegrityError), transaction.atomic():
            EvidenceItem.objects.filter(pk=item.pk).update(content=None)


class WhenTheHouseStoresItsOwnLetters:
    def it_gives_them_back_by_their_hash(self, folder):
        sha256 = evidence.put_document(PDF)
        assert sha256 == hashlib.sha256(PDF).hexdigest() == evidence.put_document(PDF)
        assert evidence.get_document(sha256) == PDF
        assert len(_files(folder)) == 1 and not Event.objects.exists()

    def it_keeps_a_letter_when_the_same_bytes_are_destroyed_as_evidence(self, django_capture_on_commit_callbacks):
        sha256, item = evidence.put_document(PDF), _receive(PDF)
        with django_capture_on_commit_callbacks(execute=True):
            evidence.destroy(item.ref, by=SARI, at=MORNING, chain=CHAIN, reason="RETENTION")
        assert evidence.get_document(sha256) == PDF

    def it_destroys_a_letter_when_its_case_is_erased(self, folder, django_capture_on_commit_callbacks):
        sha256 = evidence.put_document(PDF)
        with django_capture_on_commit_callbacks(execute=True):
            assert evidence.destroy_document(sha256)
        assert not _files(folder)
        assert not evidence.destroy_document(sha256)
        with pytest.raises(NotFound):
            evidence.get_document(sha256)

    def it_does_not_give_evidence_out_as_a_letter(self):
        item = _receive(JPEG)
        with pytest.raises(NotFound):
            evidence.get_document(item.sha256)
