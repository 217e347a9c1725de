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


def test_a_chart_keeps_its_size_and_scrolls_instead_of_shrinking():
    assert "overflow-x: auto" in rule(".chart")
    assert "max-width: none" in rule(".chart img")


def test_a_chart_has_a_white_sheet_of_its_own_whatever_the_theme():
    assert "background: #fff" in rule(".chart")
    assert "padding" in rule(".chart") and "border-radius" in rule(".chart")
