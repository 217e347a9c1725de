"""Whom the story of a report names: proposed to its officer filled into a form on request, kept nowhere."""

from __future__ import annotations

import re

import pytest

from netra.cases.models import Party
from netra.cases.tests.builders import make_report, register
from netra.intake.models import Report, ReportedPerson
from netra.intake.tests.builders import a_report
from netra.matching.mentions import GROUND_WORDS, PART_WORDS
from netra.trust.models import Event
from netra.web.intake.mentioned import SAID
from netra.web.tests.cases_scene import Cast, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db

STORY = (
    "Pak Camat Telanaipura, H. Ramlan Sadewa (contoh), membagikan kaus di Jl. Jenderal Sudirman. "
    "Ia menyuruh warga memilih Ibu Sekar Melati (contoh). Budi Santoso diduga ikut membagikan. Pak Lurah diam saja."
)


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


@pytest.fixture
def report(cast) -> Report:
    return make_report(cast, what=STORY)


def section(shown: str) -> str:
    """The part of the page on who is named."""
    found = re.search(r'<section aria-labelledby="disebut">.*?</section>', shown, re.DOTALL)
    return found.group() if found else ""


def chosen(report: Report, shown: str) -> list[str]:
    return re.findall(rf'href="(/perkara/[^"]*{report.ref}/\?disebut=\d+|/perkara/[^"]*\?disebut=\d+)"', shown)


class WhenTheOfficerReadsTheReport:
    def it_proposes_who_is_named_with_the_words_marked(self, cast, report) -> None:
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        marked = re.findall("<mark>(.*?)</mark>", shown)
        assert marked == ["H. Ramlan Sadewa", "Ibu Sekar Melati", "Budi Santoso", "Pak Lurah"]

    def it_says_that_this_is_no_accusation_and_why_it_is_proposed(self, cast, report) -> None:
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        assert "bukan tuduhan" in shown
        assert "Usulan peran: diuntungkan" in shown
        assert "kata “memilih” di depannya" in shown
        assert "jabatan tanpa nama" in shown

    def it_stores_nothing(self, cast, report) -> None:
        before = Event.objects.count(), ReportedPerson.objects.count()
        page(cast.wayan, f"/laporan/{report.ref}/")
        assert (Event.objects.count(), ReportedPerson.objects.count()) == before

    def it_says_whom_the_reporter_named_already(self, cast, report) -> None:
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        budi = shown.split("<strong><bdi>Budi Santoso")[1].split("</div>")[0]
        assert "Sudah ditulis pelapor sebagai terlapor." in budi
        assert "?disebut=" not in budi

    def it_offers_no_form_for_whom_the_words_make_favoured(self, cast, report) -> None:
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        sekar = shown.split("<strong><bdi>Ibu Sekar Melati")[1].split("</div>")[0]
        assert "?disebut=" not in sekar
        assert "terlapor-2-name" not in page(cast.wayan, f"/perkara/baru/{report.ref}/?disebut=2")

    def it_shows_nothing_where_nobody_is_named(self, cast) -> None:
        report = make_report(cast, what="Kaus dibagikan di Jl. Jenderal Sudirman.")
        assert section(page(cast.wayan, f"/laporan/{report.ref}/")) == ""

    def it_also_reads_how_the_reporter_knows_and_what_else_may_prove_it(self, cast) -> None:
        report = make_report(
            cast,
            what="Kaus dibagikan di kantor camat.",
            how_known="Diceritakan oleh Bapak Tegar Wibisana (contoh), yang hadir.",
            other_evidence="Rekaman ada pada Ibu Sekar Melati (contoh).",
        )
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        assert re.findall("<mark>(.*?)</mark>", shown) == ["Bapak Tegar Wibisana", "Ibu Sekar Melati"]
        assert "<bdi>Diceritakan oleh <mark>" in shown
        assert "Kaus dibagikan" not in shown

    def it_makes_nobody_accused_by_a_click_because_he_told_of_it(self, cast) -> None:
        report = make_report(cast, what=STORY, how_known="Dari Bapak Tegar Wibisana (contoh).")
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        tegar = shown.split("<strong><bdi>Bapak Tegar")[1].split("</div>")[0]
        assert "?disebut=" not in tegar

    def it_counts_somebody_once_who_is_named_in_two_answers(self, cast) -> None:
        report = make_report(cast, what=STORY, how_known="Saya melihat Pak Ramlan Sadewa membagikannya.")
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        assert len(re.findall(r"<strong><bdi>[^<]*Ramlan", shown)) == 1
        assert "<mark>Pak Ramlan Sadewa</mark> membagikannya." in shown

    def it_shows_what_is_hostile_as_text(self, cast) -> None:
        report = make_report(cast, what='Sdr. Ramlan <script>alert("x")</script> membagikan <b>kaus</b>.')
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        assert "<mark>Sdr. Ramlan</mark>" in shown
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown

    def it_offers_no_form_before_the_report_may_become_a_case(self, cast) -> None:
        report = a_report(what=STORY)
        shown = section(page(cast.wayan, f"/laporan/{report.ref}/"))
        assert "Ramlan Sadewa" in shown
        assert "?disebut=" not in shown


class WhenTheOfficerChoosesAProposal:
    def it_fills_the_form_of_a_new_case_beside_whom_the_reporter_named(self, cast, report) -> None:
        first = chosen(report, section(page(cast.wayan, f"/laporan/{report.ref}/")))[0]
        assert "Ramlan" not in first
        form = page(cast.wayan, first)
        assert 'name="terlapor-1-name" value="Budi Santoso (contoh)"' in form
        assert 'name="terlapor-2-name" value="H. Ramlan Sadewa"' in form
        assert 'name="terlapor-2-position_title" value="Camat Telanaipura"' in form
        assert not Party.objects.exists()

    def it_fills_the_form_of_another_accused_once_there_is_a_case(self, cast, report) -> None:
        case = register(cast, report)
        first = chosen(report, section(page(cast.wayan, f"/laporan/{report.ref}/")))[0]
        assert first.startswith(f"/perkara/{case.ref}/")
        form = page(cast.wayan, first)
        assert 'name="name" value="H. Ramlan Sadewa"' in form
        assert not case.parties.filter(name__contains="Ramlan").exists()

    @pytest.mark.parametrize("number", ["0", "99", "abc", "-1", "3", ""])
    def it_leaves_the_form_as_it_is_for_a_number_that_stands_for_nobody_new(self, cast, report, number) -> None:
        form = page(cast.wayan, f"/perkara/baru/{report.ref}/?disebut={number}")
        assert "terlapor-2-name" not in form

    def it_says_nothing_to_who_may_not_read_the_report(self, cast, report) -> None:
        assert signed_in(cast.maria).get(f"/perkara/baru/{report.ref}/?disebut=1").status_code in (403, 404)
        assert signed_in(cast.maria).get(f"/laporan/{report.ref}/").status_code in (403, 404)


def test_what_the_room_says_is_known_to_the_translations() -> None:
    assert set(SAID) == {*GROUND_WORDS.values(), *PART_WORDS.values()}
