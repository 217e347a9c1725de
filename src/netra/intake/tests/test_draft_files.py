"""A file saved with a form lies on the disk once: as evidence it is what was uploaded, where it was written."""

from __future__ import annotations

import pytest

from netra.intake import keys
from netra.intake.drafting import file_content
from netra.intake.models import DraftFile, Report
from netra.intake.operations import draft_discard, draft_file_add, report_submit
from netra.intake.queries import draft
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, PICTURE, SARI, SECRET, SENDER, a_submission
from netra.trust import evidence
from netra.trust.evidence import EvidenceDamaged, vault
from netra.trust.models import EvidenceItem, StoredContent
from netra.trust.sealing import SealBroken
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.django_db


def add(secret: str = SECRET, content: bytes = PICTURE) -> None:
    draft_file_add(sender=SENDER, secret=secret, content=content, name="panggung.png", at=FRIDAY)


def send(secret: str = SECRET) -> EvidenceItem:
    """The evidence of the report that this form became."""
    receipt = report_submit(submission=a_submission(reporter=SARI), secret=secret, at=FRIDAY)
    assert verify_chain(f"report:{receipt.report_ref}").ok
    return evidence.items_of(f"report:{receipt.report_ref}")[0]


def content_of(item: EvidenceItem) -> bytes:
    assert item.content is not None
    return vault.load(item.content)


def file_on_disk() -> tuple[str, int, int]:
    path = vault.path_of(StoredContent.objects.get())
    return str(path), path.stat().st_ino, path.stat().st_mtime_ns


def test_sending_writes_no_byte_of_the_file_again():
    add()
    before = file_on_disk()
    item = send()

    assert file_on_disk() == before
    assert content_of(item) == PICTURE


def test_the_place_of_an_unsent_file_does_not_tell_what_it_holds():
    add()
    sha256 = send().sha256
    add(OTHER_SECRET)

    row = StoredContent.objects.get(shelf="unsent")
    assert sha256 not in (row.sha256, row.object_name)
    assert not vault.path_of(row).name.startswith(sha256[:8])


def test_without_the_secret_an_unsent_file_stays_closed():
    add()

    with pytest.raises(SealBroken):
        file_content(DraftFile.objects.get(), OTHER_SECRET)


def test_the_same_file_in_two_reports_is_kept_once(django_capture_on_commit_callbacks):
    add()
    add(OTHER_SECRET)
    paths = [vault.path_of(row) for row in StoredContent.objects.order_by("pk")]
    with django_capture_on_commit_callbacks(execute=True):
        first, second = send(), send(OTHER_SECRET)

    assert StoredContent.objects.get().shelf == "evidence"
    assert [path.exists() for path in paths] == [True, False]
    assert content_of(first) == content_of(second) == PICTURE


def test_a_kept_copy_that_was_damaged_is_mended_by_the_same_file_sent_again():
    add()
    first = send()
    assert first.content is not None
    vault.path_of(first.content).write_bytes(b"rusak")
    add(OTHER_SECRET)

    assert content_of(send(OTHER_SECRET)) == PICTURE


def test_a_file_that_was_changed_on_the_disk_is_not_taken_for_evidence():
    add()
    vault.path_of(StoredContent.objects.get()).write_bytes(b"lain")

    with pytest.raises(EvidenceDamaged, match="berubah sejak diterima"):
        send()
    assert not Report.objects.exists() and draft(SECRET) is not None


def test_discarding_destroys_the_file(django_capture_on_commit_callbacks):
    add()
    path = vault.path_of(StoredContent.objects.get())
    with django_capture_on_commit_callbacks(execute=True):
        draft_discard(secret=SECRET)

    assert not path.exists() and not StoredContent.objects.exists()


def test_a_draft_from_before_files_were_written_once_is_sent_with_its_file(django_capture_on_commit_callbacks):
    add()
    file = DraftFile.objects.get()
    StoredContent.objects.all().delete()
    file.document_sha256 = evidence.put_document(keys.seal(SECRET, PICTURE))
    file.save()
    assert file_content(file, SECRET) == PICTURE
    with django_capture_on_commit_callbacks(execute=True):
        item = send()

    assert content_of(item) == PICTURE
    assert StoredContent.objects.get().shelf == "evidence"
