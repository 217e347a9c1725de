"""A draft is saved step by step, can be read by its writer alone, and becomes one report."""

from datetime import timedelta

import pytest

from netra.intake.drafting import Draft, file_content
from netra.intake.models import DraftFile, Report, ReportDraft
from netra.intake.operations import (
    AlreadySent,
    draft_discard,
    draft_file_add,
    draft_file_remove,
    draft_save,
    drafts_purge,
    report_submit,
)
from netra.intake.operations.drafts import NoSpaceLeft
from netra.intake.queries import draft
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, PICTURE, SECRET, SENDER, a_submission, answers, later
from netra.intake.uploads import TooManyFiles
from netra.trust import evidence
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceRefused, vault
from netra.trust.models import Event, StoredContent

pytestmark = pytest.mark.django_db


def add(content=PICTURE, name="panggung.png", secret=SECRET, sender=SENDER):
    return draft_file_add(sender=sender, secret=secret, content=content, name=name, at=FRIDAY)


def saved(secret: str = SECRET) -> Draft:
    """The draft of this secret, which is there."""
    found = draft(secret)
    assert found is not None
    return found


def test_steps_are_saved_one_after_the_other_good_or_bad():
    draft_save(sender=SENDER, secret=SECRET, answers={"what": "Pertama", "act_date": "besok"}, at=FRIDAY)
    draft_save(sender=SENDER, secret=SECRET, answers={"region": "Kota Jambi", "what": "Kedua"}, at=later(hours=1))

    assert saved().answers == {"what": "Kedua", "act_date": "besok", "region": "Kota Jambi"}


def test_what_the_form_does_not_ask_is_not_kept():
    draft_save(sender=SENDER, secret=SECRET, answers={"what": "Ada", "csrfmiddlewaretoken": "x"}, at=FRIDAY)

    assert saved().answers == {"what": "Ada"}


def test_nobody_else_finds_or_reads_a_draft():
    draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
    add()
    row, file = ReportDraft.objects.get(), DraftFile.objects.get()

    assert draft(OTHER_SECRET) is None
    assert SECRET not in row.secret_fingerprint
    on_disk = vault.path_of(StoredContent.objects.get()).read_bytes()
    for stored in (bytes(row.sealed_answers), bytes(file.sealed_name), on_disk):
        assert not any(word in stored for word in (b"Budi", b"panggung", PICTURE[:8]))


def test_a_draft_leaves_no_trace_in_the_trail():
    draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
    add()

    assert Event.objects.count() == 0


def test_files_are_listed_with_their_names_and_can_be_taken_out():
    kept, gone = add(), add(b"lain", "salah.txt")
    draft_file_remove(secret=SECRET, file_ref=gone.ref, at=FRIDAY)

    assert [file.name for file in saved().files] == ["panggung.png"]
    assert saved().files[0].ref == kept.ref
    assert StoredContent.objects.count() == 1


def test_somebody_elses_file_cannot_be_taken_out():
    theirs = add(secret=OTHER_SECRET)

    with pytest.raises(NotFound):
        draft_file_remove(secret=SECRET, file_ref=theirs.ref, at=FRIDAY)


def test_the_same_file_in_two_drafts_is_two_documents():
    add()
    add(secret=OTHER_SECRET)
    draft_discard(secret=OTHER_SECRET)

    assert file_content(DraftFile.objects.get(), SECRET) == PICTURE


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "kosong"), (b"x" * (20 * 1024 * 1024 + 1), r"Berkas ini 20,0 MB \(20\.971\.521 byte\); batasnya")],
    ids=["empty", "too big"],
)
def test_an_empty_or_too_big_file_is_refused_at_its_own_step_with_the_size_that_was_found(content, says):
    with pytest.raises(EvidenceRefused, match=says):
        add(content)

    assert StoredContent.objects.count() == 0


def test_a_file_of_exactly_the_limit_is_taken(settings):
    settings.EVIDENCE_LIMIT_BYTES = 1000

    assert add(b"x" * 1000).size == 1000


def test_more_than_twenty_files_are_refused():
    for number in range(20):
        add(b"x%d" % number)

    with pytest.raises(TooManyFiles, match="paling banyak 20"):
        add(b"one more")


def test_a_sent_draft_becomes_evidence_and_is_gone():
    draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
    add()
    receipt = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY)

    (item,) = evidence.items_of(f"report:{receipt.report_ref}")
    assert evidence.original_name(item) == "panggung.png"
    assert item.size == len(PICTURE)
    assert draft(SECRET) is None
    assert DraftFile.objects.count() == 0
    assert StoredContent.objects.get().shelf == "evidence"


def test_a_sent_draft_cannot_be_written_again():
    report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY)

    with pytest.raises(AlreadySent, match="sudah terkirim"):
        draft_save(sender=SENDER, secret=SECRET, answers={"what": "Lagi"}, at=FRIDAY)
    with pytest.raises(AlreadySent):
        add()


def test_a_draft_left_alone_for_two_weeks_is_destroyed_with_its_files():
    draft_save(sender=SENDER, secret=SECRET, answers=answers(), at=FRIDAY)
    add()
    draft_save(sender=SENDER, secret=OTHER_SECRET, answers=answers(), at=later(days=10))

    assert drafts_purge(at=FRIDAY + timedelta(days=14)) == 0
    assert drafts_purge(at=FRIDAY + timedelta(days=14, seconds=1)) == 1
    assert draft(SECRET) is None
    assert draft(OTHER_SECRET) is not None
    assert StoredContent.objects.count() == 0


def test_purging_destroys_no_report():
    report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY)

    assert drafts_purge(at=later(days=100)) == 0
    assert Report.objects.count() == 1


def test_a_stranger_who_sends_nothing_cannot_fill_the_disk(settings):
    settings.UNSENT_LIMIT_BYTES = 3 * len(PICTURE)
    for number in range(3):
        add(bytes([number]) + PICTURE[1:], secret=OTHER_SECRET)

    with pytest.raises(NoSpaceLeft, match="Kirim laporan tanpa berkas ini"):
        add()

    assert DraftFile.objects.count() == 3
    draft_save(sender=SENDER, secret=SECRET, answers={"what": "Tanpa berkas dulu"}, at=FRIDAY)
    assert saved().answers == {"what": "Tanpa berkas dulu"}


def test_one_writer_does_not_take_the_room_of_all(settings):
    """Three files fill one report; a fourth waits until it is sent, and another writer is not touched."""
    megabyte = 1024 * 1024
    settings.DRAFT_LIMIT_BYTES = 3 * megabyte
    for letter in b"abc":
        add(bytes([letter]) * megabyte)
    with pytest.raises(TooManyFiles, match=r"paling besar 3 MB\. Berkas sebelumnya tetap tersimpan"):
        add(b"d")
    assert add(b"a" * megabyte).size == megabyte, "the same file sent again over a bad line is no new one"
    assert len(saved().files) == 3
    add(b"e", secret=OTHER_SECRET)


def test_a_limit_below_one_megabyte_is_told_in_bytes(settings):
    settings.DRAFT_LIMIT_BYTES = 1000
    with pytest.raises(TooManyFiles, match="paling besar 1000 byte"):
        add(b"x" * 1001)


def test_a_file_taken_out_leaves_its_room_to_the_next(settings):
    settings.DRAFT_LIMIT_BYTES = len(PICTURE)
    first = add()
    draft_file_remove(secret=SECRET, file_ref=first.ref, at=FRIDAY)
    assert add(b"z" * len(PICTURE)).size == len(PICTURE)


def test_room_that_drafts_leave_is_room_again(settings):
    settings.UNSENT_LIMIT_BYTES = len(PICTURE)
    add(secret=OTHER_SECRET)
    draft_discard(secret=OTHER_SECRET)

    add()

    assert DraftFile.objects.count() == 1


def test_unsent_files_leave_the_last_gigabyte_of_the_disk_to_those_who_work_here(disk_with):
    disk_with(free=1024**3 + 1_000)
    add(PICTURE + b"x" * 500)
    with pytest.raises(NoSpaceLeft):
        add(PICTURE + b"y" * 2_000)
