"""One sender opens and fills a limited share of unsent reports in a day; nobody is known by it, and nothing is lost."""

from __future__ import annotations

from datetime import datetime

import pytest

from netra.intake.drafting import DraftFileView
from netra.intake.models import DraftFile, ReportDraft
from netra.intake.operations import draft_discard, draft_file_add, draft_save, report_submit
from netra.intake.operations.allowance import SenderFull, TooManyDrafts
from netra.intake.queries import draft
from netra.intake.tests.builders import FRIDAY, PICTURE, SENDER, a_submission, answers, later
from netra.trust.models import SenderDay

pytestmark = pytest.mark.django_db

NEIGHBOUR = "203.0.113.8"


def secret_of(number: int) -> str:
    return f"a-secret-as-long-as-those-made-here-{number}"


def begin(number: int, *, sender: str = SENDER, at: datetime = FRIDAY) -> None:
    draft_save(secret=secret_of(number), answers=answers(), sender=sender, at=at)


def upload(number: int, *, size: int = 1000, sender: str = SENDER, at: datetime = FRIDAY) -> DraftFileView:
    content = PICTURE[:8] + bytes([number]) * (size - 8)
    return draft_file_add(secret=secret_of(number), content=content, name="foto.png", sender=sender, at=at)


class WhenOneSenderOpensManyReports:
    @pytest.fixture(autouse=True)
    def three_a_day(self, settings):
        settings.SENDER_DRAFTS = 3

    def it_may_open_so_many_and_is_told_kindly_of_the_next(self):
        for number in range(3):
            begin(number)
        with pytest.raises(TooManyDrafts, match=r"sudah dimulai 3 laporan hari ini.*Coba lagi besok"):
            begin(3)
        assert ReportDraft.objects.count() == 3

    def it_goes_on_writing_what_it_has_begun(self):
        for number in range(3):
            begin(number)
        draft_save(secret=secret_of(0), answers={"what": "Lanjut"}, sender=SENDER, at=later(hours=1))
        report_submit(submission=a_submission(), secret=secret_of(0), at=later(hours=2))

    def it_keeps_nobody_else_waiting_and_begins_anew_the_next_day(self):
        for number in range(3):
            begin(number)
        begin(4, sender=NEIGHBOUR)
        begin(5, at=later(days=1))
        assert ReportDraft.objects.count() == 5

    def it_gains_nothing_by_throwing_away_what_it_began(self):
        for number in range(3):
            begin(number)
            draft_discard(secret=secret_of(number))
        with pytest.raises(TooManyDrafts):
            begin(3)


class WhenOneSenderFillsManyReports:
    @pytest.fixture(autouse=True)
    def three_thousand_bytes_a_day(self, settings):
        settings.SENDER_LIMIT_BYTES = 3000

    def it_fills_no_more_than_its_share_however_many_reports_it_opens(self):
        for number in range(3):
            upload(number)
        with pytest.raises(SenderFull, match=r"paling banyak 3000 byte.*dapat menyusul lewat halaman kode"):
            upload(3)
        assert DraftFile.objects.count() == 3

    def it_loses_neither_answers_nor_files_and_can_send(self):
        for number in range(3):
            upload(number)
        with pytest.raises(SenderFull):
            upload(2, size=1001)
        draft_save(secret=secret_of(2), answers=answers(), sender=SENDER, at=FRIDAY)
        kept = draft(secret_of(2))
        assert kept is not None and [file.size for file in kept.files] == [1000]
        report_submit(submission=a_submission(), secret=secret_of(2), at=FRIDAY)

    def it_does_not_count_the_same_file_sent_again_over_a_bad_line(self):
        for _again in range(5):
            upload(0)
        upload(1, size=2000)

    def it_keeps_nobody_else_waiting(self):
        upload(0, size=3000)
        upload(1, size=3000, sender=NEIGHBOUR)
        upload(2, size=3000, at=later(days=1))


class WhenATableKnowsASender:
    def it_is_another_hash_every_day_tied_to_no_report(self):
        begin(0)
        first = SenderDay.objects.get()
        assert SENDER not in first.sender_hash
        begin(1, at=later(days=1))
        second = SenderDay.objects.get()
        assert first.sender_hash != second.sender_hash
        held = {field.name for field in SenderDay._meta.get_fields()}
        assert held == {"id", "sender_hash", "day", "begun", "size"}

    def it_is_forgotten_the_next_day(self):
        begin(0)
        upload(0)
        begin(1, sender=NEIGHBOUR, at=later(days=1))
        assert SenderDay.objects.get().begun == 1
