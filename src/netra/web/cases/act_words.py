"""What each act is called on a button, and what its page says before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class ActWords:
    """`url_name` is the name of the act; `ends` says that something ends with it for good."""

    url_name: str
    label: StrPromise
    lead: StrPromise | str = ""
    ends: bool = False


def _act(code: str, label: StrPromise, lead: StrPromise | str = "", *, ends: bool = False) -> tuple[str, ActWords]:
    return code, ActWords(code.partition(".")[2], label, lead, ends)


ACT_WORDS: Mapping[str, ActWords] = dict(
    (
        _act(
            "cases.case_start_preliminary",
            _("Mulai kajian awal"),
            _("Periksa syarat formal dan materiel sebelum mengkaji isinya."),
        ),
        _act("cases.case_start_study", _("Mulai kajian"), _("Kajian awal selesai: perkara layak dikaji.")),
        _act(
            "cases.case_finish_study",
            _("Selesaikan kajian"),
            _("Kajian menjadi surat bernomor dan diajukan ke pleno. Setiap dugaan sudah harus diputus petugas."),
        ),
        _act(
            "cases.plenary_decide",
            _("Catat putusan pleno"),
            _("Pleno memutus: diteruskan, tidak terbukti, atau kembali dikaji. Putusan selalu beralasan."),
        ),
        _act(
            "cases.case_refer",
            _("Teruskan perkara"),
            _("Surat penerusan terbit dengan nomor. Yang sejak itu dapat melihat perkara ini disebut di bawah."),
        ),
        _act(
            "cases.case_recommend",
            _("Terbitkan rekomendasi"),
            _("Untuk satu terlapor, kepada pejabat pembina kepegawaiannya, dengan jangka waktu dalam surat."),
        ),
        _act(
            "cases.case_decline",
            _("Tidak merekomendasikan"),
            _("Lembaga pengawas tidak menemukan pelanggaran. Perkara berakhir dan disegel."),
            ends=True,
        ),
        _act(
            "cases.case_withdraw",
            _("Akhiri karena laporan dicabut"),
            _(
                "Putusan pleno, hanya bila laporannya sendiri sudah dicabut dan tidak ada hal lain yang menopang "
                "perkara. Pencabutan tidak mengikat, dan dugaan disiplin atau etik tetap harus diteruskan."
            ),
            ends=True,
        ),
        _act(
            "cases.case_expire",
            _("Nyatakan kedaluwarsa"),
            _(
                "Putusan pleno, hanya bila tenggat penanganan benar-benar sudah lewat dan tidak ada dugaan disiplin "
                "atau etik yang harus diteruskan. Perkara berakhir dan disegel."
            ),
            ends=True,
        ),
        _act("sanctions.proceeding_open", _("Buka penanganan"), _("Instansi mulai menangani satu terlapor.")),
        _act(
            "sanctions.servant_left",
            _("Catat terlapor bukan lagi pegawai"),
            _(
                "Meninggal dunia, pensiun, atau berhenti karena hal lain. Yang tidak dapat diputus atau dilaksanakan "
                "lagi berakhir; bila tidak ada terlapor yang tersisa, perkara berakhir tanpa putusan dan disegel."
            ),
        ),
        _act(
            "sanctions.servant_left_correct",
            _("Koreksi berhentinya terlapor"),
            _(
                "Hanya bila catatannya keliru. Yang berakhir karenanya dilanjutkan dari tempatnya semula; tenggat yang "
                "sudah dihentikan tidak dihidupkan lagi, kecuali tenggat menjawab keberatan atau banding."
            ),
        ),
        _act("cases.party_add", _("Tambah terlapor"), _("Nama boleh belum diketahui.")),
        _act(
            "cases.party_identify",
            _("Pastikan identitas"),
            _("Dengan NIP dan satu ciri kedua yang Anda periksa sendiri, tidak pernah dari nama saja."),
        ),
        _act(
            "cases.party_correct",
            _("Perbaiki data terlapor"),
            _(
                "Jenjang jabatan dan kepegawaian menentukan hukum: bila berubah, dugaannya dinilai lagi dan menunggu "
                "konfirmasi."
            ),
        ),
        _act("cases.act_add", _("Tambah perbuatan"), _("Tanggal perbuatan menentukan hukum yang berlaku.")),
        _act(
            "cases.act_correct",
            _("Perbaiki perbuatan"),
            _(
                "Yang semula tertulis tetap tersimpan beserta alasannya. Hukum dibaca lagi untuk setiap dugaan; bila "
                "jawabannya berubah, dugaan itu menunggu konfirmasi lagi. Sesudah kajian diajukan ke pleno hanya "
                "tanggal yang lebih teliti."
            ),
        ),
        _act(
            "cases.allegation_assess",
            _("Nilai menurut hukum"),
            _("Netra membaca hukum pada tanggal perbuatan dan mengusulkan penilaian. Perangkat lunak tidak memutus."),
        ),
        _act(
            "cases.allegation_confirm",
            _("Konfirmasi penilaian"),
            _("Anda membaca penilaian ini dan menyetujuinya. Peran Anda dan waktunya tercatat."),
        ),
        _act(
            "cases.allegation_change",
            _("Ubah penilaian"),
            _("Bila Anda membaca hukumnya lain, atau dugaan tidak dilanjutkan. Selalu dengan alasan."),
        ),
        _act(
            "cases.clarification_invite",
            _("Undang klarifikasi"),
            _("Undangan terbit sebagai surat bernomor. Undangan pertama membuka tenggat kajian yang lebih panjang."),
        ),
        _act("cases.clarification_record", _("Catat klarifikasi"), _("Isi keterangan, atau bahwa ia tidak hadir.")),
        _act(
            "cases.answer_link_issue",
            _("Buat tautan jawaban"),
            _("Untuk satu terlapor: ia membaca dugaan dan menjawab tanpa akun. Tautan tampil satu kali."),
        ),
        _act(
            "trust.link_revoke",
            _("Cabut tautan"),
            _("Tautan pribadi terlapor ini langsung mati. Jawaban yang sudah masuk tetap menjadi bagian perkara."),
            ends=True,
        ),
        _act(
            "cases.advice_cite",
            _("Kutip jawaban tertulis"),
            _("Terlapor bertanya lebih dulu dan mengikuti jawabannya. Yang menimbang bobotnya pejabat yang memutus."),
        ),
        _act("cases.answer_record", _("Catat jawaban"), _("Jawaban yang disampaikan lewat surat atau lisan.")),
        _act(
            "cases.evidence_add",
            _("Tambah bukti"),
            _("Berkas disimpan terenkripsi, dengan sidik SHA-256 yang tercatat dalam jejak. Isinya tidak diubah."),
        ),
        _act(
            "cases.evidence_release",
            _("Buka bukti laporan bagi instansi"),
            _(
                "Berkas dari laporan tidak terlihat oleh instansi terlapor sebelum dibuka di sini. Periksa isinya "
                "dahulu: berkas yang menunjukkan siapa pelapor atau saksinya jangan dibuka."
            ),
        ),
        _act("cases.deadline_extend", _("Perpanjang tenggat"), _("Memerlukan alasan dan dokumen dasarnya.")),
        _act("cases.deadline_pause", _("Jeda tenggat"), _("Selama dijeda, tenggat tidak dihitung terlambat.")),
        _act(
            "cases.deadline_resume",
            _("Lanjutkan tenggat"),
            _("Jatuh tempo bergeser sebanyak hari kalender selama tenggat dijeda."),
        ),
        _act(
            "cases.cause_code",
            _("Kode faktor penyebab"),
            _("Dua orang mengode sendiri-sendiri, tanpa melihat kode yang lain, masing-masing faktor dengan buktinya."),
        ),
        _act(
            "cases.handler_recuse",
            _("Kecualikan penangan"),
            _("Calon, kerabat calon, dan terlapor tidak menangani perkara. Sesudah ini perkara tidak tampak baginya."),
            ends=True,
        ),
        _act(
            "cases.erasure_request",
            _("Minta penghapusan"),
            _("Tanggal retensi sudah lewat. Penghapusan baru terjadi setelah disetujui orang kedua."),
        ),
        _act(
            "cases.erasure_approve",
            _("Setujui dan hapus"),
            _(
                "Nama, uraian, isi surat, dan bukti dimusnahkan dan tidak dapat dikembalikan. "
                "Nomor surat, sidik bukti, dan jejak tetap tersimpan."
            ),
            ends=True,
        ),
        _act(
            "cases.erasure_refuse",
            _("Tolak penghapusan"),
            _("Semuanya tetap tersimpan. Penghapusan dapat diminta lagi; alasan Anda tetap terbaca pada riwayatnya."),
        ),
        _act(
            "cases.erasure_withdraw",
            _("Tarik permintaan"),
            _("Permintaan Anda berakhir tanpa penghapusan dan tetap terbaca pada riwayatnya; ia dapat diminta lagi."),
        ),
    )
)
