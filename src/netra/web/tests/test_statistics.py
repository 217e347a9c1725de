"""The charts of the public statistics can be read on a telephone and in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

import netra.web
from netra.intake.tests.builders import reports

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
