"""What Dewi, Rahmat and Budi do: from the opening of a proceeding to a decision in force."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.steps.pages import choose, field, fill, follow, look, press, title, told

TEAM = (
    ("Ketua Tim (contoh)", "Ketua", "Atasan langsung", "IV/c"),
    ("Sekretaris Tim (contoh)", "Sekretaris", "Kepegawaian", "IV/b"),
    ("Anggota Tim (contoh)", "Anggota", "Pengawasan", "IV/b"),
)


def answer(page: Page, link: str, text: str) -> None:
    """Budi reads the allegation and the evidence that may be shown, and answers, without an account."""
    page.goto(link)
    told(page, "Anda dianggap tidak bersalah.")
    told(page, "Bukti yang boleh Anda lihat")
    look(page)
    fill(page, {"Jawaban": text})
    press(page, "Kirim jawaban")
    told(page, "Jawaban Anda diterima")
    look(page)


def open_proceeding(page: Page, route: str) -> str:
    follow(page, "Buka penanganan")
    look(page)
    group = page.get_by_role("group", name=re.compile("^Terlapor dan jalur"))
    group.get_by_label(re.compile(re.escape(route))).check()
    press(page, "Buka penanganan")
    told(page, "Penanganan dibuka.")
    look(page)
    return page.url.rstrip("/").rpartition("/")[2]


def go_to_proceeding(page: Page, ref: str) -> None:
    page.goto(f"/penanganan/{ref}/")
    look(page)


def form_team(page: Page) -> None:
    follow(page, "Bentuk tim pemeriksa")
    look(page)
    for number, (name, role, element, grade) in enumerate(TEAM, start=1):
        row = page.get_by_role("group", name=f"Anggota {number}", exact=True)
        fill(row, {"Nama": name, "Kedudukan": role, "Unsur": element, "Golongan ruang": grade})
        field(row, "Jabatan").select_option("JPT_PRATAMA" if number == 1 else "ADMINISTRATOR")
    press(page, "Bentuk tim pemeriksa")
    told(page, "Tim pemeriksa dibentuk.")


def summon(page: Page, day: str) -> None:
    follow(page, "Terbitkan panggilan")
    look(page)
    fill(page, {"Hari pemeriksaan": day, "Pukul (WIB)": "09:00", "Tempat": "Ruang Pemeriksaan BKPSDM"})
    press(page, "Terbitkan panggilan")
    told(page, "Panggilan diterbitkan.")
    look(page)


def record_examination(page: Page, day: str) -> None:
    follow(page, "Catat berita acara pemeriksaan")
    look(page)
    fill(page, {"Tanggal pemeriksaan": day, "Tempat": "Ruang Pemeriksaan BKPSDM"})
    row = page.get_by_role("group", name="Tanya jawab 1", exact=True)
    fill(row, {"Pertanyaan": "Apakah akun itu milik Saudara?", "Jawaban": "Ya, akun itu milik saya."})
    rows = page.get_by_role("group", name=re.compile("^Tanya jawab"))
    before = rows.count()
    press(page, "Tambah baris")
    assert rows.count() > before
    expect(field(row, "Jawaban")).to_have_value("Ya, akun itu milik saya.")
    press(page, "Catat berita acara pemeriksaan")
    told(page, "Berita acara pemeriksaan dicatat.")


def report_examination(page: Page, level: str) -> None:
    follow(page, "Laporkan hasil pemeriksaan")
    look(page)
    choose(page, "Menurut pemeriksaan, dugaan", "terbukti")
    fill(page, {"Tingkat yang diusulkan": level, "Analisis": "Terbukti dari unggahan dan pengakuan."})
    press(page, "Laporkan hasil pemeriksaan")
    told(page, "Hasil pemeriksaan dilaporkan.")
    look(page)


def decide(page: Page, penalty: str, day: str, *, act: str = "Tetapkan keputusan", reason: str = "") -> None:
    """The law's bounds, what was found and like cases stand before the form; a deviation asks for its reason."""
    page.get_by_role("group", name=re.compile("^Yang dijatuhkan")).get_by_label(re.compile(penalty)).first.check()
    fill(page, {"Pertimbangan": "terbukti memberi dukungan kepada pasangan calon", "Tanggal keputusan": day})
    fill(page, {"Jabatan penanda tangan": "Wali Kota Jambi"})
    if reason:
        fill(page, {"Alasan bila menyimpang": reason})
    press(page, act)


def deliver(page: Page, day: str, *, manner: str = "Diserahkan langsung") -> None:
    follow(page, "Catat penyerahan keputusan")
    look(page)
    choose(page, "Cara penyerahan", manner)
    fill(
        page,
        {"Tanggal diterima": day, "Pukul (WIB)": "10:00", "Tempat penyerahan atau pengiriman": "BKPSDM Kota Jambi"},
    )
    press(page, "Catat penyerahan keputusan")
    told(page, "Penyerahan dicatat.")
    look(page)


def execute(page: Page, document: str) -> None:
    follow(page, "Catat pelaksanaan")
    look(page)
    fill(page, {"Dokumen pelaksanaan": document})
    press(page, "Catat pelaksanaan")
    told(page, "Pelaksanaan dicatat.")


def remind(page: Page) -> None:
    """From the board to the authority that owes, and a reminder to it."""
    page.goto("/tindak-lanjut/")
    look(page)
    follow(page, "Wali Kota Jambi")
    look(page)
    press(page, re.compile("^Kirim pengingat"))
    told(page, "Pengingat terbit sebagai surat bernomor.")
    look(page)


def form_council(page: Page) -> None:
    """A chair, a secretary and three members, none of them below the accused."""
    follow(page, "Bentuk majelis kode etik")
    look(page)
    for number, role in enumerate(("Ketua", "Sekretaris", "Anggota", "Anggota", "Anggota"), start=1):
        row = page.get_by_role("group", name=f"Anggota {number}", exact=True)
        fill(row, {"Nama": f"Majelis {number} (contoh)", "Kedudukan": role, "Golongan ruang": "IV/c"})
        field(row, "Jabatan").select_option("JPT_PRATAMA")
    press(page, "Bentuk majelis kode etik")
    told(page, "Majelis kode etik dibentuk.")


def summon_to_council(page: Page, day: str) -> None:
    follow(page, "Panggil ke sidang majelis")
    look(page)
    fill(page, {"Hari sidang": day, "Pukul (WIB)": "09:00", "Tempat": "Ruang Sidang BKPSDM"})
    press(page, "Panggil ke sidang majelis")
    told(page, "Panggilan sidang diterbitkan.")


def hear_in_council(page: Page, day: str, defence: str) -> None:
    follow(page, "Catat sidang majelis")
    look(page)
    fill(page, {"Tanggal sidang": day, "Pembelaan": defence})
    choose(page, "Terlapor", "hadir dan membela diri")
    press(page, "Catat sidang majelis")
    told(page, "Sidang dicatat.")


def decide_in_council(page: Page, day: str, breach: str) -> None:
    follow(page, "Catat putusan majelis")
    look(page)
    choose(page, "Majelis memutus, kode etik", "dilanggar")
    fill(page, {"Bentuk pelanggaran": breach, "Pertimbangan majelis": "Majelis bermusyawarah.", "Tanggal putusan": day})
    press(page, "Catat putusan majelis")
    told(page, "Putusan majelis dicatat.")


def state_openly(page: Page, day: str, forum: str) -> None:
    """The authority states the moral sanction; an open one says where."""
    follow(page, "Nyatakan sanksi moral")
    look(page)
    choose(page, "Pernyataan", "Terbuka")
    fill(page, {"Cara pengumuman": forum, "Pertimbangan": "putusan majelis", "Tanggal pernyataan": day})
    fill(page, {"Jabatan yang menyatakan": "Wali Kota Jambi"})
    press(page, "Nyatakan sanksi moral")
    told(page, "Sanksi moral dinyatakan.")
    look(page)


def appeal(page: Page, day: str) -> None:
    follow(page, "Catat banding administratif")
    look(page)
    fill(page, {"Tanggal diajukan": day, "Alasan yang diajukan": "Saya sudah mundur dari partai itu."})
    press(page, "Catat banding administratif")
    told(page, "Banding dicatat; tanda terimanya terbit.")
    look(page)


def answer_appeal(page: Page, outcome: str, day: str) -> None:
    follow(page, "Catat putusan banding")
    look(page)
    choose(page, "Putusan", outcome)
    fill(page, {"Tanggal putusan": day, "Alasan putusan": "Keanggotaan terbukti sampai hari pemeriksaan."})
    press(page, "Catat putusan banding")
    told(page, "Putusan banding dicatat.")
    look(page)


def confirm(page: Page, act: str, said: str) -> None:
    """An act that needs nothing but to be done."""
    follow(page, act)
    look(page)
    press(page, act)
    told(page, said)
    expect(title(page)).not_to_have_text(act)
