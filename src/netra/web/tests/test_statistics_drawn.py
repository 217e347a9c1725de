"""What the public reads of a month is drawn once: nobody without an account can keep the house busy with drawing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier, BoundedSemaphore, Event
from typing import Any

import pytest
from django.test import Client

from netra.insight import drawn
from netra.insight.drawn import DrawingBusy, kept_or_drawn
from netra.insight.operations import publication_make
from netra.insight.publications import published, revisions
from netra.insight.tables import ALL
from netra.insight.tests.builders import noon
from netra.trust.actors import SystemActor

PAPERS = {"ringkasan.pdf": "digest_pdf", "laporan.svg": "chart_svg"}


@pytest.fixture(autouse=True)
def _a_house_that_has_drawn_nothing(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def _two_months(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 3 May 2019: no page owes a month after April."""
    now = noon(date(2019, 5, 3))
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    for month in (date(2019, 3, 31), date(2019, 4, 30)):
        publication_make(month=month, by=SystemActor("test"), at=now)


def count_drawings(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    drawings: list[str] = []

    def draw(*_what: object) -> str | bytes:
        drawings.append(name)
        words = f"gambar ke-{len(drawings)}"
        return words if name == "chart_svg" else words.encode()

    monkeypatch.setattr(f"netra.web.insight.{name}", draw)
    return drawings


@pytest.mark.usefixtures("_two_months")
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_drawn_for_its_first_reader_and_kept_for_all_others(paper: str, monkeypatch: pytest.MonkeyPatch):
    drawings = count_drawings(monkeypatch, PAPERS[paper])
    read = [Client().get(f"/statistik/{paper}?bulan=2019-04").content for _ in range(3)]
    assert read == [b"gambar ke-1"] * 3
    assert Client().get(f"/statistik/{paper}?bulan=2019-03").content == b"gambar ke-2", "another month"
    assert len(drawings) == 2


@pytest.mark.usefixtures("_two_months")
def test_whoever_opened_the_page_finds_its_charts_drawn_though_others_wait_for_theirs(monkeypatch: pytest.MonkeyPatch):
    """A browser asks for the charts of a page at once, and there are more of them than places to draw."""
    drawings = count_drawings(monkeypatch, "chart_svg")
    monkeypatch.setattr("netra.web.insight.has_bars", lambda _table: True)
    assert Client().get("/statistik/").status_code == 200
    charts = list(published(revisions(on=date(2019, 5, 3))[0]).tables(ALL))
    assert len(drawings) == len(charts) > drawn.AT_ONCE
    monkeypatch.setattr(drawn, "_PLACES", BoundedSemaphore(1))
    with drawn._a_place():
        answers = {Client().get(f"/statistik/{key}.svg").status_code for key in charts}
    assert answers == {200}


@pytest.mark.usefixtures("_two_months")
def test_each_language_has_its_own_chart(monkeypatch: pytest.MonkeyPatch):
    count_drawings(monkeypatch, "chart_svg")
    english = Client()
    english.cookies["django_language"] = "en"
    assert Client().get("/statistik/laporan.svg").content != english.get("/statistik/laporan.svg").content


@pytest.mark.usefixtures("_two_months")
@pytest.mark.parametrize("paper", PAPERS)
def test_who_comes_while_others_are_drawn_is_asked_to_come_again(paper: str, monkeypatch: pytest.MonkeyPatch):
    def busy(*_what: object) -> bytes:
        raise DrawingBusy("Muat ulang halaman ini sebentar lagi.")

    monkeypatch.setattr("netra.web.insight.kept_or_drawn", busy)
    answer = Client().get(f"/statistik/{paper}")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "sebentar lagi" in answer.content.decode()


def test_one_draws_while_the_others_wait_for_it():
    together, drawings = Barrier(drawn.AT_ONCE), []

    def draw() -> bytes:
        drawings.append(1)
        return b"gambar"

    def ask(_number: int) -> bytes:
        together.wait(30)
        return kept_or_drawn("a" * 64, ("pdf",), draw)

    with ThreadPoolExecutor(drawn.AT_ONCE) as pool:
        assert list(pool.map(ask, range(drawn.AT_ONCE))) == [b"gambar"] * drawn.AT_ONCE
    assert len(drawings) == 1


def test_threads_are_left_for_the_other_pages():
    begun, go_on = Event(), Event()

    def slowly() -> bytes:
        begun.set()
        assert go_on.wait(30)
        return b"gambar"

    kept_or_drawn("b" * 64, ("pdf",), lambda: b"sudah ada")
    with ThreadPoolExecutor(drawn.AT_ONCE) as pool:
        waiting = [pool.submit(kept_or_drawn, "a" * 64, (str(number),), slowly) for number in range(drawn.AT_ONCE)]
        try:
            assert begun.wait(30)
            while drawn._PLACES._value:
                pass
            with pytest.raises(DrawingBusy):
                kept_or_drawn("a" * 64, ("pdf",), slowly)
            assert kept_or_drawn("b" * 64, ("pdf",), slowly) == b"sudah ada", "what is drawn needs no place"
        finally:
            go_on.set()
        assert [each.result(30) for each in waiting] == [b"gambar"] * drawn.AT_ONCE


def test_where_nothing_can_be_kept_it_is_drawn_again(settings: Any, tmp_path: Path):
    settings.DATA_DIR = tmp_path / "berkas"
    settings.DATA_DIR.write_text("no folder", encoding="utf-8")
    assert [kept_or_drawn("a" * 64, ("pdf",), lambda: b"gambar") for _ in range(2)] == [b"gambar"] * 2


def test_a_drawing_that_failed_is_not_kept():
    def fail() -> bytes:
        raise RuntimeError("no font")

    with pytest.raises(RuntimeError):
        kept_or_drawn("a" * 64, ("pdf",), fail)
    assert kept_or_drawn("a" * 64, ("pdf",), lambda: b"gambar") == b"gambar"
