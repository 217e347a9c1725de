"""The words of the officers' acts on a report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from netra.intake.requirements import Requirement


@dataclass(frozen=True, slots=True)
class ActPage:
    """The words of an act: its question, what it does, the button, and what is said when it is done."""

    heading: Promise
    lead: Promise
    button: Promise
    done: Promise


CHECK = ActPage(
    _("Periksa syarat formal dan materiel"),
    _("Centang hanya yang menurut Anda belum terpenuhi. Yang dihitung Netra sebagai ada belum tentu cukup."),
    _("Catat hasil pemeriksaan"),
    _("Hasil pemeriksaan dicatat."),
)


def checked(missing: Collection[Requirement]) -> str:
    """What came of the check, and what may follow."""
    if not missing:
        return _now("Hasil pemeriksaan dicatat: laporan lengkap.")
    return _now(
        "Hasil pemeriksaan dicatat: laporan belum lengkap, %(count)d syarat dihitung belum terpenuhi. Mintalah "
        "kelengkapan kepada pelapor; bila tidak dapat dilengkapi, tutuplah laporan dengan alasannya."
    ) % {"count": len(missing)}


COMPLETION = ActPage(
    _("Minta kelengkapan"),
    _("Pelapor membaca permintaan ini dengan kodenya, beserta hari terakhir melengkapi."),
    _("Kirim permintaan"),
    _("Permintaan kelengkapan terkirim."),
)
REPLY = ActPage(
    _("Tulis kepada pelapor"),
    _("Pelapor membacanya dengan kodenya. Jangan menyebut nama atau ciri yang dapat membuka siapa pelapornya."),
    _("Kirim"),
    _("Pesan terkirim kepada pelapor."),
)
REROUTE = ActPage(
    _("Alihkan ke kantor lain"),
    _("Kantor tujuan menangani laporan ini; setelah dialihkan, kantor Anda mungkin tidak melihatnya lagi."),
    _("Alihkan"),
    _("Laporan dialihkan."),
)
BYPASS = ActPage(
    _("Tetapkan instansi atasan"),
    _(
        "Laporan ini dan perkaranya tidak diperlihatkan kepada instansi yang Anda tetapkan. Sebutkan tempat kerja "
        "setiap atasan yang dilaporkan; pilihan di bawah hanya dugaan dari tulisan pelapor."
    ),
    _("Tetapkan"),
    _("Instansi atasan ditetapkan."),
)
CLOSE = ActPage(
    _("Tutup tanpa registrasi"),
    _("Informasi awal tetap ditelusuri. Yang tidak diregistrasi disegel dan dimusnahkan pada waktunya."),
    _("Tutup laporan"),
    _("Laporan ditutup; pelapor dapat membaca penjelasannya."),
)
WITHDRAWAL = ActPage(
    _("Catat surat pencabutan"),
    _(
        "Hanya bila pelapor mencabut dengan surat; pelapor membaca nomornya dengan kodenya. Perkaranya tidak berakhir "
        "karena itu: pleno yang memutuskan."
    ),
    _("Catat pencabutan"),
    _("Pencabutan dicatat; pleno yang memutuskan perkaranya."),
)
RECEIPT = ActPage(
    _("Terbitkan tanda bukti"),
    _("Surat bernomor tanpa kode dan tanpa nama pelapor."),
    _("Terbitkan"),
    _("Tanda bukti terbit dan dapat diunduh."),
)
DUPLICATE = ActPage(
    _("Bandingkan dua laporan"),
    _("Keduanya tetap dua laporan. Tandai hanya bila Anda yakin; nama yang sama saja tidak cukup."),
    _("Tandai serupa"),
    _("Kedua laporan ditandai serupa."),
)
APART = ActPage(
    _("Bandingkan dua laporan"),
    DUPLICATE.lead,
    _("Tandai berbeda"),
    _("Kedua laporan ditandai berbeda; pasangan ini tidak diusulkan lagi."),
)
COPIES = ActPage(
    _("Tandai salinan sekaligus"),
    _("Tulisan yang sama dikirim berkali-kali. Semuanya tetap laporan sendiri-sendiri, masing-masing dengan jejaknya."),
    _("Tandai serupa"),
    _("Laporan yang dipilih ditandai serupa."),
)
ERASE_REQUEST = ActPage(
    _("Minta pemusnahan"),
    _("Isi, orang, pesan, surat, dan bukti laporan ini dimusnahkan setelah orang kedua menyetujui."),
    _("Minta pemusnahan"),
    _("Permintaan dicatat; orang kedua yang memusnahkan."),
)
ERASE_REFUSE = ActPage(
    _("Tolak pemusnahan"),
    _("Laporan tetap seperti sekarang. Pemusnahan dapat diminta lagi; alasan Anda tetap terbaca pada riwayatnya."),
    _("Tolak pemusnahan"),
    _("Permintaan pemusnahan ditolak."),
)
ERASE_WITHDRAW = ActPage(
    _("Tarik permintaan pemusnahan"),
    _("Permintaan Anda berakhir tanpa pemusnahan dan tetap terbaca pada riwayatnya; ia dapat diminta lagi."),
    _("Tarik permintaan"),
    _("Permintaan pemusnahan ditarik kembali."),
)
ERASE_APPROVE = ActPage(
    _("Musnahkan isi laporan"),
    _("Tidak dapat dikembalikan. Yang tersisa: kode, hitungan, sidik berkas, dan jejak."),
    _("Musnahkan"),
    _("Isi laporan dimusnahkan."),
)
