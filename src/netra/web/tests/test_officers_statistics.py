"""Officers read, draw, download and print the figures of what they may see: in full, of their scope, without a name."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.test import Client

from netra.cases.tests.builders import Cast
from netra.letters.tests.pdf_text import pdf_text, says
from netra.registry.models import Agency
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding
from netra.trust.models import User

pytestmark = pytest.mark.django_db
PAPERS = ("sanksi.csv", "sanksi.svg", "ringkasan.pdf")
TODAY = date(2025, 1, 6)


@pytest.fixture
def cast(monkeypatch) -> Cast:
    monkeypatch.setattr("netra.web.insight.today", lambda: TODAY)
    monkeypatch.setattr("netra.web.doors.today", lambda: TODAY)
    made = Cast()
    carry_to_decision(made, make_proceeding(made))
    return made


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_table_with_figures_has_its_chart_its_table_and_its_file(cast):
    page = as_user(cast.wayan).get("/wawasan/").content.decode()
    for key in ("bentuk", "sanksi", "tindak-lanjut"):
        chart, file = f'src="/wawasan/{key}.svg', f'href="/wawasan/{key}.csv'
        assert page.index(f'id="t-{key}"') < page.index(chart) < page.index(file), key
    assert 'href="/wawasan/ringkasan.pdf' in page
    assert "/statistik/sanksi" not in page, "the files of the public are another thing"


def test_a_file_of_an_officer_holds_what_the_public_never_gets(cast):
    answer = as_user(cast.wayan).get("/wawasan/sanksi.csv")
    assert lines(answer.content) == [
        ["Batas bawah hukum", "berat", "satuan", "keadaan sampai"],
        ["berat", "1", "orang yang dijatuhi sanksi, sekali per pemilihan dan tingkat", "2025-01-06"],
    ]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="netra-wawasan-sanksi-2025-01-06.csv"'
    public = Client().get("/statistik/sanksi.csv").content.decode()
    assert ",1," not in public


def test_the_name_of_an_agency_opens_as_no_formula(cast):
    Agency.objects.update(name='=HYPERLINK("http://contoh.id","Dinas")')
    names = [row[0] for row in lines(as_user(cast.wayan).get("/wawasan/tindak-lanjut.csv").content)[1:]]
    assert names == ['\'=HYPERLINK("http://contoh.id","Dinas")']


def test_the_digest_is_one_page_that_says_for_whom_it_is(cast):
    answer = as_user(cast.wayan).get("/wawasan/ringkasan.pdf")
    (page,) = pdf_text(answer.content).split("\f")
    assert "Keadaan sampai 6 Januari 2025" in page
    assert "Jangan diteruskan ke luar" in page
    assert "SHA-256" not in page, "nothing was published"
    assert says(answer.content, "CSV setiap tabel, ada pada http://127.0.0.1:8000/wawasan/")
    assert page.count("(satuan: ") == 4, "the table of reports is left to the page"


@pytest.mark.parametrize("paper", ["bentuk.csv", "laporan.csv", "tindak-lanjut.csv", "sanksi.csv"])
def test_nothing_names_a_person(cast, paper):
    page = as_user(cast.wayan).get(f"/wawasan/{paper}").content.decode()
    assert "Budi" not in page and "Sari" not in page


def test_another_region_has_files_without_figures_of_this_one(cast):
    assert len(lines(as_user(cast.maria).get("/wawasan/sanksi.csv").content)) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_who_reads_no_case_gets_no_paper(cast, paper):
    assert as_user(cast.lestari).get(f"/wawasan/{paper}").status_code == 403
    assert Client().get(f"/wawasan/{paper}").status_code == 302


def test_a_table_that_is_none_is_not_found_and_an_unknown_election_is_all_of_them(cast):
    client = as_user(cast.wayan)
    assert client.get("/wawasan/gaji.csv").status_code == 404
    assert client.get("/wawasan/gaji.svg").status_code == 404
    assert client.get("/wawasan/sanksi.csv?pemilihan=2099").content == client.get("/wawasan/sanksi.csv").content
