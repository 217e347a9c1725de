"""The written notice to a reporter: a draft, changed as often as it takes, then a numbered letter that stays."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from netra.intake.keys import code_of
from netra.intake.models import Report
from netra.intake.tests.builders import OTHER_SECRET, SARI, SECRET, a_report, supervisor_office
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.trust.models import Event, User
from netra.trust.tests import builders as cast
from netra.web.words import long_date

pytestmark = pytest.mark.django_db

WRITTEN = {
    "outcome": "Diterima dan sedang diperiksa",
    "explanation": "Berkas laporan lengkap.\nPetugas memeriksa syarat formal dan materiel.",
    "next_steps": "Perkembangan dapat dilihat dengan kode laporan.",
    "signer_name": "Wayan (contoh)",
    "signer_position": "Anggota Bawaslu Kota Jambi",
}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def wayan() -> User:
    return cast.wayan()


@pytest.fixture
def report() -> Report:
    supervisor_office()
    return a_report(reporter=SARI)


def shown(response) -> str:
    return str(response.content, "utf-8")


def page(name: str, report: Report, letter: Letter | None = None) -> str:
    return reverse(name, args=[report.ref, *([letter.ref] if letter else [])])


def written_in(letter: Letter) -> dict[str, object]:
    letter.refresh_from_db()
    assert letter.data is not None
    return dict(letter.data)


def drafted(wayan: User, report: Report) -> Letter:
    assert signed_in(wayan).post(page("letter_draft", report), WRITTEN).status_code == 302
    return Letter.objects.get(kind="REPORTER_NOTICE", chain=f"report:{report.ref}")


class WhenWayanWritesToTheReporterByLetter:
    def it_begins_as_a_draft_without_a_number(self, wayan, report):
        assert page("letter_draft", report) in shown(signed_in(wayan).get(page("report", report)))
        letter = drafted(wayan, report)
        assert (letter.is_draft, letter.number) == (True, "")
        assert "Konsep, belum bernomor" in shown(signed_in(wayan).get(page("report", report)))
        preview = signed_in(wayan).get(page("notice_letter", report, letter))
        assert preview.headers["Content-Type"] == "application/pdf"
        assert says(preview.content, "KONSEP") and says(preview.content, WRITTEN["outcome"])

    def it_names_the_reporter_by_designation_and_the_article_by_which_the_report_stands(self, wayan, report):
        data = written_in(drafted(wayan, report))
        assert (data["report_ref"], data["reporter_designation"]) == (report.ref, report.designation)
        # A report of a regional election: the article of its receipt, as the trail has it.
        assert data["basis"] == [Event.objects.get(verb="intake.report_submit").citation]
        assert SARI.name not in str(data)

    def it_is_changed_before_it_is_set(self, wayan, report):
        letter = drafted(wayan, report)
        form = shown(signed_in(wayan).get(page("letter_revise", report, letter)))
        assert WRITTEN["outcome"] in form and "Wayan (contoh)" in form
        again = {**WRITTEN, "outcome": "Menunggu kelengkapan"}
        assert signed_in(wayan).post(page("letter_revise", report, letter), again).status_code == 302
        assert (written_in(letter)["outcome"], letter.is_draft) == ("Menunggu kelengkapan", True)

    def it_is_numbered_once_and_never_changes_again(self, wayan, report):
        letter = drafted(wayan, report)
        assert signed_in(wayan).post(page("letter_finalise", report, letter)).status_code == 302
        letter.refresh_from_db()
        assert letter.number.startswith("001/")
        set_already = shown(signed_in(wayan).get(page("letter_revise", report, letter)))
        assert letter.number in set_already and "Simpan perubahan" not in set_already
        answer = signed_in(wayan).post(page("letter_revise", report, letter), WRITTEN)
        assert answer.status_code == 422
        assert "tidak dapat diubah" in shown(answer)
        assert signed_in(wayan).post(page("letter_finalise", report, letter)).status_code == 409
        assert Letter.objects.filter(kind="REPORTER_NOTICE").count() == 1

    def it_gives_back_what_was_written_when_something_is_missing(self, wayan, report):
        answer = signed_in(wayan).post(page("letter_draft", report), {**WRITTEN, "explanation": ""})
        assert answer.status_code == 422
        assert WRITTEN["next_steps"] in shown(answer)
        assert not Letter.objects.filter(kind="REPORTER_NOTICE").exists()

    def it_keeps_what_was_written_out_of_the_trail(self, wayan, report):
        letter = drafted(wayan, report)
        signed_in(wayan).post(page("letter_revise", report, letter), WRITTEN)
        signed_in(wayan).post(page("letter_finalise", report, letter))
        told = Event.objects.filter(chain=f"report:{report.ref}", verb__startswith="letters.").order_by("pk")
        verbs = ["letters.letter_draft", "letters.letter_revise", "letters.letter_finalise"]
        assert [each.verb for each in told] == verbs
        assert not any(WRITTEN["outcome"] in each.payload for each in told)


class WhenTheReporterFollowsTheReport:
    def follow(self, letter: Letter) -> str:
        client = Client()
        client.post(reverse("report_follow"), {"code": code_of(SECRET)})
        status = shown(client.get(reverse("report_status")))
        return status if reverse("report_letter", args=[letter.ref]) in status else ""

    def it_shows_the_notice_only_once_it_is_set(self, wayan, report):
        letter = drafted(wayan, report)
        assert self.follow(letter) == ""
        signed_in(wayan).post(page("letter_finalise", report, letter))
        letter.refresh_from_db()
        told = self.follow(letter)
        assert "Pemberitahuan Status Laporan" in told
        assert letter.letter_date is not None
        assert f"Nomor {letter.number}, {long_date(letter.letter_date)}" in told
        assert says(pdf(letter.ref), report.designation)


class WhenItIsNotTheirs:
    @pytest.mark.parametrize("name", ["letter_draft", "letter_revise", "notice_letter"])
    def it_is_not_there_for_another_province(self, wayan, report, name):
        letter = None if name == "letter_draft" else drafted(wayan, report)
        assert signed_in(cast.maria()).get(page(name, report, letter)).status_code == 404

    def it_is_no_letter_of_another_report(self, wayan, report):
        letter = drafted(wayan, report)
        other = a_report(OTHER_SECRET)
        assert signed_in(wayan).get(page("notice_letter", other, letter)).status_code == 404
        assert signed_in(wayan).post(page("letter_revise", other, letter), WRITTEN).status_code == 404
        assert signed_in(wayan).post(page("letter_finalise", other, letter)).status_code == 404
