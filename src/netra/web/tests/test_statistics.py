"""The charts of the public statistics can be read on a telephone and in the dark."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

import netra.web
from netra.insight.models import Publication
from netra.insight.operations import publication_make
from netra.insight.tests.builders import noon
from netra.intake.tests.builders import reports
from netra.trust.actors import SystemActor

pytestmark = pytest.mark.django_db
CSS = (Path(netra.web.__file__).parent / "static" / "netra" / "netra.css").read_text(encoding="utf-8")


def rule(selector: str) -> str:
    found = re.search(rf"^{re.escape(selector)} {{(.*)}}$", CSS, re.MULTILINE)
    assert found is not None, selector
    return found[1]


def test_a_chart_stands_in_a_named_box_that_the_keyboard_can_move_along():
    reports(6)
    page = Client().get("/statistik/").content.decode()
    boxes = re.findall(r'<div class="chart" tabindex="0" role="region" aria-label="Grafik: ([^"]+)"><img', page)
    assert boxes
    # Every chart has its table beneath, the form that everybody can read.
    assert page.count("<table>") >= len(boxes)


def test_a_table_that_hides_all_it_holds_does_not_say_that_there_is_nothing():
    reports(2)
    page = Client().get("/statistik/").content.decode()
    assert "Belum ada data" not in page
    assert "Belum ada angka yang dapat ditampilkan" in page


def test_the_page_says_up_to_which_day_it_counts():
    assert re.search(r"Keadaan sampai (28|29|30|31) \w+ \d{4}", Client().get("/statistik/").content.decode())


def test_a_chart_keeps_its_size_and_scrolls_instead_of_shrinking():
    assert "overflow-x: auto" in rule(".chart")
    assert "max-width: none" in rule(".chart img")


def test_a_chart_has_a_white_sheet_of_its_own_whatever_the_theme():
    assert "background: #fff" in rule(".chart")
    assert "padding" in rule(".chart") and "border-radius" in rule(".chart")


class WhenMonthsWerePublished:
    @pytest.fixture(autouse=True)
    def _two_months(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is 3 May 2019: no page owes a month after April."""
        now = noon(date(2019, 5, 3))
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        for month in (date(2019, 3, 31), date(2019, 4, 30)):
            publication_make(month=month, by=SystemActor("test"), at=now)

    def it_offers_every_month_and_opens_the_one_that_is_chosen(self):
        page = Client().get("/statistik/?bulan=2019-03").content.decode()
        assert '<option value="2019-03" selected>Maret 2019</option>' in page
        assert '<option value="2019-04">April 2019</option>' in page
        assert "Keadaan sampai 31 Maret 2019" in page
        assert 'href="/statistik/ringkasan.pdf?bulan=2019-03' in page

    def it_opens_the_newest_month_for_one_that_never_was(self):
        for month in ("", "2031-01", "2019-13", "<script>"):
            assert "Keadaan sampai 31 Maret 2019" not in Client().get(f"/statistik/?bulan={month}").content.decode()

    def it_gives_out_what_was_hashed_byte_for_byte(self):
        answer = Client().get("/statistik/terbitan.json?bulan=2019-04")
        kept = Publication.objects.get(month=date(2019, 4, 30))
        assert hashlib.sha256(answer.content).hexdigest() == kept.sha256
        assert kept.sha256 in Client().get("/statistik/?bulan=2019-04").content.decode()
        assert "netra-statistik-2019-04.json" in answer.headers["Content-Disposition"]

    @pytest.mark.parametrize("paper", ["", "terbitan.json", "sanksi.csv", "sanksi.svg"])
    def it_asks_the_database_three_times_and_reads_nothing_else(self, paper, django_assert_num_queries):
        Client().get("/statistik/")
        reports(3)
        with django_assert_num_queries(3) as asked:
            assert Client().get(f"/statistik/{paper}").status_code == 200
        assert all('FROM "insight_publication"' in query["sql"] for query in asked.captured_queries)


def test_what_cannot_be_published_now_costs_nobody_the_months_before(monkeypatch):
    Client().get("/statistik/")
    monkeypatch.setattr("netra.web.insight.publish_due", refuse_to_write)
    page = Client().get("/statistik/")
    assert page.status_code == 200
    assert "Keadaan sampai" in page.content.decode()


def test_a_house_that_could_not_publish_anything_yet_says_so(monkeypatch):
    monkeypatch.setattr("netra.web.insight.publish_due", refuse_to_write)
    page = Client().get("/statistik/")
    assert page.status_code == 200
    assert "Belum ada statistik yang terbit" in page.content.decode()
    assert Client().get("/statistik/sanksi.csv").status_code == 404


def refuse_to_write(**_call: object) -> None:
    raise OperationalError("database is locked")
