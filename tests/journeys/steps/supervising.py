"""What Wayan, Putu and Ani do: from a report to a case, its study, its referral and the recommendation."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.steps.pages import choose, field, fill, follow, look, press, title, told


def open_report(page: Page) -> None:
    """The only report in the list."""
    page.goto("/laporan/")
    look(page)
    follow(page, "LPR-")
    look(page)


def check_report(page: Page) -> None:
    """The formal and material requirements; what Netra counts as missing stands ticked, and the officer leaves it."""
    follow(page, "Periksa syarat")
    look(page)
    press(page, "Catat hasil pemeriksaan")
    told(page, "Hasil pemeriksaan dicatat")


def reply(page: Page, text: str) -> None:
    follow(page, "Tulis kepada pelapor")
    fill(page, {"Pesan": text})
    press(page, "Kirim")
    told(page, "Pesan terkirim kepada pelapor.")


def take_as_lead(page: Page) -> None:
    """A report without a name cannot be registered as a report; what it tells is followed up as a lead."""
    follow(page, "Tutup tanpa registrasi")
    look(page)
    choose(page, "Ditutup sebagai", "Informasi awal")
    fill(page, {"Alasan": "Pelapor memilih tanpa nama"})
    fill(page, {"Penjelasan untuk pelapor": "Kami telusuri sendiri; keterangan tambahan dapat ditulis di halaman ini."})
    press(page, "Tutup laporan")
    told(page, "Laporan ditutup")


def register(page: Page) -> str:
    """The answers of the report are carried over; the officer adds what Budi is. Returns the case's reference."""
    follow(page, "Registrasi sebagai perkara")
    look(page)
    choose(page, "Pemilihan", "Pemilihan kepala daerah")
    fill(page, {"Judul perkara": "Dugaan dukungan di media sosial", "Instansi terlapor": "JAMBI-KOTA"})
    describe_accused(page)
    describe_act(page)
    press(page, "Registrasi")
    told(page, "Perkara diregistrasi dengan nomor")
    look(page)
    return page.url.rstrip("/").rpartition("/")[2]


def describe_accused(page: Page, *, employment: str = "PNS") -> None:
    accused = page.get_by_role("region", name=re.compile("^Terlapor"))
    fill(
        accused,
        {
            "Nama terlapor": "Budi (contoh)",
            "Jabatan": "Kepala Bidang Tata Ruang (contoh)",
            "Jenjang jabatan": "Administrator",
            "Kepegawaian": employment,
            "Pangkat/golongan": "IV/a",
            "Instansi": "JAMBI-KOTA",
        },
    )


def describe_act(page: Page, conduct: str = "", *, day: str = "2024-10-15") -> None:
    deed = page.get_by_role("region", name="Perbuatan", exact=True)
    boxes = field(deed, "Bentuk perbuatan")
    if conduct:
        boxes.select_option(conduct)
    else:
        boxes.select_option("social_media_reaction")
    fill(deed, {"Tanggal perbuatan": day, "Uraian": "Akun terlapor menyukai dan membagikan unggahan pasangan calon."})
    fill(deed, {"Cara": "Media sosial"})


def take_step(page: Page, act: str) -> None:
    """An act that needs no further word: its page names its article, its button does it."""
    follow(page, act)
    look(page)
    press(page, act)
    expect(title(page)).not_to_have_text(act)


def open_case(page: Page, ref: str) -> None:
    page.goto(f"/perkara/{ref}/")
    look(page)


def confirm_identity(page: Page) -> None:
    """A number and the second attribute that was checked; without them nobody can be found in breach."""
    follow(page, "Pastikan identitas")
    look(page)
    fill(page, {"NIP": "198001012005011001", "Ciri kedua yang Anda periksa": "Unit kerja"})
    press(page, "Pastikan identitas")
    told(page, "dipastikan dengan ciri kedua")


def assess_and_confirm(page: Page, reason: str) -> None:
    """The law room proposes; an officer answers for it."""
    follow(page, "Nilai T1 atas P1")
    press(page, "Nilai menurut hukum")
    follow(page, "Konfirmasi penilaian")
    look(page)
    fill(page, {"Alasan": reason})
    press(page, "Konfirmasi penilaian")
    told(page, reason)


def invite_accused(page: Page, day: str) -> None:
    follow(page, "Undang klarifikasi")
    look(page)
    choose(page, "Yang diundang", "Terlapor")
    fill(page, {"Terlapor yang mana": "T1 Budi (contoh)", "Hari": day, "Pukul (WIB)": "09:00"})
    fill(page, {"Tempat": "Kantor Bawaslu Kota Jambi"})
    press(page, "Undang klarifikasi")
    told(page, "menunggu")


def record_clarification(page: Page, statement: str) -> None:
    follow(page, "Catat klarifikasi")
    choose(page, "Kehadiran", "Hadir")
    fill(page, {"Keterangan": statement})
    press(page, "Catat klarifikasi")
    told(page, statement)


def finish_study(page: Page) -> None:
    """Sent empty first: every missing part is named, and the page stays whole."""
    follow(page, "Selesaikan kajian")
    press(page, "Selesaikan kajian")
    expect(page.get_by_role("alert")).to_contain_text("Fakta")
    look(page)
    fill(
        page,
        {
            "Fakta": "Akun terbuka milik terlapor menyukai dan membagikan unggahan.",
            "Analisis": "Perbuatan memenuhi unsur.",
            "Usulan kepada pleno": "Diteruskan kepada BKN.",
        },
    )
    press(page, "Selesaikan kajian")
    expect(title(page)).not_to_have_text("Selesaikan kajian")


def decide_in_plenary(page: Page, outcome: str, day: str, reason: str) -> None:
    follow(page, "Catat putusan pleno")
    look(page)
    choose(page, "Putusan", outcome)
    fill(page, {"Tanggal pleno": day, "Jumlah anggota yang hadir": "3", "Alasan": reason})
    press(page, "Catat putusan pleno")
    expect(title(page)).not_to_have_text("Catat putusan pleno")


def recommend(page: Page, level: str, basis: str, *, days: int) -> None:
    follow(page, "Terbitkan rekomendasi")
    look(page)
    fill(
        page,
        {
            "Terlapor": "T1 Budi (contoh)",
            "Yang direkomendasikan": level,
            "Dasar hukum": basis,
            "Alasan": "Dukungan kepada pasangan calon setelah penetapan.",
            "Jangka waktu tindak lanjut": str(days),
            "Dihitung dalam": "hari kerja",
        },
    )
    press(page, "Terbitkan rekomendasi")
    expect(title(page)).not_to_have_text("Terbitkan rekomendasi")


def release_evidence(page: Page) -> None:
    """The agency sees no file of the report before an officer who looked at it says so."""
    told(page, "belum dibuka bagi setiap instansi terlapor")
    follow(page, "Buka bagi instansi")
    look(page)
    page.get_by_role("checkbox").first.check()
    press(page, "Buka bukti laporan bagi instansi")
    expect(page.get_by_text("belum dibuka bagi setiap instansi terlapor")).to_have_count(0)


def personal_link(page: Page) -> str:
    """Made once and shown once; the officer copies it."""
    follow(page, "Buat tautan jawaban")
    look(page)
    page.get_by_role("group", name=re.compile("^Bukti yang boleh dilihat")).get_by_role("checkbox").first.check()
    press(page, "Buat tautan jawaban")
    told(page, "Hanya tampil kali ini")
    look(page)
    return page.locator(".big-code").inner_text().strip()
