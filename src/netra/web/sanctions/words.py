"""What each act of the room is called on a button, and what its page says before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from netra.sanctions.states import ProceedingState, Route
from netra.web.cases.act_words import ActWords
from netra.web.cases.words import REGIME_WORDS

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from netra.sanctions.models import Proceeding

S = ProceedingState
STATE_KINDS: Mapping[str, str] = {
    S.OPENED: "open",
    S.STOPPED: "sealed",
    S.SUED: "open",
    S.RESTORING: "open",
    S.ANNULLED: "sealed",
    S.CLOSED: "done",
}

HEARD_WORDS: Mapping[str, StrPromise] = {
    "HEARD": _("Terlapor sudah didengar."),
    "MISSED": _("Terlapor dua kali dipanggil dan dua kali tidak hadir; keputusan bersandar pada bukti yang ada."),
    "AGAIN": _("Terlapor sudah didengar tanpa tim, dan sekarang menunggu diperiksa kembali oleh tim."),
    "": _("Terlapor belum didengar. Tidak ada yang diputus tanpa didengar atau dua kali dipanggil."),
}

OUTCOME_WORDS: Mapping[str, StrPromise] = {
    "UPHELD": _("dikuatkan"),
    "LIGHTENED": _("diperingan"),
    "AGGRAVATED": _("diperberat"),
    "CHANGED": _("diubah"),
    "REVOKED": _("dicabut"),
    "ANNULLED": _("dibatalkan"),
}
REMEDY_WORDS: Mapping[str, StrPromise] = {"OBJECTION": _("Keberatan"), "APPEAL": _("Banding administratif")}
MANNER_WORDS: Mapping[str, StrPromise] = {
    "IN_PERSON": _("diserahkan langsung"),
    "SENT": _("dikirim karena tidak hadir"),
    "OPEN_FORUM": _("dinyatakan terbuka"),
}


# PP 94/2021 Ps 26(2) and PP 53/2010 Ps 23(3) bound how far a letter may lie from its examination, never how near; the
# explanation of both on the second letter minds the time to bring it. Read; of other routes no such word was read.
_TIME_TO_BRING_IT: Mapping[str, StrPromise] = {
    "DISC-53": _("Penjelasan PP 53/2010 Pasal 23 ayat (3) meminta waktu penyampaian surat panggilan diperhatikan."),
    "DISC-94": _("Penjelasan PP 94/2021 Pasal 26 ayat (3) meminta waktu penyampaian surat panggilan diperhatikan."),
}


def notice_words(found: Proceeding) -> Sequence[StrPromise]:
    """What the law says, and what it does not, of the time between a summons and its examination."""
    by_discipline = found.route == Route.DISCIPLINE and found.party.employment != "PPPK"
    asked = _TIME_TO_BRING_IT.get(found.regime) if by_discipline else None
    silent = _("Tidak ada pasal yang menyebut jarak paling singkat antara surat panggilan dan harinya.")
    return (silent, asked) if asked else (silent,)


def state_kind(state: str) -> str:
    """How far along a state of a proceeding is."""
    return STATE_KINDS.get(state, "active")


def _act(name: str, label: StrPromise, lead: StrPromise, *, ends: bool = False) -> tuple[str, ActWords]:
    return name, ActWords(name, label, lead, ends)


_LETTER = _("Surat terbit dengan nomor dan tidak dapat diubah lagi.")

ACT_WORDS: Mapping[str, ActWords] = dict(
    (
        _act(
            "proceeding_open",
            _("Buka penanganan"),
            _("Instansi mulai menangani satu terlapor pada satu jalur. Dugaan bukan keputusan."),
        ),
        _act(
            "crime_refer",
            _("Teruskan dugaan pidana"),
            _("Dugaan pidana diteruskan kepada penegak hukum, tidak dinilai di sini. Surat penerusan terbit bernomor."),
        ),
        _act(
            "crime_decline",
            _("Nyatakan tidak terlihat tindak pidana"),
            _(
                "Pleno menulis mengapa dugaan pidana ini tidak diteruskan kepada penegak hukum. Selama dugaan itu "
                "belum diteruskan dan belum dinyatakan demikian, perkara tidak ditutup. Dugaan pelanggaran lain "
                "tetap ditangani."
            ),
        ),
        _act(
            "summons_issue",
            _("Terbitkan panggilan"),
            _("Surat panggilan terbit dengan nomor. Tanggal pemeriksaan mengikuti batas hari kerja panggilan."),
        ),
        _act(
            "summons_miss",
            _("Catat ketidakhadiran"),
            _("Setelah panggilan pertama terbit panggilan kedua; setelah yang kedua, diputus dari bukti yang ada."),
        ),
        _act(
            "team_form",
            _("Bentuk tim pemeriksa"),
            _("Atasan langsung, pengawasan, dan kepegawaian. Wajib bila ancaman hukumannya berat."),
        ),
        _act(
            "seat_replace",
            _("Ganti anggota"),
            _(
                "Yang membentuk tim atau majelis menunjuk orang lain untuk satu kursi, dengan keputusan bernomor. "
                "Susunannya diperiksa lagi seluruhnya. Yang sudah dilakukan dan didengar tetap; surat sesudahnya "
                "menyebut anggota pada harinya."
            ),
        ),
        _act(
            "duty_release",
            _("Bebaskan sementara dari tugas"),
            _("Selama pemeriksaan, bila kemungkinan hukumannya berat. Hak kepegawaian tetap diberikan."),
        ),
        _act(
            "examination_record",
            _("Catat berita acara pemeriksaan"),
            _("Pemeriksaan tertutup. Yang diperiksa menerima salinan."),
        ),
        _act(
            "examination_report",
            _("Laporkan hasil pemeriksaan"),
            _("Pemeriksa melaporkan temuan kepada pejabat yang berwenang memutus."),
        ),
        _act(
            "examination_reopen",
            _("Periksa kembali oleh tim"),
            _(
                "Hanya bila hukuman berat baru terlihat sesudah pemeriksaan tanpa tim. Berita acara dan laporan yang "
                "ada tetap tersimpan, dan suratnya tidak berubah. Sesudah ini tim dibentuk dan terlapor dipanggil "
                "lagi; pemeriksaan itu mendapat berita acara dan laporan sendiri."
            ),
        ),
        _act(
            "decision_make",
            _("Tetapkan keputusan"),
            _("Pejabat yang memutus, bukan perangkat lunak. Yang di bawah ini untuk dibaca sebelum memutus."),
        ),
        _act(
            "termination_decide",
            _("Putuskan pemberhentian"),
            _("Keputusan tersendiri, bukan hukuman disiplin. Terhadapnya tersedia banding administratif."),
        ),
        _act(
            "action_decline",
            _("Tidak mengambil tindakan administratif"),
            _("Majelis merekomendasikannya di samping sanksi moral. Perkara ditandai, dan alasannya tampil di sana."),
        ),
        _act("proceeding_stop", _("Nyatakan tidak terbukti"), _("Keputusan ini membersihkan nama terlapor.")),
        _act(
            "decision_deliver",
            _("Catat penyerahan keputusan"),
            _("Berita acara penyerahan terbit bernomor, dan batas upaya administratif mulai dihitung."),
        ),
        _act(
            "delivery_miss",
            _("Catat tidak hadir pada penyampaian"),
            _("Keputusan sudah ditawarkan pada hari itu; sekarang harus dikirim kepada yang bersangkutan."),
        ),
        _act(
            "decision_send",
            _("Catat pengiriman keputusan"),
            _("Kewajiban mengirim berakhir pada hari dikirim; penerimaannya dicatat tersendiri."),
        ),
        _act(
            "decision_enforce",
            _("Catat mulai berlaku"),
            _("Tidak ada upaya administratif, dan hari berlakunya sudah tiba."),
        ),
        _act(
            "objection_file",
            _("Catat keberatan"),
            _(
                "Keberatan atas keputusan yang bukan pemberhentian. Tanda terimanya terbit bernomor. Yang diajukan "
                "dalam tenggang waktu dicatat juga bila baru sampai sesudah keputusan dicatat berlaku atau "
                "dilaksanakan."
            ),
        ),
        _act(
            "objection_reject",
            _("Nyatakan keberatan tidak dapat diterima"),
            _("Hanya untuk keberatan yang datang setelah tenggang waktunya. Penetapan terbit bernomor."),
        ),
        _act(
            "objection_decide",
            _("Putus keberatan"),
            _("Keputusan dapat dikuatkan, diperingan, diperberat, diubah, atau dicabut."),
        ),
        _act(
            "appeal_file",
            _("Catat banding administratif"),
            _(
                "Tembusan banding atas pemberhentian. Tanda terimanya terbit bernomor. Yang diajukan dalam tenggang "
                "waktu dicatat juga bila baru sampai sesudah keputusan dicatat berlaku atau dilaksanakan."
            ),
        ),
        _act(
            "remedy_reply",
            _("Catat tanggapan"),
            _("Yang keputusannya dilawan memberi tanggapan tertulis kepada yang memutus: PPK, atau pejabat itu."),
        ),
        _act(
            "suit_file",
            _("Catat gugatan"),
            _(
                "Gugatan ke pengadilan tata usaha negara atas putusan upaya administratif, atau karena keberatan tidak "
                "dijawab dalam tenggangnya. Yang berlaku tetap berlaku: pasal tentang penundaan belum dibaca. Perkara "
                "yang sudah ditutup dibuka kembali."
            ),
        ),
        _act(
            "suit_decide",
            _("Catat putusan pengadilan"),
            _(
                "Yang dibatalkan pengadilan tidak berlaku lagi; bila sudah dilaksanakan, yang diambil dari terlapor "
                "dikembalikan."
            ),
        ),
        _act("appeal_decide", _("Catat putusan banding"), _("Putusan banding mengikat sejak ditetapkan.")),
        _act(
            "decision_finalise",
            _("Nyatakan berkekuatan tetap"),
            _("Tidak ada lagi upaya administratif yang dapat diajukan."),
        ),
        _act(
            "restoration_record",
            _("Catat pemulihan"),
            _(
                "Keputusan yang dibatalkan sudah dilaksanakan, jadi yang diambil dari terlapor dikembalikan. Tidak ada "
                "pasal yang menyebut tenggang waktunya."
            ),
        ),
        _act("decision_execute", _("Catat pelaksanaan"), _("Pelaksanaan dibuktikan dokumen kepegawaian.")),
        _act("proceeding_close", _("Tutup penanganan"), _("Perkara ikut ditutup bila semua terlapor sudah ditangani.")),
        _act(
            "council_form",
            _("Bentuk majelis kode etik"),
            _("Satu ketua, satu sekretaris, dan sekurangnya tiga anggota; ganjil bila lebih dari lima."),
        ),
        _act(
            "council_summon",
            _("Panggil ke sidang majelis"),
            _("Terlapor dipanggil dengan surat yang menyebut dugaannya, supaya dapat membela diri."),
        ),
        _act(
            "council_hear",
            _("Catat sidang majelis"),
            _("Terlapor diberi kesempatan membela diri sebelum majelis memutus."),
        ),
        _act(
            "council_decide",
            _("Catat putusan majelis"),
            _("Putusan majelis final dan disampaikan kepada pejabat yang berwenang."),
        ),
        _act(
            "moral_impose",
            _("Nyatakan sanksi moral"),
            _("Pernyataan tertulis, tertutup atau terbuka, yang menyebut pelanggarannya."),
        ),
        _act(
            "data_block",
            _("Blokir data kepegawaian"),
            _("Sampai pejabat pembina kepegawaian bertindak. Hanya selama ada kewajiban yang lewat waktu."),
        ),
        _act("data_unblock", _("Buka blokir data"), _("Setelah pejabat pembina kepegawaian bertindak.")),
        _act("reminder_issue", _("Kirim pengingat"), _LETTER),
        _act("duty_remind", _("Kirim pengingat"), _LETTER),
    )
)


def regime_words(found: Proceeding, regime: str) -> StrPromise | str:
    """The regulation of discipline over a proceeding; none for the end of a status, for ethics and for a PPPK."""
    binds = found.route == Route.DISCIPLINE and found.party.employment != "PPPK"
    return REGIME_WORDS.get(regime, "") if binds else ""
