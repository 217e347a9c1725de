"""A reporter with an old telephone: half a sentence, the back button, a nervous finger on the button that sends."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from netra.intake.models import Report
from tests.journeys.stage import PHONE

STORY = "Terlapor mengajak hadirin memilih salah satu pasangan calon di lapangan."
PATIENCE = 40
# The browser does not always tell the debugger of a request that may outlive its page, so the page notes it itself.
NOTE_FAILURE = """() => {
    const send = window.fetch;
    window.fetch = (...what) => send(...what).catch((why) => {
        document.documentElement.dataset.sending = "failed";
        throw why;
    });
}"""

pytestmark = pytest.mark.parametrize("device", [PHONE], ids=["phone"])


def begin(page: Page) -> None:
    page.goto("/lapor/")
    page.get_by_role("button", name="Pelanggaran netralitas").click()
    page.wait_for_url("**/lapor/apa/")  # with all that the page loads; nobody types half a sentence before that


def expect_kept(page: Page, story: str) -> None:
    """Another page of the same browser shows it; the first sends it in the background, when it pleases."""
    told = page.get_by_label("Ceritakan apa yang terjadi")
    for _look in range(PATIENCE):
        page.goto("/lapor/apa/")
        if told.input_value() == story:
            break
        page.wait_for_timeout(500)
    expect(told).to_have_value(story)


def test_half_a_sentence_survives_the_back_button_of_the_browser(page: Page):
    begin(page)
    page.get_by_label("Ceritakan apa yang terjadi").fill("Setengah kalimat")
    page.go_back()
    expect_kept(page, "Setengah kalimat")


def test_what_is_typed_is_kept_while_the_page_is_open(page: Page):
    begin(page)
    page.get_by_label("Ceritakan apa yang terjadi").fill("Baterai hampir habis")
    expect_kept(page.context.new_page(), "Baterai hampir habis")


def test_what_did_not_arrive_is_sent_again_without_another_key_pressed(page: Page):
    begin(page)
    page.evaluate(NOTE_FAILURE)
    page.context.set_offline(True)
    page.get_by_label("Ceritakan apa yang terjadi").fill("Sinyal hilang")
    expect(page.locator("html")).to_have_attribute("data-sending", "failed")
    page.context.set_offline(False)
    expect_kept(page.context.new_page(), "Sinyal hilang")


def test_a_button_pressed_twice_sends_once_and_the_code_can_be_read_again(page: Page):
    begin(page)
    page.get_by_label("Ceritakan apa yang terjadi").fill(STORY)
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/di-mana/")
    page.get_by_label("Kabupaten, kota, atau provinsi").fill("Kota Jambi")
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/periksa/")
    page.get_by_role("button", name="Kirim laporan").first.dblclick()
    expect(page).to_have_url(re.compile("/tanda-terima/$"))
    code = page.get_by_label("Kode laporan").inner_text()
    page.reload()
    expect(page.get_by_label("Kode laporan")).to_have_text(code)
    assert Report.objects.count() == 1
    assert code not in page.url


def test_a_long_address_and_a_long_file_name_push_no_page_out_of_the_screen(page: Page):
    begin(page)
    address = "https://contoh.example/" + "unggahan-akun-terbuka-yang-disukai-" * 6
    page.get_by_label("Ceritakan apa yang terjadi").fill(f"Lihat {address} dan {STORY}")
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/di-mana/")
    page.get_by_label("Kabupaten, kota, atau provinsi").fill("Kota Jambi")
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/bukti/")
    name = "tangkapan_layar_" * 10 + ".png"
    picture: FilePayload = {"name": name, "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"x"}
    page.locator("input[type=file]").set_input_files([picture])
    page.get_by_role("button", name="Lanjut").click()
    for shown in ("/lapor/bukti/", "/lapor/periksa/"):
        page.goto(shown)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
