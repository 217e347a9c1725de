"""What Sari does: report without a name, write the code down, follow the report with it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.eyes import screenshot
from tests.journeys.steps.pages import choose, field, fill, follow, look, press, title, told

# One grey pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550"
    "000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
STORY = (
    "Budi (contoh), kepala bidang di pemerintah kota, menyukai dan membagikan unggahan pasangan calon "
    "dari akunnya yang terbuka."
)
ACCUSED = "Budi (contoh)"


def report_without_a_name(page: Page) -> str:
    """The whole public form, from the start page to the receipt; returns the code as it is written down."""
    begin(page, "Pelanggaran netralitas")
    tell_what(page)
    tell_the_rest(page)
    stay_unnamed(page)
    return send(page)


def report_in_confidence(page: Page, name: str) -> str:
    """The same, with a name that is sealed."""
    begin(page, "Pelanggaran netralitas")
    tell_what(page)
    tell_the_rest(page)
    choose(page, "Bagaimana Anda ingin dikenal?", "Rahasia")
    choose(page, "Anda melapor sebagai", "Warga negara")
    go_on(page)
    fill(page, {"Nama Anda": name, "Alamat": "Jalan Contoh 7", "Telepon atau surel": "0811-0000-000"})
    go_on(page)
    return send(page)


def report_pressure(page: Page) -> str:
    """A civil servant reports a superior; the agency of the superior is what keeps the report away from it."""
    begin(page, "Tekanan dari atasan")
    tell_what(page, "Atasan saya menyuruh kami menyukai unggahan pasangan calon, dan mengancam mutasi.")
    assert field(page, "Orang ini atasan saya").is_checked()
    tell_the_rest(page)
    stay_unnamed(page)
    return send(page)


def begin(page: Page, kind: str) -> None:
    page.goto("/")
    follow(page, "Buat laporan")
    look(page)
    press(page, re.compile(f"^{kind}"))


def tell_the_rest(page: Page) -> None:
    """Who, where, when, how one knows, and a picture."""
    fill(page, {"Nama": ACCUSED, "Jabatan atau ciri": "Kepala Bidang Tata Ruang (contoh)"})
    fill(page, {"Instansi atau tempat kerja": "Pemerintah Kota Jambi"})
    go_on(page)
    fill(page, {"Kabupaten, kota, atau provinsi": "Kota Jambi", "Tempatnya": "akun media sosial terbuka"})
    go_on(page)
    fill(page, {"Kapan terjadinya?": "15-10-2024", "Sejak kapan Anda mengetahuinya?": "15 Oktober 2024"})
    choose(page, "Berkaitan dengan pemilihan apa?", "Pemilihan kepala daerah")
    go_on(page)
    fill(page, {"Dari mana Anda tahu?": "Saya melihat unggahan itu sendiri; akunnya terbuka."})
    go_on(page)
    add_picture(page)


def stay_unnamed(page: Page) -> None:
    choose(page, "Bagaimana Anda ingin dikenal?", "Tanpa nama")
    choose(page, "Anda melapor sebagai", "Warga negara")
    go_on(page)


def tell_what(page: Page, story: str = STORY) -> None:
    """The first step; sending it empty leads back to it, with nothing lost."""
    fill(page, {"Ceritakan apa yang terjadi": story})
    screenshot(page, "report-form")
    fill(page, {"Ceritakan apa yang terjadi": ""})
    go_on(page, expected_status=422)
    fill(page, {"Ceritakan apa yang terjadi": story})
    go_on(page)


def add_picture(page: Page) -> None:
    field(page, "Tambah berkas").set_input_files(
        {"name": "tangkapan layar.png", "mimeType": "image/png", "buffer": PICTURE}
    )
    press(page, "Unggah sekarang")
    told(page, "tangkapan layar.png")
    look(page)
    go_on(page)


def send(page: Page) -> str:
    """The check before sending, sending, and the code."""
    expect(title(page)).to_have_text("Periksa, lalu kirim")
    look(page)
    press(page, "Kirim laporan")
    expect(title(page)).to_have_text("Laporan Anda diterima")
    look(page)
    code = page.get_by_label("Kode laporan").inner_text()
    press(page, "Sudah saya catat, hapus dari peramban")
    told(page, "sudah melupakan laporan Anda")
    return code


def go_on(page: Page, *, expected_status: int = 200) -> None:
    """To the next step; each page of the form is looked at."""
    assert press(page, "Lanjut") == expected_status
    look(page)


def follow_with(page: Page, code: str) -> None:
    """The page behind the code."""
    page.goto("/lacak/")
    fill(page, {"Kode": code.lower().replace("-", " ")})
    press(page, "Buka")
    look(page)


def write_to_officer(page: Page, text: str) -> None:
    fill(page, {"Pesan": text})
    press(page, "Kirim pesan")
    told(page, "Pesan terkirim kepada petugas.")
    told(page, text)


def withdraw(page: Page) -> None:
    """Asked once what it means, then done."""
    follow(page, "Mencabut laporan")
    look(page)
    press(page, "Ya, cabut")
    told(page, "Laporan dicabut.")
    look(page)
