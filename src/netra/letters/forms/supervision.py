"""Letters of the supervisors: Bawaslu from the receipt to the referral, KASN or BKN with recommendation and reminder.

Legal basis: UU 7/2017 Pasal 454-455, UU 1/2015 jo. UU 8/2015 Pasal 134-135, PP 94/2021 Pasal 24 for the debt of
the appointing authority. The reporter is named by designation only.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from netra.letters.fields import Field, Shape
from netra.letters.kinds import ADDRESSED, LetterKind, form

CASE_REF = Field("case_ref", "Nomor perkara")
REPORTED = Field("reported", "Terlapor", Shape.PEOPLE)
MATTER = Field("matter", "Pokok perkara", Shape.PROSE)
BASIS = Field("basis", "Dasar hukum", Shape.LINES, required=False)
FINDINGS = Field("findings", "Hasil pemeriksaan bukti", Shape.PROSE)
VIOLATED_RULES = Field("violated_rules", "Ketentuan yang diduga dilanggar", Shape.LINES)

SUPERVISION_FORMS = (
    form(
        LetterKind.RECEIPT,
        _("Tanda Bukti Penyampaian Laporan"),
        "TBL",
        template="receipt",
        fields=(
            Field("report_ref", "Nomor laporan"),
            Field("reporter_designation", "Sebutan pelapor"),
            Field("received_date", "Tanggal diterima", Shape.DAY),
            Field("received_time", "Pukul"),
            Field("channel", "Cara penyampaian"),
            Field("summary", "Pokok laporan", Shape.PROSE),
            Field("evidence", "Bukti", Shape.LINES, required=False),
            Field("next_steps", "Langkah berikutnya", Shape.PROSE, required=False),
        ),
    ),
    form(
        LetterKind.REPORTER_NOTICE,
        _("Pemberitahuan Status Laporan"),
        "PSL",
        template="reporter_notice",
        nature="Rahasia",
        fields=(
            Field("report_ref", "Nomor laporan"),
            Field("reporter_designation", "Sebutan pelapor"),
            Field("outcome", "Status laporan"),
            Field("explanation", "Penjelasan", Shape.PROSE),
            BASIS,
            Field("next_steps", "Langkah berikutnya", Shape.PROSE, required=False),
            Field("nature", "Sifat", required=False),
            Field("attachments", "Lampiran", Shape.LINES, required=False),
        ),
    ),
    form(
        LetterKind.CLARIFICATION_INVITATION,
        _("Undangan Klarifikasi"),
        "UND",
        template="clarification_invitation",
        nature="Penting dan Rahasia",
        fields=(
            *ADDRESSED,
            Field("invited_as", "Diundang sebagai"),
            CASE_REF,
            MATTER,
            Field("hearing_date", "Tanggal klarifikasi", Shape.DAY),
            Field("hearing_time", "Pukul"),
            Field("hearing_place", "Tempat klarifikasi"),
            BASIS,
            Field("contact", "Narahubung", required=False),
        ),
    ),
    form(
        LetterKind.STUDY,
        _("Kajian Dugaan Pelanggaran"),
        "KJN",
        template="study",
        nature="Rahasia",
        fields=(
            CASE_REF,
            Field("source", "Sumber perkara"),
            Field("reporter_designation", "Sebutan pelapor", required=False),
            REPORTED,
            MATTER,
            Field("facts", "Fakta dan keterangan", Shape.PROSE),
            Field("unheard", "Klarifikasi yang belum dilakukan", Shape.PROSE, required=False),
            Field("evidence", "Bukti", Shape.LINES),
            Field("rules", "Ketentuan", Shape.LINES),
            Field("analysis", "Analisis", Shape.PROSE),
            Field("conclusion", "Kesimpulan", Shape.PROSE),
            Field("proposal", "Usul", Shape.PROSE),
            Field("plenary", "Pleno", Shape.PEOPLE, required=False),
        ),
    ),
    form(
        LetterKind.REFERRAL,
        _("Penerusan Dugaan Pelanggaran Netralitas"),
        "PNR",
        template="referral",
        subject="Penerusan Dugaan Pelanggaran Netralitas Pegawai ASN",
        nature="Penting dan Rahasia",
        fields=(
            *ADDRESSED,
            CASE_REF,
            REPORTED,
            MATTER,
            FINDINGS,
            VIOLATED_RULES,
            BASIS,
            Field("study_number", "Nomor kajian", required=False),
            Field("study_date", "Tanggal kajian", Shape.DAY, required=False),
            Field("request", "Permintaan", Shape.PROSE, required=False),
        ),
    ),
    form(
        LetterKind.CRIME_REFERRAL,
        _("Penerusan Dugaan Tindak Pidana Pemilihan"),
        "PDP",
        template="crime_referral",
        nature="Penting dan Rahasia",
        fields=(
            *ADDRESSED,
            CASE_REF,
            REPORTED,
            MATTER,
            Field("facts", "Fakta", Shape.PROSE),
            Field("suspected_crimes", "Ketentuan pidana yang diduga dilanggar", Shape.LINES),
            Field("evidence", "Bukti", Shape.LINES),
            BASIS,
        ),
    ),
    form(
        LetterKind.RECOMMENDATION,
        _("Rekomendasi atas Pelanggaran Netralitas"),
        "REK",
        template="recommendation",
        subject="Rekomendasi atas Pelanggaran Netralitas Pegawai ASN",
        nature="Penting dan Rahasia",
        fields=(
            *ADDRESSED,
            CASE_REF,
            REPORTED,
            FINDINGS,
            VIOLATED_RULES,
            Field("recommended", "Yang direkomendasikan", Shape.PROSE),
            Field("penalty_rule", "Dasar sanksi"),
            BASIS,
            Field("referral_number", "Nomor surat penerusan", required=False),
            Field("referral_date", "Tanggal surat penerusan", Shape.DAY, required=False),
            Field("follow_up_term", "Jangka waktu tindak lanjut", required=False),
            Field("follow_up_due", "Batas tindak lanjut", Shape.DAY, required=False),
        ),
    ),
    form(
        LetterKind.REMINDER,
        _("Pengingat Tindak Lanjut"),
        "PGT",
        template="reminder",
        nature="Segera",
        fields=(
            *ADDRESSED,
            CASE_REF,
            Field("owed", "Yang belum dilaksanakan", Shape.PROSE),
            Field("no_term", "Mengapa tanpa tenggat", required=False),
            Field("owed_since", "Terutang sejak", Shape.DAY),
            Field("rule", "Dasar kewajiban"),
            Field("reference_number", "Nomor surat dasar", required=False),
            Field("reference_date", "Tanggal surat dasar", Shape.DAY, required=False),
            Field("due", "Batas baru", Shape.DAY, required=False),
            Field("proof", "Bukti yang diminta", required=False),
            Field("consequence", "Akibat bila tidak dilaksanakan", Shape.PROSE, required=False),
        ),
    ),
)
