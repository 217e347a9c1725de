"""Letters of the discipline route and of termination of status, from the first summons to the delivery record.

Legal basis: PP 94/2021 Pasal 26-38, for decisions imposed before 31 August 2021 PP 53/2010 Pasal 23-31 and 43-46;
termination of status: PP 11/2017 Pasal 255 and PP 49/2018 Pasal 53, 74. The rules that a letter cites are data.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import DECREED, LetterForm, LetterKind, form

EXAMINEE = Field("examinee", "Yang diperiksa", Shape.PERSON)
EMPLOYEE = Field("employee", "Pegawai", Shape.PERSON)
ALLEGATION = Field("allegation", "Dugaan pelanggaran", Shape.PROSE)
MEMBERS = Field("members", "Susunan anggota", Shape.PEOPLE)
CHANGED = Field("changed", "Keputusan yang diubah")
EXAMINERS = Field("examiners", "Pemeriksa", Shape.PEOPLE)
VIOLATED_RULES = Field("violated_rules", "Ketentuan yang dilanggar", Shape.LINES)
REMEDY = Field("remedy", "Upaya administratif", Shape.PROSE)
MORE_DICTUM = Field("more_dictum", "Diktum tambahan", Shape.LINES, required=False)

_SUMMONED = (
    EXAMINEE,
    Field("examiner", "Menghadap kepada", Shape.PERSON),
    Field("hearing_date", "Tanggal pemeriksaan", Shape.DAY),
    Field("hearing_time", "Pukul"),
    Field("hearing_place", "Tempat pemeriksaan"),
    ALLEGATION,
    Field("rules", "Ketentuan", Shape.LINES),
)
_PUNISHED = (
    *DECREED,
    EMPLOYEE,
    Field("act", "Perbuatan", Shape.PROSE),
    VIOLATED_RULES,
    Field("penalty", "Hukuman disiplin"),
    Field("penalty_rule", "Dasar hukuman"),
    Field("effect", "Mulai berlaku", Shape.PROSE),
    REMEDY,
    MORE_DICTUM,
)
_TERMINATED = (
    *DECREED,
    EMPLOYEE,
    Field("ground", "Alasan", Shape.PROSE),
    Field("ground_rules", "Dasar pemberhentian", Shape.LINES),
    Field("termination", "Jenis pemberhentian", required=False),
    Field("cause", "Sebab pemberhentian", required=False),
    Field("status", "Status kepegawaian", required=False),
    Field("effective_date", "Terhitung mulai tanggal", Shape.DAY, required=False),
    Field("effective_rule", "Dasar tanggal itu", required=False),
    REMEDY,
    MORE_DICTUM,
)


def _decision(kind: LetterKind, label: str, level: str, code: str) -> LetterForm:
    return form(
        kind,
        label,
        code,
        template="decision",
        nature="Rahasia",
        subject=f"Penjatuhan Hukuman Disiplin Tingkat {level}",
        fields=_PUNISHED,
    )


DISCIPLINE_FORMS = (
    form(
        LetterKind.SUMMONS_1,
        _("Surat Panggilan I"),
        "PGL-I",
        template="summons",
        nature="Rahasia",
        fields=_SUMMONED,
    ),
    form(
        LetterKind.SUMMONS_2,
        _("Surat Panggilan II"),
        "PGL-II",
        template="summons",
        nature="Rahasia",
        fields=(
            *_SUMMONED,
            Field("first_number", "Nomor Surat Panggilan I"),
            Field("first_date", "Tanggal Surat Panggilan I", Shape.DAY),
        ),
    ),
    form(
        LetterKind.TEAM_DECREE,
        _("Keputusan Pembentukan Tim Pemeriksa"),
        "KEP-TIM",
        template="team_decree",
        subject="Pembentukan Tim Pemeriksa",
        fields=(*DECREED, EXAMINEE, ALLEGATION, MEMBERS, MORE_DICTUM),
    ),
    form(
        LetterKind.TEAM_CHANGE,
        _("Keputusan Perubahan Susunan Tim Pemeriksa"),
        "KEP-TIM",
        template="team_decree",
        subject="Perubahan Susunan Tim Pemeriksa",
        fields=(*DECREED, EXAMINEE, ALLEGATION, CHANGED, MEMBERS, MORE_DICTUM),
    ),
    form(
        LetterKind.DUTY_RELEASE,
        _("Keputusan Pembebasan Sementara dari Tugas Jabatan"),
        "KEP-BST",
        template="duty_release",
        subject="Pembebasan Sementara dari Tugas Jabatan",
        fields=(
            *DECREED,
            EXAMINEE,
            ALLEGATION,
            Field("from_date", "Terhitung mulai tanggal", Shape.DAY),
            Field("substitute", "Pelaksana harian", Shape.PERSON, required=False),
            MORE_DICTUM,
        ),
    ),
    form(
        LetterKind.EXAMINATION_RECORD,
        _("Berita Acara Pemeriksaan"),
        "BAP",
        template="examination_record",
        signed_by=(),
        nature="Rahasia",
        fields=(
            EXAMINEE,
            EXAMINERS,
            Field("hearing_date", "Tanggal pemeriksaan", Shape.DAY),
            Field("hearing_place", "Tempat pemeriksaan"),
            Field("mandate", "Dasar pemeriksaan"),
            ALLEGATION,
            Field("rules", "Ketentuan", Shape.LINES),
            Field("dialogue", "Tanya jawab", Shape.DIALOGUE),
            Field("note", "Catatan", Shape.PROSE, required=False),
        ),
    ),
    form(
        LetterKind.EXAMINATION_REPORT,
        _("Laporan Hasil Pemeriksaan"),
        "LHP",
        template="examination_report",
        nature="Rahasia",
        fields=(
            Field("addressee", "Kepada", Shape.PERSON),
            EXAMINEE,
            EXAMINERS,
            Field("mandate", "Dasar pemeriksaan"),
            ALLEGATION,
            Field("findings", "Hasil pemeriksaan", Shape.PROSE),
            Field("evidence", "Bukti", Shape.LINES),
            Field("analysis", "Analisis", Shape.PROSE),
            VIOLATED_RULES,
            Field("aggravating", "Hal yang memberatkan", Shape.LINES, required=False),
            Field("mitigating", "Hal yang meringankan", Shape.LINES, required=False),
            Field("conclusion", "Kesimpulan", Shape.PROSE),
            Field("proposal", "Usul", Shape.PROSE),
        ),
    ),
    _decision(LetterKind.DECISION_LIGHT, _("Keputusan Hukuman Disiplin Ringan"), "Ringan", "KEP-HDR"),
    _decision(LetterKind.DECISION_MODERATE, _("Keputusan Hukuman Disiplin Sedang"), "Sedang", "KEP-HDS"),
    _decision(LetterKind.DECISION_SEVERE, _("Keputusan Hukuman Disiplin Berat"), "Berat", "KEP-HDB"),
    form(
        LetterKind.DECISION_STOP,
        _("Keputusan Penghentian Pemeriksaan"),
        "KEP-HNT",
        template="decision_stop",
        subject="Penghentian Pemeriksaan karena Pelanggaran Tidak Terbukti",
        fields=(*DECREED, EMPLOYEE, ALLEGATION, Field("reason", "Alasan", Shape.PROSE), MORE_DICTUM),
    ),
    form(
        LetterKind.STATUS_TERMINATION,
        _("Keputusan Pemberhentian karena Keanggotaan Partai Politik"),
        "KEP-PHT",
        template="status_termination",
        subject="Pemberhentian sebagai Pegawai Negeri Sipil",
        fields=_TERMINATED,
    ),
    form(
        LetterKind.PPPK_TERMINATION,
        _("Keputusan Pemutusan Hubungan Perjanjian Kerja PPPK"),
        "KEP-PHK",
        template="status_termination",
        subject="Pemutusan Hubungan Perjanjian Kerja Pegawai Pemerintah dengan Perjanjian Kerja",
        fields=(*_TERMINATED, Field("contract", "Perjanjian kerja")),
    ),
    form(
        LetterKind.DELIVERY_RECORD,
        _("Berita Acara Penyerahan"),
        "BAS",
        template="delivery_record",
        nature="Rahasia",
        fields=(
            Field("document", "Naskah yang diserahkan"),
            Field("document_number", "Nomor naskah"),
            Field("document_date", "Tanggal naskah", Shape.DAY),
            Field("deliverer", "Yang menyerahkan", Shape.PERSON),
            Field("recipient", "Yang menerima", Shape.PERSON),
            Field("delivered_date", "Tanggal penyerahan", Shape.DAY),
            Field("delivered_time", "Pukul"),
            Field("delivered_place", "Tempat penyerahan"),
            Field("manner", "Cara penyerahan"),
            Field("missed_date", "Tanggal penyerahan yang tidak dihadiri", Shape.DAY, required=False),
            Field("sent_date", "Tanggal dikirim", Shape.DAY, required=False),
            Field("note", "Catatan", Shape.PROSE, required=False),
            Field("witnesses", "Saksi", Shape.PEOPLE, required=False),
        ),
    ),
)
