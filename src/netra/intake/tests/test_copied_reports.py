"""A text that many send on, and a file that comes again, are proposed wherever and whenever; only to who reads both."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.intake.copies import rebuild_sketches, sketches_ready
from netra.intake.models import Report, StoryBand, StorySketch
from netra.intake.operations import report_erase, report_submit
from netra.intake.queries import suspected_duplicates, why_alike
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.intake.tests.builders import (
    FRIDAY,
    OTHER_SECRET,
    PICTURE,
    SARI,
    a_report,
    a_submission,
    agency,
    later,
    supervisor_office,
)
from netra.intake.uploads import NewFile
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db

POST = (
    "Lurah Contoh mengumpulkan warga di balai desa pada Selasa malam dan meminta semua yang hadir memilih pasangan "
    "nomor dua, dengan janji bantuan sembako dibagikan sesudah pencoblosan kepada yang ikut."
)
COPIED = f"Diteruskan berkali-kali\nRT @warga: {POST} 🔥 https://contoh.example/v/9 1,2 rb suka"
# Another person, place and year: nothing but the text is the same.
ELSEWHERE: dict[str, Any] = {
    "persons": (),
    "region_code": "15.05",
    "act_date": date(2024, 1, 9),
    "known_date": date(2024, 1, 9),
    "at": later(hours=5),
}


@pytest.fixture
def nyoman():
    """An officer of the province, who reads the reports of its cities and regencies."""
    return cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15")


def test_a_post_with_another_link_is_found_in_another_place_and_month_and_its_words_are_shown(nyoman):
    report, copy = a_report(what=POST), a_report(OTHER_SECRET, what=COPIED, **ELSEWHERE)
    (found,) = suspected_duplicates(nyoman, report.ref, at=FRIDAY)

    assert found.ref == copy.ref
    assert found.reasons[0] == "Tulisannya sama."
    assert found.copy is not None
    assert found.copy.passages[0].startswith("lurah contoh mengumpulkan warga di balai desa")
    assert (found.copy.only_here, found.copy.only_there) == ((), ())


def test_where_two_alike_texts_part_is_told(nyoman):
    report = a_report(what=POST)
    other = a_report(OTHER_SECRET, what=POST.replace("Contoh", "Lain").replace("balai desa", "lapangan"), **ELSEWHERE)
    found = why_alike(nyoman, report.ref, other.ref, at=FRIDAY)

    assert found is not None and found.copy is not None
    assert found.reasons[0].startswith("Tulisannya mirip: ")
    assert found.copy.only_here == ("contoh", "balai", "desa")
    assert found.copy.only_there == ("lain", "lapangan")


def test_an_officer_of_one_city_is_not_told_of_a_copy_sent_to_another():
    report, copy = a_report(what=POST), a_report(OTHER_SECRET, what=COPIED, **ELSEWHERE)
    wayan = cast.wayan()

    assert suspected_duplicates(wayan, report.ref, at=FRIDAY) == []
    with pytest.raises(NotFound):
        why_alike(wayan, report.ref, copy.ref, at=FRIDAY)


def test_a_copy_that_goes_past_an_office_is_proposed_to_nobody_there():
    agency()
    supervisor_office()
    wayan, report = cast.wayan(), a_report(what=POST)
    superior = (Person(agency="Bawaslu Kota Jambi", is_superior=True),)
    a_report(OTHER_SECRET, what=COPIED, kind=Kind.SUPERIOR_PRESSURE, persons=superior)

    assert suspected_duplicates(wayan, report.ref, at=FRIDAY) == []


def test_the_same_file_speaks_for_itself_whatever_was_written(nyoman):
    first, second = (
        report_submit(
            submission=a_submission(what=what, **given), secret=secret, at=FRIDAY, files=[NewFile(name, PICTURE)]
        )
        for what, secret, name, given in (
            ("Foto ini menunjukkan pejabat di panggung.", "f" * 40, "foto.png", {}),
            (
                "Lihat gambar terlampir, tolong diproses.",
                "g" * 40,
                "IMG_01.png",
                {"region_code": "15.05", "persons": ()},
            ),
        )
    )
    (found,) = suspected_duplicates(nyoman, first.report_ref, at=FRIDAY)

    assert found.ref == second.report_ref
    assert "Berkas yang persis sama dilampirkan pada keduanya: 1." in found.reasons


def test_another_file_says_nothing(nyoman):
    for secret, content in (("f" * 40, PICTURE), ("g" * 40, PICTURE + b"1")):
        submission = a_submission(
            what=secret[:1] * 12, persons=(), region_code="15.71" if secret[0] == "f" else "15.05"
        )
        report_submit(submission=submission, secret=secret, at=FRIDAY, files=[NewFile("a.png", content)])

    assert suspected_duplicates(nyoman, Report.objects.earliest("pk").ref, at=FRIDAY) == []


@pytest.mark.parametrize("story", ["", "🔥🔥", "Tidak netral.", "a" * 10_000, "= " * 5_000, "\u202e\u200b" * 400])
def test_hardly_any_words_are_no_copy_of_one_another(nyoman, story):
    report = a_report(what=story)
    a_report(OTHER_SECRET, what=story, **ELSEWHERE)

    assert suspected_duplicates(nyoman, report.ref, at=FRIDAY) == []


def test_who_reported_plays_no_part(nyoman):
    """Two reports of one person, under the same sealed name: nothing tells that."""
    report = a_report(what=POST, reporter=SARI)
    a_report(OTHER_SECRET, what="Camat Lain berfoto dengan calon lalu mengunggahnya.", reporter=SARI, **ELSEWHERE)

    assert suspected_duplicates(nyoman, report.ref, at=FRIDAY) == []


def test_an_erased_report_leaves_nothing_in_the_index(nyoman):
    report, copy = a_report(what=POST), a_report(OTHER_SECRET, what=COPIED, **ELSEWHERE)
    assert StoryBand.objects.filter(report=copy).exists()
    # The locks of the row ask for a second person; whether two people erased is told elsewhere.
    copy.erasures.create(
        reason="jadwal", requested_by_ref="a", requested_at=FRIDAY, approved_by_ref="b", approved_at=FRIDAY
    )
    report_erase(report_ref=copy.ref, by=nyoman, at=FRIDAY)

    assert not StoryBand.objects.filter(report=copy).exists()
    assert suspected_duplicates(nyoman, report.ref, at=FRIDAY) == []
    assert sketches_ready()


class WhenReportsWereThereBeforeTheIndex:
    @pytest.fixture(autouse=True)
    def pair(self, db):
        self.report, self.copy = a_report(what=POST), a_report(OTHER_SECRET, what=COPIED, **ELSEWHERE)
        StorySketch.objects.all().delete()
        StoryBand.objects.all().delete()

    def test_the_index_is_not_whole_until_it_is_made(self, nyoman):
        assert not sketches_ready()
        told: list[int] = []
        assert rebuild_sketches(progress=told.append) == 2
        assert (sketches_ready(), told) == (True, [2])
        assert [each.ref for each in suspected_duplicates(nyoman, self.report.ref, at=FRIDAY)] == [self.copy.ref]

    def test_a_stopped_making_goes_on_where_it_was_and_the_oldest_comes_last(self, monkeypatch):
        monkeypatch.setattr("netra.intake.copies.REPORTS_PER_BATCH", 1)

        def killed(_done):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            rebuild_sketches(progress=killed)
        assert [each.report_id for each in StorySketch.objects.all()] == [self.copy.pk]
        assert not sketches_ready()
        assert rebuild_sketches() == 1
        assert sketches_ready()

    def test_made_anew_it_reads_all_and_changes_nothing(self):
        rebuild_sketches()
        before = sorted(StoryBand.objects.values_list("report", "band"))
        assert (rebuild_sketches(), rebuild_sketches(anew=True)) == (0, 2)
        assert sorted(StoryBand.objects.values_list("report", "band")) == before


def test_an_instance_without_reports_has_a_whole_index():
    assert sketches_ready()
    assert rebuild_sketches() == 0
