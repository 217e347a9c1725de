"""The first steps of a newcomer: look around, ask before acting, sign in, and keep going without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from netra.trust.models import User
from tests.cast import PASSWORD
from tests.journeys.eyes import axe_findings, screenshot
from tests.journeys.stage import DESK, PHONE, Device


def test_a_civil_servant_asks_before_acting(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Tanyakan").click()
    expect(page).to_have_url(re.compile("/bolehkah-saya/$"))
    ask(page)


def ask(page: Page) -> None:
    """To like a post of a presidential candidate in the campaign: the answer is no."""
    page.goto("/bolehkah-saya/")
    page.get_by_label("Apa yang hendak Anda lakukan?").select_option("social_media_reaction")
    page.get_by_label("Untuk pemilihan apa?").select_option("PRESIDENT")
    page.get_by_label("Kapan?").fill("2024-02-01")
    page.get_by_role("button", name="Tanyakan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak boleh")


def test_an_error_leads_to_its_field(page: Page):
    page.goto("/bolehkah-saya/")
    page.get_by_role("button", name="Tanyakan").click()
    page.get_by_role("alert").get_by_role("link", name="Untuk pemilihan apa?").click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#id_contest")


def test_an_officer_signs_in_and_out(page: Page, cast: dict[str, User]):
    page.goto("/akun/")
    page.get_by_label("Nama pengguna").fill("wayan")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Akun saya")
    expect(page.get_by_role("banner")).to_contain_text("Petugas penerima laporan")
    page.get_by_role("button", name="Keluar").click()
    page.goto("/akun/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_the_reader_changes_the_language(page: Page):
    page.goto("/tentang/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About Netra")


@pytest.mark.parametrize("device", [PHONE], ids=["phone"])
def test_the_menu_of_a_phone_opens_and_closes(page: Page):
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Menu utama")).to_be_visible()
    assert axe_findings(page) == []
    page.get_by_role("button", name="Tutup menu").click()
    expect(page.get_by_role("navigation", name="Menu utama")).to_be_hidden()


@pytest.mark.parametrize("device", [DESK], ids=["desk"])
def test_the_keyboard_reaches_the_content_first(page: Page):
    page.goto("/tentang/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("device", [Device("quarter", 320, 256)], ids=["four-times-enlarged"])
def test_a_page_enlarged_four_times_needs_no_sideways_scrolling(page: Page):
    for address in ("/", "/bolehkah-saya/", "/gaya/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("device", [DESK], ids=["desk"])
def test_the_answer_prints_without_its_machinery(page: Page):
    ask(page)
    screenshot(page, "may-i")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak boleh")
    expect(page.get_by_role("heading", name="Rentang sanksi")).to_be_visible()
    expect(page.get_by_role("navigation", name="Menu utama")).to_be_hidden()
    expect(page.get_by_role("button", name="Tanya lagi")).to_be_hidden()
    expect(page.get_by_text("Dicetak dari Netra")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
