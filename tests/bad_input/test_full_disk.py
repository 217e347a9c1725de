"""A full disk: the operating system refuses the write, the message says so, and nothing is half-written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from netra.intake.keys import code_of
from netra.intake.models import Report
from netra.intake.operations import draft_file_add, draft_save, report_message_add, report_submit
from netra.intake.tests.builders import FRIDAY, SARI, SECRET, SENDER, a_report, a_submission, answers, sari_of
from netra.intake.uploads import NewFile
from netra.letters.models import Letter, NumberRegister
from netra.letters.operations import letter_draft, letter_finalise
from netra.letters.queries import pdf
from netra.letters.tests import builders as letters
from netra.trust import evidence, trail
from netra.trust.actors import ReporterActor
from netra.trust.models import Event
from tests.bad_input.books import books, refused
from tests.bad_input.places import fill, no_file_larger_than, tiny_disk

pytestmark = pytest.mark.django_db
PICTURE = b"\x89PNG\r\n\x1a\n" + os.urandom(200_000)
SARI_BY_CODE = ReporterActor("PLP-2024-AAAA")
CHAIN = "report:LPR-2024-AAAA"
SAYS = "Penyimpanan penuh"
# Files of people without an account are refused before the disk is full to the last byte.
SAYS_TO_STRANGERS = "Penyimpanan penuh|tidak ada ruang untuk berkas baru"

Full = Callable[[], AbstractContextManager[None]]


@contextmanager
def a_tiny_disk(settings, data_dir: Path) -> Iterator[None]:
    with tiny_disk() as folder:
        fill(folder)
        settings.DATA_DIR = folder
        try:
            yield
        finally:
            settings.DATA_DIR = data_dir


@contextmanager
def a_limit_on_files() -> Iterator[None]:
    with no_file_larger_than(2048):
        yield


@pytest.fixture(params=["no space left on the device (ENOSPC)", "no file may grow (EFBIG)"])
def full(request, settings, data_dir) -> Full:
    """Until the block ends, the operating system lets this house write no further file."""
    if "ENOSPC" in request.param:
        return lambda: a_tiny_disk(settings, data_dir)
    return a_limit_on_files


class WhenTheDiskIsFull:
    def it_takes_no_evidence_and_says_that_nothing_was_kept(self, full):
        with full(), refused(SAYS):
            evidence.receive(content=PICTURE, original_name="a.png", by=SARI_BY_CODE, at=FRIDAY, chain=CHAIN)
        item = evidence.receive(content=PICTURE, original_name="a.png", by=SARI_BY_CODE, at=FRIDAY, chain=CHAIN)
        assert evidence.open_original(item.ref, by=SARI_BY_CODE, at=FRIDAY, chain=CHAIN) == PICTURE

    def it_takes_no_report_whose_file_it_cannot_keep_and_the_same_form_passes_later(self, full):
        def submit():
            return report_submit(
                submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY, files=[NewFile("a.png", PICTURE)]
            )

        with full(), refused(SAYS_TO_STRANGERS):
            submit()
        assert not Report.objects.exists() and not Event.objects.exists()
        receipt = submit()
        assert receipt.code == code_of(SECRET)
        assert trail.verify_chain(f"report:{receipt.report_ref}").ok

    def it_keeps_the_draft_with_every_answer_when_a_file_does_not_fit(self, full):
        draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
        with full(), refused(SAYS_TO_STRANGERS):
            draft_file_add(sender=SENDER, secret=SECRET, content=PICTURE, name="a.png", at=FRIDAY)
        assert draft_file_add(sender=SENDER, secret=SECRET, content=PICTURE, name="a.png", at=FRIDAY).size == len(
            PICTURE
        )

    def it_sends_no_message_without_its_file(self, full):
        report = a_report()
        with full(), refused(SAYS_TO_STRANGERS):
            report_message_add(
                report_ref=report.ref,
                body="Ini fotonya.",
                token="token",
                by=sari_of(report),
                at=FRIDAY,
                files=[NewFile("a.png", PICTURE)],
            )
        assert not report.messages.exists()

    def it_consumes_no_number_for_a_letter_that_it_cannot_keep(self, full):
        letters.make_agency()
        by = letters.dewi()
        draft = letter_draft(**letters.step(by=by))
        with full(), refused(SAYS):
            letter_finalise(letter_ref=draft.ref, by=by, at=letters.AT)
        assert Letter.objects.get().is_draft and not NumberRegister.objects.exists()
        letter = letter_finalise(letter_ref=draft.ref, by=by, at=letters.AT)
        assert letter.sequence == 1
        assert pdf(letter.ref).startswith(b"%PDF")

    def it_tells_the_reporter_on_the_page_of_the_form(self, full):
        client = Client()
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        address = reverse("draft_save", kwargs={"step": "bukti"})
        with full(), Path(__file__).open("rb") as file:
            page = client.post(address, {"other_evidence": "Saksi dua orang.", "uploads": file})
        assert page.status_code == 422
        assert re.search(SAYS_TO_STRANGERS, page.content.decode())
        assert "Saksi dua orang." in client.get(address).content.decode()

    def it_answers_an_upload_that_finds_no_room_on_its_way_in(self, full, settings):
        client = Client(raise_request_exception=False)
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        address = reverse("draft_save", kwargs={"step": "bukti"})
        client.post(address, {"other_evidence": "Saksi dua orang."})
        large = SimpleUploadedFile("besar.png", PICTURE * 6)
        with full():
            settings.FILE_UPLOAD_TEMP_DIR = str(settings.DATA_DIR)
            page = client.post(address, {"other_evidence": "Saksi tiga orang.", "uploads": large})
            assert page.status_code == 503
            assert "Penyimpanan sementara server penuh" in page.content.decode()
            # What was typed beside the file is offered for sending without it, and then is kept.
            assert '<input type="hidden" name="other_evidence" value="Saksi tiga orang.">' in page.content.decode()
            assert "Saksi dua orang." in client.get(address).content.decode()
        settings.FILE_UPLOAD_TEMP_DIR = None
        client.post(address, {"other_evidence": "Saksi tiga orang."})
        assert "Saksi tiga orang." in client.get(address).content.decode()

    def it_does_not_take_a_form_for_one_without_the_file_that_found_no_room(self, full, settings):
        client = Client(raise_request_exception=False)
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        address = reverse("draft_save", kwargs={"step": "bukti"})
        files = [SimpleUploadedFile("kecil.png", PICTURE[:900]), SimpleUploadedFile("besar.png", PICTURE * 6)]
        with full():
            settings.FILE_UPLOAD_TEMP_DIR = str(settings.DATA_DIR)
            assert client.post(address, {"other_evidence": "", "uploads": files}).status_code == 503
        settings.FILE_UPLOAD_TEMP_DIR = None
        assert "kecil.png" not in client.get(address).content.decode()


@pytest.fixture
def full_database() -> Iterator[None]:
    """SQLite may not take one page more; the limit is SQLite's own, so the refusal is too."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own limit on pages")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute("PRAGMA max_page_count")
        most = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count = {most}")


@pytest.mark.django_db(transaction=True)
class WhenTheDatabaseIsFull:
    def it_rolls_the_whole_report_back(self, full_database):
        before = books()
        with pytest.raises(OperationalError, match="full"):
            report_submit(submission=a_submission(what="x" * 200_000), secret=SECRET, at=FRIDAY)
        assert books() == before

    def it_shows_a_page_that_keeps_what_was_typed(self, full_database):
        client = Client(raise_request_exception=False)
        story = "Camat memerintahkan staf memasang spanduk. " * 3000
        page = client.post(reverse("draft_save", kwargs={"step": "apa"}), {"what": story})
        assert page.status_code == 503
        text = page.content.decode()
        assert "Netra sedang tidak dapat menyimpan" in text
        assert "Tidak ada yang tersimpan setengah." in text
        assert story.strip() in text
