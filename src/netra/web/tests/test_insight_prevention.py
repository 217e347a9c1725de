"""Officers read, download and print what prevention came to in their place, and nobody else's."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from netra.insight.tests.effect_builders import ON, Story, alleged
from netra.letters.tests.pdf_text import pdf_text
from netra.prevention.operations import instrument_acknowledge, instrument_open
from netra.prevention.tests import outreach_builders as outreach
from netra.prevention.tests.builders import QUESTION, at, issued, serving, token
from netra.registry.models import Agency
from netra.trust.models import User

pytestmark = pytest.mark.django_db
PAGE = "/wawasan/pencegahan/"
MAY = "?tempat=JAMBI-KOTA&bulan=2018-05"
KEYS = (
    *("rasio", "sebelum-sesudah", "bertahap", "surat", "unit", "bulan", "waktu"),
    *("soal-surat", "tes", "soal-tes", "rencana"),
)


@pytest.fixture
def story(monkeypatch) -> Story:
    monkeypatch.setattr("netra.web.insight_prevention.today", lambda: ON)
    monkeypatch.setattr("netra.web.doors.today", lambda: ON)
    return Story()


def read(user: User, path: str = PAGE + MAY) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode("utf-8-sig")


def rows(user: User, key: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(read(user, f"{PAGE}{key}.csv{MAY}"))))


def test_every_table_names_its_unit_of_count_and_has_its_file(story):
    page = read(story.dewi)
    assert page.count("Satuan hitung:") == len(KEYS)
    for key in KEYS:
        assert f'id="t-{key}"' in page
    for key in ("rasio", "unit", "bulan", "rencana"):
        assert f'href="/wawasan/pencegahan/{key}.csv?tempat=JAMBI-KOTA&amp;bulan=2018-05"' in page
    # A bar for a ratio would hide its interval.
    assert "/wawasan/pencegahan/rasio.svg" not in page
    assert 'src="/wawasan/pencegahan/unit.svg' in page


def test_the_page_says_what_its_figures_do_not_show(story):
    alleged(story, story.budi, "2018-01-10")
    page = read(story.dewi)
    assert "Terlalu sedikit data" in page
    assert "belum tentu terbukti" in page
    assert "Keadaan sampai 31 Mei 2018." in page


def test_a_file_holds_the_figures_with_their_unit_and_day(story):
    assert rows(story.dewi, "surat") == [
        [
            *("Surat", "dituju", "membaca", "belum membaca", "paham", "persen membaca"),
            *("satuan", "keadaan sampai"),
        ],
        [
            f"Netralitas PNS dalam pemilihan 27 Juni 2018 ({story.circular.number})",
            *("3", "1", "2", "0", "33,3", "orang yang dituju surat", "2018-05-31"),
        ],
    ]


def test_the_names_of_agencies_and_letters_open_as_no_formula(story):
    Agency.objects.filter(code="JAMBI-KOTA").update(name='=HYPERLINK("http://contoh.id","Dinas")')
    table = list(csv.reader(io.StringIO(read(story.wayan, f"{PAGE}unit.csv?tempat=15.71&bulan=2018-05"))))
    assert table[1][0] == '\'=HYPERLINK("http://contoh.id","Dinas")'


def test_a_month_that_is_none_is_said_and_the_running_one_shown(story):
    for written in ("2018-07", "2018-13", "juni"):
        page = read(story.dewi, f"{PAGE}?bulan={written}")
        assert "Bulan itu tidak dapat dihitung" in page and "Juni 2018" in page
        assert "Keadaan sampai 15 Juni 2018." in page
    assert "Bulan itu tidak dapat dihitung" not in read(story.dewi, PAGE)


def test_a_place_of_others_is_never_shown(story):
    page = read(story.dewi, f"{PAGE}?tempat=BAWASLU-15.71")
    assert "Bawaslu Kota Jambi" not in page
    assert '<option value="JAMBI-KOTA" selected>' in page


def test_who_has_no_place_here_is_told_so(story):
    assert "Tidak ada instansi untuk Anda" in read(story.maria, PAGE)
    client = Client()
    client.force_login(story.maria)
    assert len(rows(story.maria, "unit")) == 1
    assert rows(story.maria, "rasio")[1][1:4] == ["–", "–", "–"]


def test_the_head_of_a_unit_reads_no_cases_and_gets_no_page(story):
    client = Client()
    client.force_login(story.erwin)
    assert client.get(PAGE).status_code == 403


def test_the_page_of_the_statistics_leads_here(story):
    assert 'href="/wawasan/pencegahan/"' in read(story.dewi, "/wawasan/")


def test_a_table_that_is_none_is_not_found(story):
    client = Client()
    client.force_login(story.dewi)
    assert client.get(f"{PAGE}gaji.csv").status_code == 404
    assert client.get(f"{PAGE}gaji.svg").status_code == 404


class WhenTheReportIsPrinted:
    def it_has_every_table_on_one_or_two_pages(self, story):
        text = self.text(story.dewi)
        assert 1 <= len(text.rstrip("\f").split("\f")) <= 2
        assert "Pemerintah Kota Jambi, Mei 2018. Keadaan sampai 31 Mei 2018." in text
        assert text.count("(satuan: ") == len(KEYS)
        assert "Dihitung dari data tanggal 15 Juni 2018" in text

    def it_names_nobody(self, story):
        alleged(story, story.budi, "2018-01-10")
        text = self.text(story.wayan)
        assert "Budi" not in text and "Citra" not in text and story.budi.nip not in text

    def it_leaves_out_rows_rather_than_pages(self, story):
        for number in range(30):
            issued(story, subject=f"Surat yang panjang sekali judulnya agar barisnya menjadi dua, nomor {number}")
        text = self.text(story.dewi)
        assert len(text.rstrip("\f").split("\f")) == 2
        assert "8 baris lain ada" in text

    def text(self, user: User) -> str:
        client = Client()
        client.force_login(user)
        answer = client.get(f"{PAGE}laporan.pdf{MAY}")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert "netra-pencegahan-jambi-kota-2018-05-laporan.pdf" in answer.headers["Content-Disposition"]
        return pdf_text(answer.content)


class WhenSomethingWasUnderstood:
    """Five people of one unit read a letter; four of them first chose the wrong answer. One more reads it later."""

    @pytest.fixture(autouse=True)
    def _readers(self, story):
        letter = issued(story, subject="Di media sosial", questions=[QUESTION], asked=1)
        people = [
            serving(f"19900101201201100{number}", f"Orang {number} (contoh)", unit="SATPOL") for number in range(1, 6)
        ]
        for number, person in enumerate(people):
            digits, moment = person.nip[-6:], at("2017-12-05")
            instrument_open(token=token(letter, person), digits=digits, at=moment)
            choices = {1: QUESTION.right if number == 0 else 0}
            instrument_acknowledge(token=token(letter, person), digits=digits, choices=choices, at=moment)
        self.people = people

    def it_tells_how_hard_a_question_was(self, story):
        (row,) = (row for row in rows(story.dewi, "soal-surat")[1:] if row[0].startswith("Di media sosial"))
        assert row[1:6] == [f"1. {QUESTION.text}", "5", "1", "4", "20,0"]

    def it_tells_nothing_of_a_question_that_four_answered(self, story):
        letter = issued(story, subject="Untuk empat", questions=[QUESTION], asked=1)
        for person in self.people[:4]:
            digits, moment = person.nip[-6:], at("2017-12-05")
            instrument_open(token=token(letter, person), digits=digits, at=moment)
            instrument_acknowledge(token=token(letter, person), digits=digits, choices={1: 1}, at=moment)
        (row,) = (row for row in rows(story.dewi, "soal-surat")[1:] if row[0].startswith("Untuk empat"))
        assert row[2:6] == ["4", "–", "–", "–"]

    def it_tells_a_gain_of_five_who_took_both_tests_and_not_of_four(self, story):
        for title, both in (("Lima", 5), ("Empat", 4)):
            held = outreach.tested(story, title=title)
            for person in self.people:
                outreach.answered(held, person, outreach.WRONG, at=outreach.THAT_DAY)
            outreach.scanned(story, held, *self.people)
            outreach.held(story, held)
            for person in self.people[:both]:
                outreach.answered(held, person, outreach.RIGHT, at=outreach.LATER)
        told = {row[0]: row[1:5] for row in rows(story.dewi, "tes")[1:]}
        assert told == {
            "Lima (7 Maret 2018)": ["5", "0,0", "100,0", "100,0"],
            "Empat (7 Maret 2018)": ["4", "–", "–", "–"],
        }
        questions = {(row[0], row[1][:2]): row[2:8] for row in rows(story.dewi, "soal-tes")[1:]}
        assert questions["Lima (7 Maret 2018)", "1."] == ["5", "0", "0,0", "5", "5", "100,0"]
        assert questions["Empat (7 Maret 2018)", "1."] == ["5", "0", "0,0", "4", "–", "–"]
        # What the city held its supervisors do not read.
        assert rows(story.wayan, "tes")[1:] == []
