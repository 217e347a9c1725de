"""A reporter with an old telephone: half a sentence, the back button, a nervous finger on the button that sends."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from netra.intake.models import Report
from tests.journeys.stage import PHONE

STORY = "Terlapor mengajak hadirin memilih salah satu pasangan calon di lapangan."
PATIENCE = 10

pytestmark = pytest.mark.parametrize("device", [PHONE], ids=["phone"])


def begin(page: Page) -> None:
    page.goto("/lapor/")
    page.get_by_role("button", name="Pelanggaran netralitas").click()


def test_half_a_sentence_survives_the_back_button_of_the_browser(page: Page):
    begin(page)
    page.get_by_label("Ceritakan apa yang terjadi").fill("Setengah kalimat")
    page.go_back()
    story = page.get_by_label("Ceritakan apa yang terjadi")
    # The browser sends it in the background, when it pleases.
    for _look in range(PATIENCE):
        page.goto("/lapor/apa/")
        if story.input_value():
            break
        page.wait_for_timeout(500)
    expect(story).to_have_value("Setengah kalimat")


def test_what_is_typed_is_kept_while_the_page_is_open(page: Page):
    begin(page)
    with page.expect_response(lambda response: response.status == 204):
        page.get_by_label("Ceritakan apa yang terjadi").fill("Baterai hampir habis")
    other = page.context.new_page()
    other.goto("/lapor/apa/")
    expect(other.get_by_label("Ceritakan apa yang terjadi")).to_have_value("Baterai hampir habis")


def test_what_did_not_arrive_is_sent_again(page: Page):
    begin(page)
    page.context.set_offline(True)
    story = page.get_by_label("Ceritakan apa yang terjadi")
    story.fill("Sinyal hilang")
    page.wait_for_timeout(2_000)  # Longer than the script waits: it has tried, and nothing went out.
    page.context.set_offline(False)
    with page.expect_response(lambda response: response.status == 204):
        story.press_sequentially(" sebentar")
    page.goto("/lapor/apa/")
    expect(story).to_have_value("Sinyal hilang sebentar")


def test_a_button_pressed_twice_sends_once_and_the_code_can_be_read_again(page: Page):
    begin(page)
    page.get_by_label("Ceritakan apa yang terjadi").fill(STORY)
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/di-mana/")
    page.get_by_label("Kabupaten, kota, atau provinsi").fill("Kota Jambi")
    page.get_by_role("button", name="Lanjut").click()
    page.goto("/lapor/periksa/")
    page.get_by_role("button", name="Kirim laporan").first.dblclick()
    page.wait_for_url("**/tanda-terima/")
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
    picture = {"name": "tangkapan_layar_" * 10 + ".png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"x"}
    page.locator("input[type=file]").set_input_files([picture])
    page.get_by_role("button", name="Lanjut").click()
    for shown in ("/lapor/bukti/", "/lapor/periksa/"):
        page.goto(shown)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
